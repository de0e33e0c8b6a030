using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Says in words which actions were asked for: "Overdue actions for First Response".</summary>
internal static class Headings
{
    public static string Of(ActionQuestion question, Terms terms, Request.NoSuchName? subject)
    {
        var overdue = terms.Due == "Overdue";
        var first = new List<string>();
        if (overdue)
        {
            first.Add("overdue");
        }

        if (terms.Brags.Length > 0)
        {
            first.Add(terms.Brags);
        }

        first.Add(question.State switch
        {
            StateAsked.Open when terms.Due is null && terms.Stale is null => "open",
            StateAsked.Complete => "complete",
            StateAsked.NotStarted => "not started",
            StateAsked.InProgress => "in progress",
            _ => "",
        });

        var sentence = string.Join(' ', [
            .. first.Where(word => word.Length > 0),
            "actions",
            .. terms.Due is { } due && !overdue ? new[] { due } : [],
            .. terms.NotBrags.Length > 0 ? new[] { terms.NotBrags } : [],
            .. question.NoLead ? new[] { "without a lead" } : [],
            .. question.NoDate ? new[] { "without a due date" } : [],
            .. terms.Stale is { } stale ? new[] { stale } : [],
            .. question.Recommendation is { } number ? new[] { $"that answer recommendation {number}" } : [],
            .. terms.Mine ? new[] { "of yours" } : [],
            .. terms.Named.Count > 0 ? new[] { $"for {string.Join(" and ", terms.Named)}" } : [],
            .. subject is null ? [] : new[] { $"that mention “{subject.Name}”" },
        ]);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
