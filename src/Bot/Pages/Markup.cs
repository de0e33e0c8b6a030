using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TeamsPlanBot.Bot.Pages;

/// <summary>HTML. Whatever is put between its literal parts is encoded, unless it is such HTML itself.</summary>
[InterpolatedStringHandler]
public readonly struct Markup(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(literalLength + (formattedCount * 16));

    /// <summary>Nothing at all.</summary>
    public static Markup None { get; } = $"";

    public static Markup Of(IEnumerable<Markup> parts)
    {
        Markup all = $"";
        foreach (var part in parts)
        {
            all.AppendFormatted(part);
        }

        return all;
    }

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(string? text) => html.Append(text is null ? "" : Encoder.Encode(text));

    public void AppendFormatted(Markup part) => html.Append(part.html);

    public void AppendFormatted(IEnumerable<Markup> parts) => html.Append(Of(parts).html);

    public void AppendFormatted(int number) => html.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>A length or a place in a drawing.</summary>
    public void AppendFormatted(double number) => html.Append(CultureInfo.InvariantCulture, $"{number:0.#}");

    public override string ToString() => html.ToString();
}
