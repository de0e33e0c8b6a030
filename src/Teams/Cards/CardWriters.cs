using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Cards;

/// <summary>Writes each element as what it is. The serialiser's own way to do that leaves its fast path, and cards are most of what is sent.</summary>
internal sealed class CardElementWriter : JsonConverter<CardElement>
{
    public override void Write(Utf8JsonWriter writer, CardElement value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case RichTextBlock rich:
                JsonSerializer.Serialize(writer, rich, OutgoingJson.Default.RichTextBlock);
                break;
            case Container container:
                JsonSerializer.Serialize(writer, container, OutgoingJson.Default.Container);
                break;
            case Table table:
                JsonSerializer.Serialize(writer, table, OutgoingJson.Default.Table);
                break;
            case BarChart bars:
                JsonSerializer.Serialize(writer, bars, OutgoingJson.Default.BarChart);
                break;
            case LineChart lines:
                JsonSerializer.Serialize(writer, lines, OutgoingJson.Default.LineChart);
                break;
            case TextInput text:
                JsonSerializer.Serialize(writer, text, OutgoingJson.Default.TextInput);
                break;
            case ChoiceInput choice:
                JsonSerializer.Serialize(writer, choice, OutgoingJson.Default.ChoiceInput);
                break;
            case DateInput date:
                JsonSerializer.Serialize(writer, date, OutgoingJson.Default.DateInput);
                break;
            default:
                throw new UnreachableException($"Nobody says how a {value.Type} is written.");
        }
    }

    public override CardElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Cards are only written.");
}

/// <summary>Writes each button as what it is.</summary>
internal sealed class CardActionWriter : JsonConverter<CardAction>
{
    public override void Write(Utf8JsonWriter writer, CardAction value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ExecuteAction execute:
                JsonSerializer.Serialize(writer, execute, OutgoingJson.Default.ExecuteAction);
                break;
            case SubmitAction submit:
                JsonSerializer.Serialize(writer, submit, OutgoingJson.Default.SubmitAction);
                break;
            case OpenUrlAction open:
                JsonSerializer.Serialize(writer, open, OutgoingJson.Default.OpenUrlAction);
                break;
            default:
                throw new UnreachableException($"Nobody says how a {value.Type} is written.");
        }
    }

    public override CardAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Cards are only written.");
}
