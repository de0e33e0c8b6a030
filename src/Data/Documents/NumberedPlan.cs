using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Takes the actions out of a plan that is written as headings with numbered lists below them.</summary>
internal sealed partial class NumberedPlan(Document document)
{
    private const int LongestLabel = 300;
    private readonly List<DraftAction> actions = [];
    private DraftSection? section;
    private string number = "";
    private string band = "";
    private string part = "";
    private int level;
    private int counted;
    private int printed;
    private int begun = -1;
    private DocumentLine? lost;
    private Below below;
    private readonly List<string> measures = [];
    private int firstOfSection;

    private enum Below
    {
        Heading,
        Outcomes,
        Measures,
        Actions,
        Elsewhere,
    }

    public IReadOnlyList<DraftAction> Actions => actions;

    public void Read()
    {
        List<DocumentLine> lines = [.. document.Blocks.OfType<DocumentLine>()];
        var repeated = lines.GroupBy(line => line.Text, StringComparer.Ordinal).Where(same => same.Count() > 2 && same.Key.Length > 30).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        var isNamed = lines.Count(line => Opening().IsMatch(line.Text)) >= 2;
        foreach (var line in lines)
        {
            if (repeated.Contains(line.Text) && line.Look is LineLook.Plain or LineLook.Bullet)
            {
                continue;
            }

            if (isNamed)
            {
                ReadNamed(line);
            }
            else
            {
                ReadPlain(line);
            }
        }

        if (isNamed)
        {
            Close();
        }
    }

    // "Recommendation No. 4 - for improvement within 3 months", outcomes, how one will know, and what will be done.
    private void ReadNamed(DocumentLine line)
    {
        if (Opening().Match(line.Text) is { Success: true } opening && line.Look is not LineLook.Bullet)
        {
            Close();
            (number, band, part, counted, printed, below, level) = (opening.Groups["number"].Value, opening.Groups["rest"].Value.Trim(' ', '-', '–', '—', ':', '.'), "", 0, 0, Below.Heading, line.Look == LineLook.Heading ? line.Level : 9);
            section = new DraftSection(number);
            return;
        }

        if (section is null)
        {
            return;
        }

        if (Outcomes().IsMatch(line.Text))
        {
            below = Below.Outcomes;
        }
        else if (Knowing().IsMatch(line.Text))
        {
            below = Below.Measures;
        }
        else if (Doing().Match(line.Text) is { Success: true } doing && line.Look != LineLook.Numbered)
        {
            var named = doing.Groups["part"].Value;
            (below, part, printed, begun) = (Below.Actions, named.Length == 0 && begun == counted ? part : named, 0, counted);
        }
        else if (line.Look == LineLook.Heading && line.Level <= level)
        {
            Close();
            section = null;
        }
        else
        {
            InSection(line);
        }
    }

    private void InSection(DocumentLine line)
    {
        switch (below)
        {
            case Below.Heading when line.Look is not LineLook.Numbered || !char.IsAsciiDigit(line.Label.TrimStart('(')[0]):
                title.Add(line.Look == LineLook.Numbered ? $"{line.Label} {line.Text}" : line.Text);
                break;
            case Below.Outcomes when line.Look == LineLook.Bullet || (line.Look == LineLook.Plain && counted == 0):
                section!.Outcomes = section.Outcomes is null ? Item(line.Text) : $"{section.Outcomes}; {Item(line.Text)}";
                break;
            case Below.Measures when line.Look == LineLook.Bullet || (line.Look == LineLook.Plain && counted == 0):
                measures.Add(Item(line.Text));
                break;
            case Below.Elsewhere:
                break;
            default:
                Number(line);
                break;
        }
    }

    private readonly List<string> title = [];

    private void Number(DocumentLine line)
    {
        var isCounted = line.Look == LineLook.Numbered && int.TryParse(line.Label.Trim('(', ')', '.', ':'), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var at = isCounted ? int.Parse(line.Label.Trim('(', ')', '.', ':'), CultureInfo.InvariantCulture) : 0;
        if (isCounted && (printed == 0 ? at == 1 || at == counted + 1 : at > printed))
        {
            // An item whose number was lost on the page stands between its neighbours.
            if (lost is { } between && at == printed + 2)
            {
                Add(between);
            }

            (below, printed, lost) = (Below.Actions, at, null);
            Add(line);
        }
        else if (isCounted && below == Below.Actions)
        {
            below = Below.Elsewhere;
        }
        else if (below == Below.Actions && actions.Count > firstOfSection)
        {
            if (line.Look is LineLook.Plain or LineLook.Bullet && !IsField(line.Text) && lost is null && char.IsUpper(line.Text[0]))
            {
                lost = line;
            }
            else
            {
                AddField(actions[^1], line.Text);
            }
        }
    }

    private void Add(DocumentLine line)
    {
        counted++;
        var action = new DraftAction(line.Place, section);
        action[ColumnMeaning.Ref] = $"{number}.{counted}";
        action[ColumnMeaning.Recommendations] = part.Length > 0 ? $"{number}, {part}" : number;
        action[ColumnMeaning.Timescale] = band;
        SetFields(action, line.Text);
        actions.Add(action);
    }

    // The heading's own words come after the actions are begun, so they are settled at the end.
    private void Close()
    {
        if (section is not null)
        {
            var words = string.Join(' ', title).Trim();
            words = words.Length > LongestLabel ? $"{words[..LongestLabel]}…" : words;
            var settled = new DraftSection(words.Length > 0 ? $"{number}. {words.TrimEnd('.')}" : number) { Outcomes = section.Outcomes };
            foreach (var action in actions.Skip(firstOfSection))
            {
                action.Section = settled;
                if (measures.Count > 0 && action[ColumnMeaning.Measures].Length == 0)
                {
                    action[ColumnMeaning.Measures] = string.Join("; ", measures);
                }
            }
        }

        (firstOfSection, lost, begun) = (actions.Count, null, -1);
        title.Clear();
        measures.Clear();
    }

    // Any headings with numbered lists: each list's items are the actions of the heading above it.
    private void ReadPlain(DocumentLine line)
    {
        if (line.Look == LineLook.Heading || (line.Look == LineLook.Plain && line.IsBold && line.Text.Length < 120))
        {
            section = new DraftSection(line.Label.Length > 0 ? $"{line.Label.TrimEnd('.')}. {line.Text}" : line.Text.TrimEnd(':'));
            (below, counted) = (Below.Heading, 0);
        }
        else if (section is null)
        {
            return;
        }
        else if (line.Look == LineLook.Numbered && line.Level == 1)
        {
            var action = new DraftAction(line.Place, section);
            if (line.Label.Contains('.', StringComparison.Ordinal) && line.Label.TrimEnd('.').Contains('.', StringComparison.Ordinal))
            {
                action[ColumnMeaning.Ref] = line.Label.TrimEnd('.');
            }

            SetFields(action, line.Text);
            actions.Add(action);
            below = Below.Actions;
        }
        else if (below == Below.Actions && actions.Count > 0)
        {
            AddField(actions[^1], line.Text);
        }
        else if (line.Look == LineLook.Plain && SectionLead().Match(line.Text) is { Success: true } lead)
        {
            section.Lead = string.Join("; ", LeadNames.In(lead.Groups["who"].Value));
        }
        else if (line.Look == LineLook.Bullet)
        {
            section.Outcomes = section.Outcomes is null ? Item(line.Text) : $"{section.Outcomes}; {Item(line.Text)}";
        }
    }

    // "Launch the framework. Lead: Jo Bell. By: March 2017."
    private static void SetFields(DraftAction action, string words)
    {
        var fields = Field().Matches(words);
        action[ColumnMeaning.Action] = (fields.Count > 0 ? words[..fields[0].Index] : words).Trim().TrimEnd('(', '[', ';', '–', '-', '|').Trim();
        for (var at = 0; at < fields.Count; at++)
        {
            var end = at + 1 < fields.Count ? fields[at + 1].Index : words.Length;
            Set(action, fields[at].Groups["name"].Value, words[(fields[at].Index + fields[at].Length)..end]);
        }
    }

    private static void AddField(DraftAction action, string words)
    {
        var fields = Field().Matches(words);
        if (fields.Count == 0 || fields[0].Index > 2)
        {
            action.Append(ColumnMeaning.Steps, words);
            return;
        }

        for (var at = 0; at < fields.Count; at++)
        {
            var end = at + 1 < fields.Count ? fields[at + 1].Index : words.Length;
            Set(action, fields[at].Groups["name"].Value, words[(fields[at].Index + fields[at].Length)..end]);
        }
    }

    private static bool IsField(string words) => Field().Match(words) is { Success: true, Index: < 3 };

    private static void Set(DraftAction action, string name, string value)
    {
        var meaning = name == "By" ? ColumnMeaning.Timescale : HeadingWords.Roughly(name) switch
        {
            Promise.Leads => ColumnMeaning.Leads,
            Promise.Timescale or Promise.RevisedDate => ColumnMeaning.Timescale,
            Promise.Brag => ColumnMeaning.Brag,
            Promise.Status => Ratings.Colour(value) is not null ? ColumnMeaning.Brag : ColumnMeaning.State,
            Promise.Progress => ColumnMeaning.Progress,
            Promise.Outcome => ColumnMeaning.Outcome,
            Promise.Measures => ColumnMeaning.Measures,
            Promise.Recommendations => ColumnMeaning.Recommendations,
            Promise.Milestones => ColumnMeaning.Milestones,
            Promise.Services => ColumnMeaning.Services,
            _ => ColumnMeaning.Steps,
        };
        action[meaning] = value.Trim().Trim(';', '|', ')', ']', '.', ',').Trim();
    }

    private static string Item(string text) => text.TrimEnd('.', ';').Replace(';', ',');

    [GeneratedRegex(@"^(?:recommendation|priority|objective|action area)\s*(?:no\.?|number)?\s*(?<number>[0-9]{1,2})\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\W*outcomes?\b\s*(?::|$)|^\W*what difference will", RegexOptions.IgnoreCase)]
    private static partial Regex Outcomes();

    [GeneratedRegex(@"how will we know|^\W*measures? of success\W*$|^\W*success measures\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Knowing();

    [GeneratedRegex(@"^\W*(?:what (?:we will|will we|are we going to|we are going to) do|actions?(?: required)?)\b\s*(?:\(?(?<part>[0-9]{1,2}[a-z])\)?)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Doing();

    [GeneratedRegex(@"(?<=^|[.;,|(\[\n–-]\s*|\s)(?<name>Leads?|Lead [Oo]fficers?|Owners?|Action [Oo]wner|Responsible|Responsible [Oo]fficer|Who|By whom|By when|By|Deadline|Timescales?|Due|Due date|Target date|When|Progress|Progress to date|Update|Status|BRAG|RAG|BRAG rating|RAG rating|Outcome|Impact|Measures?|KPIs?|Success measures?|Evidence|Milestones?|Recommendations?|Service|Team)\s*:\s*")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:leads?|lead officers?|owners?|sponsor)\s*:\s*(?<who>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex SectionLead();
}
