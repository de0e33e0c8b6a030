using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Says which recommendations actions answer, and which none does.</summary>
public sealed class Coverages(CoverageQuestions coverages, PlanQuestions plans)
{
    private const int MostRows = 20;
    private const int LongestText = 200;

    public async Task<Answer> OfAsync(Request.ShowCoverage asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var among = asked.About.Scope.Plans.Count > 0 ? asked.About.Scope.Plans : [.. (await plans.ListAsync(viewer, today, cancelled)).Select(plan => plan.Id)];
        var found = new List<Coverage>();
        foreach (var plan in among)
        {
            if (await coverages.OfAsync(viewer, plan, cancelled) is { Recommendations.Count: > 0 } coverage)
            {
                found.Add(coverage);
            }
        }

        var all = found.Sum(coverage => coverage.Recommendations.Count);
        var uncovered = found.Sum(coverage => coverage.WithoutAction.Count());
        var idle = found.Sum(coverage => coverage.WithoutProgress.Count());
        return new Overview([.. found.SelectMany(coverage => Passages(coverage, found.Count > 1))])
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = all == 0 ? "No recommendations are known" : Headline(uncovered, idle, all),
            Total = all,
        };
    }

    internal static string Headline(int uncovered, int idle, int all) =>
        (uncovered == 0 ? $"Every one of {Wording.Count(all, "recommendation")} has an action" : $"{uncovered:N0} of {Wording.Count(all, "recommendation")} {(uncovered == 1 ? "has" : "have")} no action")
        + (idle == 0 ? "" : idle == all ? "; none shows progress yet" : $"; {idle:N0} show{(idle == 1 ? "s" : "")} no progress yet");

    // What no action answers comes first.
    private static IEnumerable<Passage> Passages(Coverage coverage, bool namesPlan)
    {
        string Title(string words) => namesPlan ? $"{coverage.PlanName}: {Wording.Lower(words)}" : words;
        yield return new Passage.Lines(Title("No action"), [.. Cut(coverage.WithoutAction.Select(Named))]);
        yield return new Passage.Lines(Title("No progress yet"), [.. Cut(coverage.WithoutProgress.Select(idle => $"{Named(idle)} ({Refs(idle)})"))]);
        yield return new Passage.Table(
            Title("Under way or done"),
            ["Recommendation", "Actions"],
            [.. coverage.Recommendations.Where(recommendation => recommendation.HasProgress).Take(MostRows).Select(recommendation => new[] { recommendation.Number, Refs(recommendation) })]);
    }

    private static IEnumerable<string> Cut(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count <= MostRows ? all : all.Take(MostRows).Append($"… and {all.Count - MostRows:N0} more. Ask about one plan to see its own.");
    }

    private static string Named(CoveredRecommendation recommendation) =>
        recommendation.Text is { } text ? $"{recommendation.Number}: {Wording.Cut(text, LongestText)}" : $"Recommendation {recommendation.Number}";

    internal static string Refs(CoveredRecommendation recommendation) => string.Join(", ", recommendation.Actions.Where(action => !action.IsRetired).Select(action => action.Ref));
}
