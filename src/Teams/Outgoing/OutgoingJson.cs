using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How activities and cards are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(OutgoingActivity))]
[JsonSerializable(typeof(CardAttachment))]
[JsonSerializable(typeof(FileConsentAttachment))]
[JsonSerializable(typeof(FileInfoAttachment))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(RichTextBlock))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(Table))]
[JsonSerializable(typeof(TextInput))]
[JsonSerializable(typeof(ChoiceInput))]
[JsonSerializable(typeof(DateInput))]
[JsonSerializable(typeof(BarChart))]
[JsonSerializable(typeof(LineChart))]
[JsonSerializable(typeof(ExecuteAction))]
[JsonSerializable(typeof(SubmitAction))]
[JsonSerializable(typeof(OpenUrlAction))]
[JsonSerializable(typeof(DialogAnswer))]
[JsonSerializable(typeof(DialogValue.Page))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(InvokeAnswer), GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(NewConversation))]
public sealed partial class OutgoingJson : JsonSerializerContext;
