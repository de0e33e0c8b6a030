using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Which column of a table means what.</summary>
internal sealed partial record TableLayout(string[] Headings, ColumnMeaning[] Meanings, bool HoldsActions)
{
    private const int MostSampled = 200;
    private const int LongestFixedWord = 12;

    /// <summary>Finds what the columns mean from their headings and from what stands below them.</summary>
    /// <param name="before">The layout of the table before, whose columns an unreadable heading of a new page repeats.</param>
    /// <param name="asked">What a person said headings mean.</param>
    public static TableLayout Of(string[] headings, IReadOnlyList<DocumentRow> body, TableLayout? before, IReadOnlyDictionary<string, ColumnMeaning> asked)
    {
        var columns = headings.Length;
        var repeats = before is { HoldsActions: true } && before.Headings.Length == columns ? before : null;
        var meanings = new ColumnMeaning[columns];
        var promises = new Promise[columns];
        var samples = new List<string>[columns];
        for (var at = 0; at < columns; at++)
        {
            samples[at] = [.. body.Take(MostSampled).Where(row => at < row.Cells.Length && !row.Cells[at].IsBlank).Select(row => row.Cells[at].Text)];
            promises[at] = HeadingWords.Roughly(headings[at]);
        }

        var rows = body.Take(MostSampled).Count(row => row.Cells.Count(cell => !cell.IsBlank) > 1);
        for (var at = 0; at < columns; at++)
        {
            meanings[at] = repeats is not null && promises[at] == Promise.None && headings[at].Length > 0 ? repeats.Meanings[at] : Meaning(promises[at], samples[at]);
            if (meanings[at] == ColumnMeaning.Note && headings[at].Length == 0)
            {
                meanings[at] = samples[at].Count > 0 && samples[at].Count(IsReference) * 10 >= samples[at].Count * 6 && promises.All(promise => promise != Promise.Ref) && at < 2 ? ColumnMeaning.Ref
                    : body.Take(MostSampled).Count(row => at < row.Cells.Length && row.Cells[at].Fill is not null) * 2 > rows && promises.All(promise => promise is not (Promise.Brag or Promise.Status)) ? ColumnMeaning.Brag
                    : ColumnMeaning.Note;
            }
        }

        FindAction(meanings, promises, samples, rows);
        FindTimes(meanings, promises);
        KeepFirst(meanings, ColumnMeaning.Ref, ColumnMeaning.Leads, ColumnMeaning.Recommendations, ColumnMeaning.Brag, ColumnMeaning.State, ColumnMeaning.Section, ColumnMeaning.Outcome, ColumnMeaning.Measures, ColumnMeaning.Services, ColumnMeaning.ProgressOn, ColumnMeaning.SectionLead, ColumnMeaning.SectionOutcomes, ColumnMeaning.Parent);
        KeepLast(meanings, ColumnMeaning.Progress);
        for (var at = 0; at < columns; at++)
        {
            if (asked.TryGetValue(HeadingWords.Plain(headings[at]), out var said))
            {
                for (var other = 0; other < columns && said is not (ColumnMeaning.Note or ColumnMeaning.Steps); other++)
                {
                    meanings[other] = meanings[other] == said ? ColumnMeaning.Note : meanings[other];
                }

                meanings[at] = said;
            }
        }

        var action = Array.IndexOf(meanings, ColumnMeaning.Action);
        var holds = action >= 0 && (asked.ContainsKey(HeadingWords.Plain(headings[action])) || meanings.Any(meaning => meaning is ColumnMeaning.Leads or ColumnMeaning.Timescale or ColumnMeaning.Brag or ColumnMeaning.State or ColumnMeaning.Ref or ColumnMeaning.Progress or ColumnMeaning.Steps));
        return new TableLayout(headings, meanings, holds);
    }

    public int At(ColumnMeaning meaning) => Array.IndexOf(Meanings, meaning);

    public bool Has(ColumnMeaning meaning) => At(meaning) >= 0;

    /// <summary>Looks like “1.4”, “A3” or “12a”.</summary>
    public static bool IsReference(string cell) => Reference().IsMatch(cell);

    private static ColumnMeaning Meaning(Promise promise, List<string> sample) => promise switch
    {
        Promise.Ref => sample.Count > 0 && sample.Count(cell => cell.Length > 20) * 2 > sample.Count ? ColumnMeaning.Note : ColumnMeaning.Ref,
        Promise.Recommendations => sample.Count == 0 || sample.Count(RecommendationNumbers.Looks) * 2 >= sample.Count ? ColumnMeaning.Recommendations : ColumnMeaning.Note,
        Promise.Leads => ColumnMeaning.Leads,
        Promise.Services => ColumnMeaning.Services,
        Promise.Timescale or Promise.RevisedDate => ColumnMeaning.Timescale,
        Promise.Milestones => ColumnMeaning.Milestones,
        Promise.Brag => ColumnMeaning.Brag,
        Promise.Status => sample.Count > 0 && sample.Count(cell => Ratings.Colour(cell) is not null && Ratings.State(cell) is null) * 2 > sample.Count ? ColumnMeaning.Brag
            : sample.Count > 0 && sample.Count(cell => cell.Length > 40) * 2 > sample.Count ? ColumnMeaning.Progress
            : ColumnMeaning.State,
        Promise.Outcome => ColumnMeaning.Outcome,
        Promise.Measures => ColumnMeaning.Measures,
        Promise.Progress => ColumnMeaning.Progress,
        Promise.ProgressOn => ColumnMeaning.ProgressOn,
        Promise.Section => ColumnMeaning.Section,
        Promise.SectionLead => ColumnMeaning.SectionLead,
        Promise.SectionOutcomes => ColumnMeaning.SectionOutcomes,
        Promise.Parent => ColumnMeaning.Parent,
        Promise.Steps => ColumnMeaning.Steps,
        _ => ColumnMeaning.Note,
    };

    // A plan may call what is to be done its requirement or priority, and list steps as actions; or group actions under an objective or a recommendation.
    private static void FindAction(ColumnMeaning[] meanings, Promise[] promises, List<string>[] samples, int rows)
    {
        var action = Find(Promise.Action);
        var requirement = Find(Promise.Requirement);
        var priority = Find(Promise.Priority);
        var recommendation = Array.FindIndex(promises, promise => promise == Promise.Recommendations);
        recommendation = recommendation >= 0 && meanings[recommendation] == ColumnMeaning.Note && samples[recommendation].Count > 0 && samples[recommendation].Average(cell => cell.Length) > LongestFixedWord ? recommendation : -1;
        var objective = Find(Promise.Objective);
        if (priority >= 0 && samples[priority].Count > 0 && samples[priority].All(IsLevel))
        {
            priority = -1;
        }

        var first = requirement >= 0 ? requirement : priority;
        var isGroup = first >= 0 && action >= 0 && samples[first].Count * 10 < rows * 8;
        if (action >= 0 && recommendation >= 0 && samples[action].Count < rows && samples[recommendation].Count >= rows)
        {
            // Each row names a recommendation, and only some say more.
            (meanings[action], action) = (ColumnMeaning.Steps, -1);
        }

        var chosen = first >= 0 && !isGroup ? first
            : action >= 0 ? action
            : recommendation >= 0 ? recommendation
            : first < 0 && Array.IndexOf(meanings, ColumnMeaning.Steps) is >= 0 and var steps && objective < 0 ? steps
            : objective >= 0 ? objective
            : Longest();
        if (chosen < 0)
        {
            return;
        }

        meanings[chosen] = ColumnMeaning.Action;
        if (action >= 0 && action != chosen)
        {
            meanings[action] = ColumnMeaning.Steps;
        }

        foreach (var group in new[] { first, recommendation, objective })
        {
            if (group >= 0 && group != chosen && !meanings.Contains(ColumnMeaning.Section) && samples[group].Count * 10 < rows * 8)
            {
                meanings[group] = ColumnMeaning.Section;
            }
        }

        int Find(Promise promise) => Array.IndexOf(promises, promise);

        // No heading says it; beside leads or dates, the longest words do.
        int Longest() => meanings.Any(meaning => meaning is ColumnMeaning.Leads or ColumnMeaning.Timescale)
            ? Enumerable.Range(0, meanings.Length)
                .Where(at => meanings[at] == ColumnMeaning.Note && promises[at] == Promise.None && samples[at].Count > 0 && samples[at].Average(cell => cell.Length) > LongestFixedWord)
                .OrderByDescending(at => samples[at].Average(cell => cell.Length)).Append(-1).First()
            : -1;
    }

    private static void FindTimes(ColumnMeaning[] meanings, Promise[] promises)
    {
        var revised = Array.FindIndex(promises, promise => promise == Promise.RevisedDate);
        var first = revised >= 0 ? revised : Array.IndexOf(meanings, ColumnMeaning.Timescale);
        for (var at = 0; at < meanings.Length; at++)
        {
            if (meanings[at] == ColumnMeaning.Timescale && at != first)
            {
                meanings[at] = ColumnMeaning.Note;
            }
        }

        var milestones = Array.IndexOf(meanings, ColumnMeaning.Milestones);
        if (first < 0 && milestones >= 0)
        {
            meanings[milestones] = ColumnMeaning.Timescale;
        }
    }

    private static void KeepFirst(ColumnMeaning[] meanings, params ReadOnlySpan<ColumnMeaning> once)
    {
        foreach (var meaning in once)
        {
            var first = Array.IndexOf(meanings, meaning);
            for (var at = first + 1; first >= 0 && at < meanings.Length; at++)
            {
                meanings[at] = meanings[at] == meaning ? ColumnMeaning.Note : meanings[at];
            }
        }
    }

    private static void KeepLast(ColumnMeaning[] meanings, ColumnMeaning meaning)
    {
        var last = Array.LastIndexOf(meanings, meaning);
        for (var at = 0; at < last; at++)
        {
            meanings[at] = meanings[at] == meaning ? ColumnMeaning.Note : meanings[at];
        }
    }

    private static bool IsLevel(string cell) => cell.Length <= LongestFixedWord && (cell.ToLowerInvariant() is "high" or "medium" or "low" or "h" or "m" or "l" or "critical" or "urgent" || cell is "1" or "2" or "3" or "4" or "5");

    [GeneratedRegex(@"^(?:[A-Za-z]{1,5}[ .-]?)?[0-9]{1,4}(?:[.][0-9]{1,3})*\.?[a-z]?[.)]?$")]
    private static partial Regex Reference();
}
