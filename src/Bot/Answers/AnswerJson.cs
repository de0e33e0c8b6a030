using System.Text.Json.Serialization;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>How answers are kept in receipts, and lists in a person's memory and in the buttons of cards.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Understanding.Request.ListActions))]
[JsonSerializable(typeof(Data.Questions.ActionQuestion))]
public sealed partial class AnswerJson : JsonSerializerContext;
