using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The answer to what was pressed in a dialog, or opens one, as the body of the HTTP response.</summary>
public sealed record DialogAnswer(DialogStep Task)
{
    /// <summary>The dialog shows a card.</summary>
    public static DialogAnswer Show(string title, AdaptiveCard card) => new(new DialogStep("continue", new DialogValue.Page(title, new CardAttachment(card))));

    /// <summary>The dialog ends with a sentence.</summary>
    public static DialogAnswer End(string sentence) => new(new DialogStep("message", new DialogValue.Sentence(sentence)));
}

/// <summary>What a dialog does next.</summary>
public sealed record DialogStep(string Type, DialogValue Value);

/// <summary>What a dialog shows.</summary>
[JsonConverter(typeof(DialogValueWriter))]
public abstract record DialogValue
{
    private DialogValue()
    {
    }

    /// <summary>A card under a title.</summary>
    public sealed record Page(string Title, CardAttachment Card) : DialogValue
    {
        public string Width => "medium";

        public string Height => "large";
    }

    /// <summary>Some words, and nothing more to press.</summary>
    public sealed record Sentence(string Words) : DialogValue;
}

/// <summary>Writes a sentence as a string, and a page as an object.</summary>
internal sealed class DialogValueWriter : JsonConverter<DialogValue>
{
    public override void Write(Utf8JsonWriter writer, DialogValue value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case DialogValue.Sentence sentence:
                writer.WriteStringValue(sentence.Words);
                break;
            case DialogValue.Page page:
                JsonSerializer.Serialize(writer, page, OutgoingJson.Default.Page);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public override DialogValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Dialogs are only written.");
}
