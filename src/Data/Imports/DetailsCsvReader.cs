using System.Globalization;
using System.Text.RegularExpressions;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>One fact of the details file, read and checked, not yet stored.</summary>
/// <param name="Row">The row in the file as a spreadsheet counts: the headings are row 1.</param>
/// <param name="About">The kind of thing it is about: plan, brag, board, recommendation, issue, service or lead.</param>
/// <param name="Name">Which one; empty for the plan.</param>
/// <param name="Fact">What is said of it; null where the row says only that it is there.</param>
public sealed record DetailRow(int Row, string Plan, string About, string Name, string? Fact, string Value);

/// <summary>Reads the details file: everything of a plan that has no column in its actions file, one fact a row.</summary>
public static partial class DetailsCsvReader
{
    private static readonly Dictionary<string, (int LongestName, string[] Facts)> Kinds = new(StringComparer.Ordinal)
    {
        ["plan"] = (0, ["organisation", "from", "to", "version", "seen by", "evidence"]),
        ["brag"] = (int.MaxValue, ["meaning"]),
        ["board"] = (Board.LongestName, ["rhythm", "date"]),
        ["recommendation"] = (Recommendation.LongestNumber, ["text", "source", "priority"]),
        ["issue"] = (Issue.LongestNumber, ["title", "found", "planned", "recommendation", "progress"]),
        ["service"] = (Service.LongestName, ["alias", "tagged by words"]),
        ["lead"] = (Lead.LongestName, ["kind", "alias", "holder", "sign-in"]),
    };

    /// <summary>Facts that a thing can have many of.</summary>
    private static readonly HashSet<(string, string)> Many =
        [("board", "date"), ("issue", "recommendation"), ("service", "alias"), ("service", "tagged by words"), ("lead", "alias"), ("lead", "holder")];

    /// <summary>The rows, one at a time as they are asked for; none is to be kept when the table names problems at the end.</summary>
    public static IEnumerable<DetailRow> Rows(CsvTable table, ImportDefaults defaults)
    {
        table.Needs(DetailColumns.About, ", and it says what kind of thing the fact is about; add it.");
        table.Needs(DetailColumns.Name, ", and it says which one; add it.");
        table.Needs(DetailColumns.Fact, ", and it says what is told; add it.");
        table.Needs(DetailColumns.Value, ", and it tells it; add it.");
        if (defaults.Plan is null)
        {
            table.Needs(DetailColumns.Plan, "; add it, or name the plan with --plan.");
        }

        var once = new HashSet<(string, string, string, string?)>();
        foreach (var row in table.Rows())
        {
            if (Read(row, defaults) is { } read)
            {
                if (read.Fact is not null && !Many.Contains((read.About, read.Fact)) && !once.Add((read.Plan, read.About, read.Name, read.Fact)))
                {
                    row.Wrong(DetailColumns.Fact, $"The {read.Fact} of {CsvRow.InShort($"{read.About} {read.Name}".TrimEnd())} stands twice; keep one of the two rows.");
                }

                yield return read;
            }
        }
    }

    /// <summary>Who holds a role, from when and to when.</summary>
    public static Holder? HolderOf(string text) =>
        HolderWords().Match(text) is { Success: true } match && Spelt.Day(match.Groups["from"].Value) is { } from
        && (!match.Groups["to"].Success || Spelt.Day(match.Groups["to"].Value) >= from)
            ? new Holder
            {
                Name = match.Groups["name"].Value,
                From = from,
                To = match.Groups["to"].Success ? Spelt.Day(match.Groups["to"].Value) : null,
                SignIn = match.Groups["as"].Success ? match.Groups["as"].Value : null,
            }
            : null;

    /// <summary>Writes what <see cref="HolderOf"/> reads.</summary>
    public static string Words(Holder holder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{holder.Name}, from {holder.From.Word()}{(holder.To is { } to ? $" to {to.Word()}" : "")}{(holder.SignIn is { } signIn ? $", signs in as {signIn}" : "")}");

    private static DetailRow? Read(CsvRow row, ImportDefaults defaults)
    {
        var about = row.Text(DetailColumns.About)?.ToLowerInvariant();
        var fact = row.Text(DetailColumns.Fact)?.ToLowerInvariant();
        if (about is null || !Kinds.TryGetValue(about, out var kind))
        {
            row.Wrong(DetailColumns.About, $"{Said(about)}; write plan, brag, board, recommendation, issue, service or lead.");
            return null;
        }

        var plan = row.Plan(defaults);
        var name = about == "plan" ? row.Text(DetailColumns.Name) ?? "" : row.Required(DetailColumns.Name, kind.LongestName, $"write which {about} it is.");
        if (about == "plan" && name.Length > 0)
        {
            row.Wrong(DetailColumns.Name, "A fact of the plan itself has no name; leave the cell blank.");
        }

        if (about == "brag" && name.Length > 0)
        {
            name = Spelt.Rating(name)?.Word() ?? "";
            if (name.Length == 0)
            {
                row.Wrong(DetailColumns.Name, $"{Said(row.Text(DetailColumns.Name))}; write blue, green, amber or red.");
            }
        }

        var isBare = fact is null && row.Text(DetailColumns.Value) is null && about is not ("plan" or "brag");
        if (!isBare && (fact is null || !kind.Facts.Contains(fact)))
        {
            row.Wrong(DetailColumns.Fact, $"{Said(fact)} of a {about}; write {Choices(kind.Facts)}.");
            return null;
        }

        var read = new DetailRow(row.Number, plan, about, name, fact, isBare ? "" : Value(row, about, fact!));
        return read;
    }

    private static string Value(CsvRow row, string about, string fact)
    {
        switch (about, fact)
        {
            case ("plan", "from" or "to") or ("board", "date"):
                _ = row.Text(DetailColumns.Value) is null ? null : row.Date(DetailColumns.Value);
                break;
            case ("plan", "seen by"):
                _ = row.Choice(DetailColumns.Value, word => SeenBy(word), "everyone or those named");
                break;
            case ("plan", "evidence"):
                _ = row.Choice(DetailColumns.Value, word => Answer(word), "yes or no");
                break;
            case ("lead", "kind"):
                _ = row.Choice(DetailColumns.Value, word => KindOf(word), "person, role or board");
                break;
            case ("lead", "holder") when row.Text(DetailColumns.Value) is { } holder && HolderOf(holder) is null:
                row.Wrong(DetailColumns.Value, $"“{CsvRow.InShort(holder)}” does not say who holds it and from when; write it like Jo Hill, from 2017-04-01 to 2018-03-31 (or without an end).");
                break;
            default:
                break;
        }

        var longest = (about, fact) switch
        {
            ("lead", _) => Lead.LongestName,
            ("service", "alias") => Service.LongestName,
            ("service", _) => PlanAction.LongestRef,
            ("issue", "recommendation") => Recommendation.LongestNumber,
            _ => int.MaxValue,
        };
        return row.Required(DetailColumns.Value, longest, $"write the {fact}, or leave out the row.");
    }

    internal static Visibility? SeenBy(string? word) => word?.ToLowerInvariant() switch
    {
        "everyone" => Visibility.Everyone,
        "those named" => Visibility.Named,
        _ => null,
    };

    internal static bool? Answer(string? word) => word?.ToLowerInvariant() switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    internal static LeadKind? KindOf(string? word) => word?.ToLowerInvariant() switch
    {
        "person" => LeadKind.Person,
        "role" => LeadKind.Role,
        "board" => LeadKind.Board,
        _ => null,
    };

    private static string Said(string? text) => text is null ? "The cell is blank" : $"“{CsvRow.InShort(text)}” is not known here";

    private static string Choices(string[] choices) => choices is [var only] ? only : $"{string.Join(", ", choices[..^1])} or {choices[^1]}";

    [GeneratedRegex(@"\A(?<name>.+), from (?<from>[0-9]{4}-[0-9]{2}-[0-9]{2})(?: to (?<to>[0-9]{4}-[0-9]{2}-[0-9]{2}))?(?:, signs in as (?<as>.+))?\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HolderWords();
}
