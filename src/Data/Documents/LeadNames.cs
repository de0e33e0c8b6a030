using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Tells several leads in one cell apart.</summary>
internal static partial class LeadNames
{
    private const string RoleNouns = "Director|Directors|Head|Heads|Manager|Managers|Lead|Leads|Officer|Officers|Consultant|Consultants|Chair|Chairperson|Commander|Nurse|Worker|Commissioner|Commissioners|AD|ADs|DCS|DDCS|HoS|SM|TM|OM|OMs|PSW|IRO|IROs|CEO|Executive|Coordinator|Co-ordinator|Adviser|Advisor|Principal|Solicitor|Leader|Practitioner|Teacher|Headteacher|Superintendent|Inspector|Analyst|Member";

    private static readonly HashSet<string> NotNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "of", "the", "for", "all", "children", "children's", "social", "care", "services", "service", "quality", "assurance", "performance", "safeguarding", "early", "help", "learning", "workforce", "development", "strategic", "operations",
        "fostering", "adoption", "permanence", "commissioning", "support", "practice", "partnership", "partnerships", "board", "group", "team", "teams", "council", "police", "health", "education", "school", "virtual", "looked", "after", "young", "people",
        "leaving", "families", "family", "business", "resources", "finance", "legal", "housing", "protection", "assessment", "prevention", "audit", "human", "corporate", "parenting", "city", "county", "first", "response", "youth", "justice", "nhs", "area",
    };

    /// <summary>The leads that a cell names, each once and in its order.</summary>
    public static IReadOnlyList<string> In(string cell)
    {
        var leads = new List<string>();
        foreach (var line in JoinedLines(Digits().Replace(cell, "-")))
        {
            foreach (var named in Labelled(line))
            {
                Add(leads, named);
            }
        }

        return [.. leads.Distinct(StringComparer.Ordinal)];
    }

    // A line that ends or begins in the middle of something belongs to its neighbour.
    private static List<string> JoinedLines(string cell)
    {
        var joined = new List<string>();
        foreach (var line in cell.Split('\n').Select(line => line.Trim().TrimStart('•', '-', '–', '*', '·').Trim()).Where(line => line.Length > 0))
        {
            var hangs = joined.Count > 0 && (joined[^1][^1] is ',' or '/' or '&' or '-' || joined[^1].EndsWith(" and", StringComparison.Ordinal) || joined[^1].EndsWith(" of", StringComparison.Ordinal)
                || joined[^1].EndsWith(" for", StringComparison.Ordinal) || char.IsLower(line[0]) || line[0] is '&' or '/' or '(' or ','
                || (HasRole().IsMatch(joined[^1]) && line.Split(' ').All(NotNames.Contains)));
            if (hangs)
            {
                joined[^1] = $"{joined[^1]} {line}";
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    private static IEnumerable<string> Labelled(string line) => LetteredParts.Of(line) is { Parts.Count: > 1 } parts ? parts.Parts.Select(part => part.Text) : [Label().Replace(line, "")];

    private static void Add(List<string> leads, string words)
    {
        if (NamedAfterDash().Matches(words) is { Count: > 1 } dashed)
        {
            leads.AddRange(dashed.Select(match => match.Groups["name"].Value));
            return;
        }

        foreach (var part in Split(words))
        {
            if (Clauses().Match(part) is { Success: true } clause && InBrackets().Match(clause.Value) is { Success: true } after && IsInitials(after.Groups["inside"].Value))
            {
                leads.Add(part[..clause.Index].Trim());
                leads.Add(after.Groups["inside"].Value);
                continue;
            }

            var name = Clauses().Replace(part, "").Trim(' ', ',', ';', '.', '-', '–', ':', '&', '/');
            if (InBrackets().Match(name) is { Success: true } bracket)
            {
                var inside = bracket.Groups["inside"].Value;
                var outside = name.Remove(bracket.Index, bracket.Length).Trim(' ', ',');
                if (IsInitials(inside) && outside.Length > 0)
                {
                    leads.Add(outside);
                    leads.Add(inside);
                    continue;
                }

                name = Standing().IsMatch(inside) && outside.Length > 0 ? outside : name;
            }

            if (name.Length > 0 && !Nobody().IsMatch(name))
            {
                leads.AddRange(Pairs(name));
            }
        }
    }

    private static IEnumerable<string> Split(string words)
    {
        var parts = new List<string>();
        foreach (var part in words.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            parts.AddRange(AtSlashes(part));
        }

        return parts.SelectMany(RunOn).SelectMany(AtCommas).SelectMany(AtAnds);
    }

    // "19/25 Learning" is one age group, and in "L&D/CSC Resources" two teams share their noun.
    private static IEnumerable<string> AtSlashes(string words)
    {
        var start = 0;
        for (var at = 1; at < words.Length - 1; at++)
        {
            if (words[at] != '/' || (char.IsAsciiDigit(words[at - 1]) && char.IsAsciiDigit(words[at + 1])))
            {
                continue;
            }

            var (left, right) = (words[start..at].Trim(), words[(at + 1)..].Trim());
            if (Abbreviation().IsMatch(left) && SharedNoun().IsMatch(right))
            {
                continue;
            }

            yield return left;
            start = at + 1;
        }

        yield return words[start..].Trim();
    }

    // Where a line break was lost, a new role begins in the middle: "Head of Service, Children in Care Head of SEND".
    private static IEnumerable<string> RunOn(string words)
    {
        var start = 0;
        foreach (Match role in RoleBegins().Matches(words))
        {
            var before = words[start..role.Index].TrimEnd();
            if (before.Length > 0 && before[^1] is not (',' or '/' or '&' or '-' or '(') && HasRole().IsMatch(before) && !Hanging().IsMatch(before))
            {
                yield return before;
                start = role.Index;
            }
        }

        yield return words[start..].Trim();
    }

    // "Jo Bell, Sam Carr" are two people; "AD, Children's Social Care" is one role.
    private static IEnumerable<string> AtCommas(string words)
    {
        var parts = words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && (parts.All(part => IsPerson(part) || IsInitials(part) || IsShortRole(part)) || parts.All(part => AtAnds(part).All(IsPerson))) ? parts
            : parts.Length > 1 && parts.All(part => HasRole().IsMatch(part) && part.Contains(' ', StringComparison.Ordinal) && !BareRole().IsMatch(part)) ? parts
            : [words];
    }

    private static IEnumerable<string> AtAnds(string words)
    {
        foreach (Match and in And().Matches(words))
        {
            var (left, right) = (words[..and.Index].Trim(), words[(and.Index + and.Length)..].Trim());
            if (left.Length == 0 || right.Length == 0)
            {
                continue;
            }

            var arePeople = Pairs(left).All(IsPerson) && (IsPerson(right) || AtAnds(right).All(IsPerson));
            var areRoles = HasRole().IsMatch(left) && (RoleBegins().Match(right) is { Success: true, Index: 0 } || IsShortRole(right) || (BeginsRole().IsMatch(right) && !right.Contains(',', StringComparison.Ordinal)));
            if (arePeople || areRoles || (IsInitials(left) && IsInitials(right)))
            {
                return [left, .. AtAnds(right)];
            }
        }

        return [words];
    }

    // "Clare Walker David Blake": where people stand side by side, two words each are a name.
    private static IEnumerable<string> Pairs(string words)
    {
        var names = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Length is 4 or 6 && Array.TrueForAll(names, name => NamePart().IsMatch(name) && !NotNames.Contains(name)) && !HasRole().IsMatch(words)
            ? Enumerable.Range(0, names.Length / 2).Select(at => $"{names[2 * at]} {names[2 * at + 1]}")
            : [words];
    }

    private static bool IsPerson(string words)
    {
        var names = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Length is 2 or 3 && NamePart().IsMatch(names[0]) && Array.TrueForAll(names, name => (NamePart().IsMatch(name) || Initial().IsMatch(name)) && !NotNames.Contains(name)) && !HasRole().IsMatch(words);
    }

    private static bool IsInitials(string words) => Initials().IsMatch(words);

    private static bool IsShortRole(string words) => ShortRole().IsMatch(words);

    [GeneratedRegex(@"(?<=[0-9])-\s+(?=[0-9])")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\(?(?:[a-h]|[1-9])\)\s*")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?:^|\s)[^-]{2,60}?\s-\s(?<name>[A-Z][a-z'’]+ [A-Z][A-Za-z'’-]+)(?=\s|$)")]
    private static partial Regex NamedAfterDash();

    [GeneratedRegex(@"(?:,? but\b.*|\s+to\s+(?:co-?ordinate|lead|support|oversee|ensure|update|arrange|work|confirm|be\b).*|\s+[Nn]o specific\b.*|\s+\b(?:with|supported by)\s+support\b.*)$", RegexOptions.Singleline)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\((?<inside>[^()]{1,40})\)\s*$")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^(?:interim|acting|lead|leads|support|supporting|joint|job ?share|temporary|vacant|tbc)$", RegexOptions.IgnoreCase)]
    private static partial Regex Standing();

    [GeneratedRegex(@"^(?:tb[ac]|to be (?:confirmed|agreed|advised|appointed)|n/?a|none|vacant|\?+|-+|–)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^[A-Z][A-Za-z]?(?:&[A-Z]|[A-Z])*$")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"^[A-Z&]{2,5} (?:[Rr]esources|[Tt]eams?|[Mm]anagers|[Ll]eads|[Ss]ervices?|[Bb]oards?|[Ss]taff)$")]
    private static partial Regex SharedNoun();

    [GeneratedRegex(@"(?<![\w-])(?:Heads? of\b|AD,|ADs?\s(?=[A-Z])|Assistant Directors?\b|Deputy Directors?\b|Executive Directors?\b|Director of\b|Service Managers?\b|Team Managers?\b|Strategic Managers?\b|Operations Managers?\b|Performance [Cc]onsultant\b|Principal Social Worker\b|Designated (?:Nurse|Doctor)\b|Police Area Commander\b|Virtual School Head\b|OM\s(?=[A-Z])|OMs\s(?=for\b|[A-Z]))")]
    private static partial Regex RoleBegins();

    [GeneratedRegex(@"^(?:Head|Heads|Director|Assistant|Deputy|Service|Team|Strategic|Operations|Performance|Principal|Chair|Lead|Corporate|Chief|Executive|Designated|Independent|Human|Group|Locality|Area|Business)\b.*\b(?:" + RoleNouns + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsRole();

    [GeneratedRegex(@"\b(?:" + RoleNouns + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasRole();

    [GeneratedRegex(@"(?:\b(?:by|of|for|and|the|to|with|Deputy|Interim|Acting|Senior)|Head of Service)$", RegexOptions.IgnoreCase)]
    private static partial Regex Hanging();

    [GeneratedRegex(@"^(?:Heads? of Service|Service Managers?|Team Managers?|Assistant Directors?|Deputy Directors?|Directors?|Strategic Managers?|Operations? Managers?|Strategic Leads?)$", RegexOptions.IgnoreCase)]
    private static partial Regex BareRole();

    [GeneratedRegex(@"\s(?:and|&)\s")]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:[A-Z]\.?|[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?|(?:Mc|Mac|O['’]|De|Di|La|Le|Van)[A-Z][a-z]+)$")]
    private static partial Regex NamePart();

    [GeneratedRegex(@"^[A-Z]\.?$")]
    private static partial Regex Initial();

    [GeneratedRegex(@"^(?:[A-Z]{2,3}|[A-Z]{1,2}[A-Z][a-z]{2,})$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"^(?:D?DCS|AD|ADs|HoS|SM|TM|OM|PSW|IROs?|CEO|VSH|DPH)(?: [A-Z][A-Za-z&]*)?$")]
    private static partial Regex ShortRole();
}
