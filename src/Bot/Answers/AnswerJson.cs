using System.Text.Json.Serialization;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>How answers are kept in receipts, and what was last spoken of in a person's memory.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Understanding.Remembered))]
[JsonSerializable(typeof(Data.Questions.ActionQuestion))]
public sealed partial class AnswerJson : JsonSerializerContext;
