using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using Xunit.Abstractions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>A line of the corpus: who says what on which day, and what must be understood.</summary>
internal sealed record CorpusLine(string File, int Number, DateOnly Today, Speaker Speaker, string Said, string Expected, bool IsFollowUp, IReadOnlyList<ShownAction>? Shows);

/// <summary>What came of a line.</summary>
internal sealed record CorpusResult(CorpusLine Line, Speaker Speaker, IReadOnlyList<RequestNotation> Understood, IReadOnlyList<IReadOnlyList<RequestNotation>> Wanted)
{
    public bool IsRight => Wanted.Any(parts => parts is [{ Kind: "no-write" } any]
        ? Understood.All(any.Fits)
        : parts.Count == Understood.Count && parts.Zip(Understood).All(pair => pair.First.Fits(pair.Second)));

    /// <summary>Something would be changed that nobody asked to be changed like that.</summary>
    public bool IsWrongWrite => !IsRight && Understood.Any(part => part.IsWrite && !Wanted.Any(parts => parts.Any(wanted => wanted.Kind != "no-write" && wanted.Fits(part))));

    public string Intent => Wanted[0][^1].Kind;

    public override string ToString() =>
        $"{Line.File}:{Line.Number}{(IsWrongWrite ? " WRONG WRITE" : "")}\n    said      {Line.Said}\n    expected  {Line.Expected}\n    got       {string.Join(" ;; ", Understood)}";
}

/// <summary>Reads the corpus, has it understood, and says how that went.</summary>
internal static class Corpus
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Understanding", "Corpus");

    public static IEnumerable<string> Files(string part) =>
        Directory.EnumerateFiles(Path.Combine(Folder, part), "*.txt").Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Where(file => file != "names.txt").Order(StringComparer.Ordinal);

    public static IEnumerable<CorpusLine> Lines(string file)
    {
        CorpusLine? before = null;
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(Folder, file)))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split(" | ");
            var isFollowUp = fields[0].Trim() == ">";
            var (today, speaker) = isFollowUp ? (before!.Today, before.Speaker) : Head(fields[0]);
            before = new CorpusLine(file, number, today, speaker, fields[1].Replace("\\n", "\n", StringComparison.Ordinal), fields[2], isFollowUp, fields.Length > 3 ? Shown(fields[3]) : null);
            yield return before;
        }
    }

    /// <summary>Has every line understood; a follow-up with what its speaker remembers of the lines before.</summary>
    public static IReadOnlyList<CorpusResult> Read(IEnumerable<CorpusLine> lines)
    {
        var results = new List<CorpusResult>();
        Remembered? last = null;
        foreach (var line in lines)
        {
            var speaker = line.Speaker with { Last = line.IsFollowUp ? last : null };
            var request = Reader.Read(line.Said, CorpusNames.Instance.Names, line.Today, speaker).Request;
            results.Add(Judge(line, speaker, request));
            last = After(request, line, speaker);
        }

        return results;
    }

    public static CorpusResult Judge(CorpusLine line, Speaker speaker, Request request)
    {
        try
        {
            return new CorpusResult(
                line,
                speaker,
                RequestNotation.Of(request, speaker, CorpusNames.Instance),
                [.. line.Expected.Split(" || ").Select(expected => RequestNotation.Parse(expected, speaker, CorpusNames.Instance))]);
        }
        catch (Exception problem) when (problem is FormatException or IndexOutOfRangeException)
        {
            throw new FormatException($"{line.File}:{line.Number} {line.Expected}: {problem.Message}", problem);
        }
    }

    /// <summary>Says how many of each intent were right, and lists what was not, the gravest first.</summary>
    public static int Report(IReadOnlyList<CorpusResult> results, ITestOutputHelper output)
    {
        foreach (var intent in results.GroupBy(result => result.Intent).OrderBy(intent => intent.Key, StringComparer.Ordinal))
        {
            var right = intent.Count(result => result.IsRight);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{intent.Key,-14} {right,4} of {intent.Count(),4}  {100.0 * right / intent.Count(),6:0.0} %"));
        }

        var wrong = results.Where(result => !result.IsRight).OrderByDescending(result => result.IsWrongWrite).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-14} {results.Count - wrong.Count,4} of {results.Count,4}  {100.0 * (results.Count - wrong.Count) / results.Count,6:0.0} %"));
        foreach (var miss in wrong)
        {
            output.WriteLine(miss.ToString());
        }

        return wrong.Count;
    }

    // 2017-04-20 as HR Director in somerset
    private static (DateOnly, Speaker) Head(string head)
    {
        var (rest, plan) = head.Trim().LastIndexOf(" in ", StringComparison.Ordinal) is > 0 and var at && CorpusNames.Instance.Plans.Contains(head[(at + 4)..].Trim())
            ? (head[..at], CorpusNames.Instance.Plan(head[(at + 4)..].Trim()))
            : (head.Trim(), (int?)null);
        var parts = rest.Split(" as ", 2);
        return (DateOnly.ParseExact(parts[0].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture), new Speaker(parts.Length > 1 ? parts[1].Trim() : "Jo Bloggs", null, plan));
    }

    // shows leicestershire 3.3, 4.9; somerset 1.1
    private static List<ShownAction> Shown(string shows) =>
        [.. shows.Trim()["shows".Length..].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(plan =>
            plan[plan.IndexOf(' ', StringComparison.Ordinal)..].Split(',', StringSplitOptions.TrimEntries)
                .Select(reference => new ShownAction(CorpusNames.Instance.Plan(plan[..plan.IndexOf(' ', StringComparison.Ordinal)]), reference)))];

    private static Remembered After(Request request, CorpusLine line, Speaker speaker)
    {
        var done = request is Request.Several several ? several.Parts[^1].Request : request;
        var asked = done is Request.ListActions or Request.ShowAction or Request.Summarise or Request.ListChanges or Request.ShowHistory or Request.ListIndicators or Request.ShowIndicator or Request.ShowCoverage
            ? done
            : speaker.Last?.Asked;
        var action = done switch
        {
            Request.ShowAction shown => shown.Action,
            Request.ShowHistory history => history.Action,
            Request.Post post => post.Action,
            Request.Reschedule moved => moved.Action,
            Request.Reassign handed => handed.Action,
            _ => null,
        };
        IReadOnlyList<ShownAction> seen = line.Shows
            ?? (action is { Ref: { } reference, Plans: [var only] } ? [new ShownAction(only, reference)] : action is { Ref: null } || asked == speaker.Last?.Asked ? speaker.Last?.Shown ?? [] : []);
        var plans = seen.Select(shown => shown.Plan).Distinct().ToList();
        var about = (asked as Request.Summarise)?.About ?? (asked as Request.ListChanges)?.About ?? (asked as Request.ListIndicators)?.About ?? (asked as Request.ShowCoverage)?.About;
        return new Remembered(asked, seen, plans is [var plan] ? plan : about?.Scope.Plans is [var named] ? named : speaker.PlanMeant);
    }
}
