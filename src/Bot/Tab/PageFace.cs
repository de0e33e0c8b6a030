using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Pages;

namespace TeamsPlanBot.Bot.Tab;

/// <summary>Draws an answer as a part of a page. It only draws: whatever is said was worked out before.</summary>
/// <param name="addresses">Where a button leads; null where it asks for what is no page's.</param>
public sealed class PageFace(Func<Button, string?> addresses)
{
    private const int DeepestHeading = 6;

    private int pictures;

    /// <param name="controls">What the view can be changed with, below its heading.</param>
    public Markup Draw(Answer answer, Markup controls)
    {
        var parts = answer is Series series ? series.Parts.Select(part => part.Answer).ToList() : [answer];
        return $"{parts.Select((part, at) => at == 0 ? Said(part, 1, controls) : $"<section>{Said(part, 2, Markup.None)}</section>")}";
    }

    private Markup Said(Answer answer, int level, Markup controls)
    {
        Markup focus = level == 1 ? $" id=\"heading\" tabindex=\"-1\"" : Markup.None;
        Markup basis = answer.Basis.Length == 0 ? Markup.None : $"""<p class="basis">{answer.Basis}</p>""";

        // What a summary leads to are its figures: they stand first. What a list leads to is the rest of it.
        var (first, last) = answer is Overview ? (Further(answer.Buttons), Markup.None) : (Markup.None, Further(answer.Buttons));
        return $"{Heading(level, answer.Headline, focus)}{basis}{controls}{first}{answer.Body.Select(passage => Draw(passage, level + 1))}{last}";
    }

    private Markup Draw(Passage passage, int level)
    {
        Markup drawn = passage switch
        {
            Passage.Lines { Said.Count: > 0 } lines => lines.Title.Length > 0 && lines.Said.Count > 1
                ? (Markup)$"<ul>{lines.Said.Select(line => (Markup)$"<li>{line}</li>")}</ul>"
                : $"{lines.Said.Select(line => (Markup)$"<p>{line}</p>")}",
            Passage.Facts { Said.Count: > 0 } facts => $"""<dl class="facts">{facts.Said.Select(fact => (Markup)$"<div><dt>{fact.Name}</dt><dd>{fact.Text}</dd></div>")}</dl>""",
            Passage.Rows { Said.Count: > 0 } rows => Draw(rows, rows.Title.Length > 0 ? level + 1 : level),
            Passage.Table { Said.Count: > 0 } table => Draw(table, table.Title),
            Passage.Bars { Said.Count: > 0 } bars => Draw(bars),
            Passage.Trend { Figures.Said.Count: > 0 } trend => Draw(trend),
            _ => Markup.None,
        };
        return drawn.ToString().Length == 0 ? Markup.None : passage.Title.Length == 0 ? drawn : $"<section>{Heading(level, passage.Title, Markup.None)}{drawn}</section>";
    }

    private Markup Draw(Passage.Rows rows, int level) => $"""<ul class="rows{(rows.Said.Any(row => row.Curves is { Count: > 0 }) ? " moving" : "")}">{rows.Said.Select(row => Draw(row, level))}</ul>""";

    private Markup Draw(Row row, int level)
    {
        Markup name = row.Mark.Length == 0 ? (Markup)$"{row.Title}" : $"""<span class="mark">{row.Mark}</span> <span>{row.Title}</span>""";
        Markup title = row.Title.Length == 0 ? Markup.None : Heading(level, row.Opens is { } opens && addresses(opens) is { } address ? $"""<a href="{address}">{name}</a>""" : name, Markup.None);
        Markup standing = row.Standing.Count == 0 ? Markup.None : $"""<p class="standing">{row.Standing.Select(Draw)}</p>""";
        return $"""<li>{title}{standing}<div class="details">{row.Details.Select(detail => (Markup)$"<p>{detail}</p>")}</div>{Picture.Small(row.Curves ?? [])}</li>""";
    }

    // The word stands beside its colour, always.
    private static Markup Draw(Phrase phrase) => phrase.Tone == Tone.Plain ? (Markup)$"{phrase.Text}" : $"""<span class="tone {Picture.Tone(phrase.Tone)}">{phrase.Text}</span>""";

    private Markup Draw(Passage.Table table, string caption)
    {
        IEnumerable<string> headings = table.Shares is { } shares ? table.Headings.Append(shares.Heading) : table.Headings;
        return $"""
            <table role="table"><caption class="unseen">{(caption.Length > 0 ? caption : "Figures")}</caption>
            <thead role="rowgroup"><tr role="row">{headings.Select(heading => (Markup)$"""<th scope="col" role="columnheader">{heading}</th>""")}</tr></thead>
            <tbody role="rowgroup">{table.Said.Select((cells, at) => Draw(table, cells, at))}</tbody></table>
            """;
    }

    // The parts it is made of are named once more, since a narrow screen lays them out one below the other.
    private Markup Draw(Passage.Table table, IReadOnlyList<string> cells, int at)
    {
        Markup share = Markup.None;
        Markup first = $"{cells[0]}";
        if (table.Shares is { } shares)
        {
            var of = shares.Each[at];
            share = $"""<td role="cell" class="share" data-heading="{shares.Heading}">{Picture.Divided(of.Bars)}<span>{of.Sentence}</span></td>""";
            first = addresses(of.Opens) is { } address ? $"""<a href="{address}">{cells[0]}</a>""" : first;
        }

        IEnumerable<Markup> rest = cells.Skip(1).Select((cell, next) => (Markup)$"""<td role="cell" data-heading="{table.Headings[next + 1]}">{cell}</td>""");
        return $"""<tr role="row"><th scope="row" role="rowheader">{first}</th>{rest}{share}</tr>""";
    }

    private static Markup Draw(Passage.Bars bars)
    {
        var largest = bars.Said.Max(bar => bar.Number);
        return $"""<p class="unseen">{bars.Sentence}</p><ul class="bars" aria-hidden="true">{bars.Said.Select(bar => (Markup)$"""<li><span class="tone {Picture.Tone(bar.Tone)}">{bar.Name}</span>{Picture.Bar(bar, largest)}<span>{bar.Number}</span></li>""")}</ul>""";
    }

    private Markup Draw(Passage.Trend trend)
    {
        var table = Draw(trend.Figures, trend.Title);
        if (trend.Sentence.Length == 0)
        {
            return table;
        }

        Markup picture = Picture.Trend(trend, $"picture{++pictures}");
        return $"""<figure><figcaption>{trend.Sentence}</figcaption>{picture}<details><summary>The figures as a table</summary>{table}</details></figure>""";
    }

    private Markup Further(IReadOnlyList<Button> buttons)
    {
        List<Markup> drawn = [];
        foreach (var button in buttons)
        {
            if (button.Leads is { } leads)
            {
                drawn.Add($"""<li><a href="{leads}" target="_blank" rel="noopener noreferrer">{button.Title}</a></li>""");
            }
            else if (addresses(button) is { } address)
            {
                drawn.Add($"""<li><a href="{address}">{button.Title}</a></li>""");
            }
        }

        return drawn.Count == 0 ? Markup.None : $"""<ul class="further">{drawn}</ul>""";
    }

    private static Markup Heading(int level, string text, Markup attributes) => Heading(level, (Markup)$"{text}", attributes);

    private static Markup Heading(int level, Markup text, Markup attributes) => Math.Min(level, DeepestHeading) switch
    {
        1 => $"<h1{attributes}>{text}</h1>",
        2 => $"<h2{attributes}>{text}</h2>",
        3 => $"<h3{attributes}>{text}</h3>",
        4 => $"<h4{attributes}>{text}</h4>",
        5 => $"<h5{attributes}>{text}</h5>",
        _ => $"<h6{attributes}>{text}</h6>",
    };
}
