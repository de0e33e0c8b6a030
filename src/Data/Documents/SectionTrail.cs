using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Documents;

/// <summary>A section of a plan while the plan is read.</summary>
internal sealed class DraftSection(string label)
{
    public string Label => label;

    public string? Lead { get; set; }

    public string? Outcomes { get; set; }
}

/// <summary>Follows the lines above and between the tables, and knows which section the next action belongs to.</summary>
internal sealed partial class SectionTrail(string? title)
{
    private const int LongestHeading = 250;
    private const int LongestPlainHeading = 110;
    private const int FurthestBack = 60;
    private const int FewWords = 14;
    private readonly List<DocumentLine> since = [];
    private DraftSection? numbered;
    private DraftSection? section;
    private Dictionary<string, int>? seen;

    /// <summary>Lines that come again and again are the heads and feet of pages.</summary>
    public void Prepare(IEnumerable<DocumentLine> lines) =>
        seen = lines.GroupBy(line => line.Text, StringComparer.Ordinal).Where(same => same.Count() > 2).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

    /// <summary>How many lines came since the last action.</summary>
    public int Passed => since.Count;

    public void Pass(DocumentLine line)
    {
        if (!IsFurniture(line) && line.Text != title)
        {
            since.Add(line);
        }
    }

    /// <summary>The section of the action that comes now; null where nothing names one.</summary>
    public DraftSection? Here()
    {
        if (since.Count == 0)
        {
            return section;
        }

        var found = Heading();
        if (found >= 0)
        {
            Enter(found);
        }

        since.Clear();
        return section;
    }

    public static bool IsNamed(string text) => Named().IsMatch(text);

    /// <summary>Words that a whole row of a table may hold to name what comes below it.</summary>
    public static bool LooksLikeHeading(string text) =>
        text.Length <= LongestHeading && (Named().IsMatch(text) || Dashed().IsMatch(text) || Lettered().IsMatch(text) || Lead().IsMatch(text) || (NumberedHeading().IsMatch(text) && !text.TrimEnd().EndsWith('.')));

    /// <summary>A line cut where it goes on to name its lead.</summary>
    public static IEnumerable<string> AtLead(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (InnerLead().Match(line) is { Success: true, Index: > 0 } lead)
            {
                yield return line[..lead.Index].Trim();
                yield return line[lead.Index..].Trim();
            }
            else
            {
                yield return line;
            }
        }
    }

    private int Heading()
    {
        var weak = -1;
        var prose = 0;
        for (var at = since.Count - 1; at >= Math.Max(0, since.Count - FurthestBack); at--)
        {
            var line = since[at];
            if (IsStrong(line))
            {
                // A nearer short line between a style's heading and the table is a caption, unless the heading is that of the whole document.
                return at;
            }

            if (line.Look == LineLook.Bullet || Lead().IsMatch(line.Text) || Caption().IsMatch(line.Text))
            {
                continue;
            }

            if (line.Look == LineLook.Plain && weak < 0 && prose == 0 && line.Text.Length <= LongestPlainHeading && line.Text[^1] is not ('.' or ';' or ',') && char.IsUpper(line.Text.TrimStart('“', '"', '\'')[0]) && line.Text.Split(' ').Length <= FewWords)
            {
                weak = at;
            }
            else if (weak >= 0)
            {
                return weak;
            }
            else if (++prose > 8)
            {
                return -1;
            }
        }

        return weak;
    }

    private static bool IsStrong(DocumentLine line) =>
        line.Text.Length <= LongestHeading && !Caption().IsMatch(line.Text) && !Lead().IsMatch(line.Text)
        && ((line.Look == LineLook.Heading && !OfActions().IsMatch(line.Text)) || Named().IsMatch(line.Text) || Dashed().IsMatch(line.Text)
            || (line.Look == LineLook.Plain && line.IsBold && line.Text.Length <= LongestPlainHeading && line.Text[^1] is not ('.' or ';') && !OfActions().IsMatch(line.Text))
            || (line.Look == LineLook.Numbered && line.Level == 1 && line.Text.Length <= LongestHeading && line.Text[^1] is not ('.' or ';') && line.Text.Split(' ').Length <= 30));

    private void Enter(int at)
    {
        var line = since[at];
        var (heading, lead) = Cut(line.Text);
        var label = LabelOf(line, heading);
        var isPart = line.Look == LineLook.Numbered ? OneLetter().IsMatch(line.Label) : Lettered().IsMatch(heading);
        if (isPart)
        {
            for (var above = at - 1; above >= 0; above--)
            {
                if (IsStrong(since[above]) && !(since[above].Look == LineLook.Numbered ? OneLetter().IsMatch(since[above].Label) : Lettered().IsMatch(since[above].Text)))
                {
                    var (outer, outerLead) = Cut(since[above].Text);
                    numbered = new DraftSection(LabelOf(since[above], outer)) { Lead = outerLead };
                    Follow(numbered, above + 1, at);
                    break;
                }
            }

            section = new DraftSection(numbered is null ? label : $"{numbered.Label} / {label}") { Lead = lead ?? numbered?.Lead, Outcomes = numbered?.Outcomes };
        }
        else if (section is null || label != numbered?.Label)
        {
            numbered = section = new DraftSection(label) { Lead = lead };
        }

        Follow(section!, at + 1, since.Count);
    }

    private void Follow(DraftSection of, int from, int end)
    {
        var outcomes = new List<string>();
        for (var at = from; at < end; at++)
        {
            if (Lead().Match(since[at].Text) is { Success: true } lead)
            {
                of.Lead = string.Join("; ", LeadNames.In(lead.Groups["who"].Value));
            }
            else if (since[at].Look == LineLook.Bullet)
            {
                outcomes.Add(since[at].Text.TrimEnd('.', ';').Replace(';', ','));
            }
        }

        of.Outcomes = outcomes.Count > 0 ? string.Join("; ", outcomes) : of.Outcomes;
    }

    private static (string Heading, string? Lead) Cut(string text)
    {
        string[] parts = [.. AtLead(text)];
        var lead = parts.Select(part => Lead().Match(part)).FirstOrDefault(match => match.Success);
        return (parts[0], lead is null ? null : string.Join("; ", LeadNames.In(lead.Groups["who"].Value)));
    }

    private static string LabelOf(DocumentLine line, string heading)
    {
        var text = heading.Replace('\n', ' ').Trim().TrimEnd(':', '.', '-', '–').Trim();
        text = line.Label.Length > 0 ? $"{line.Label.Trim('(', ')', '.', ':')}. {text}" : Dashed().Match(text) is { Success: true } dashed ? $"{dashed.Groups["number"].Value}. {dashed.Groups["rest"].Value}" : text;
        return text.Length <= Plans.Section.LongestLabel ? text : $"{text[..(Plans.Section.LongestLabel - 1)]}…";
    }

    private bool IsFurniture(DocumentLine line) =>
        line.Text.Length == 0 || Furniture().IsMatch(line.Text) || (seen is not null && seen.ContainsKey(line.Text) && line.Look is LineLook.Plain && !Lead().IsMatch(line.Text));

    [GeneratedRegex(@"^(?:theme|priority|point|objective|strategic objective|strand|work ?stream|section|part|aim|goal|programme|improvement (?:theme|area|priority)|key theme|recommendation)\s*(?:no\.?|number)?\s*['’]?\s*(?:[0-9]{1,2}|[A-H])\b(?:\s*[.:)–—-]|\s+[A-Z]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<number>[0-9]{1,2})\s*[-–—:]\s+(?<rest>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^[0-9]{1,2}[.)]\s+\S")]
    private static partial Regex NumberedHeading();

    [GeneratedRegex(@"^(?:[A-H][.)]\s+\S|work ?stream\s+(?:[A-H]|[0-9]{1,2})\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"^\(?[A-Ha-h][.):]*$")]
    private static partial Regex OneLetter();

    [GeneratedRegex(@"^(?:(?:section|theme|workstream|priority|strategic|overall|accountable)\s+)?(?:leads?|lead officers?|owners?|sponsors?|SRO)\s*[:–-]\s*(?<who>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?<=\S\s)(?:(?:section|theme|workstream|priority|strategic)\s+)?leads?(?: officers?)?\s*:\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex InnerLead();

    [GeneratedRegex(@"^(?:table|figure|chart|key|note|notes|see|continued|appendix|annex|brag key|rag key)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:the\s+)?(?:action plan|actions?|improvement plan|plan|our plan|what we will do)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex OfActions();

    [GeneratedRegex(@"^(?:page\s+[0-9]+(?:\s+of\s+[0-9]+)?|[0-9]{1,3}|.*\bpage\s+[0-9]+(?:\s+of\s+[0-9]+)?|this page is intentionally left blank|version\s+[0-9.]+\b.*|(?=\S*[0-9:])\S*[/\\]\S*[/\\]\S*(?:\s.*)?|\W*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Furniture();
}
