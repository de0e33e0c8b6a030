using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Says in words which actions were asked for: "Overdue actions for First Response".</summary>
internal static class Headings
{
    public static string Of(ActionQuestion question, DueSpan? due, string brags, int? stale, List<Name> named, bool mine, Request.NoSuchName? subject)
    {
        var overdue = due is { Words: "Overdue" };
        var first = new List<string>();
        if (overdue)
        {
            first.Add("overdue");
        }

        if (brags.Length > 0)
        {
            first.Add(brags);
        }

        first.Add(question.State switch
        {
            StateAsked.Open when due is null && stale is null => "open",
            StateAsked.Complete => "complete",
            StateAsked.NotStarted => "not started",
            StateAsked.InProgress => "in progress",
            _ => "",
        });

        var sentence = string.Join(' ', [
            .. first.Where(word => word.Length > 0),
            "actions",
            .. due is not null && !overdue ? new[] { due.Words } : [],
            .. question.NoLead ? new[] { "without a lead" } : [],
            .. question.NoDate ? new[] { "without a due date" } : [],
            .. stale is { } days ? new[] { $"not updated for {days} days" } : [],
            .. question.Recommendation is { } number ? new[] { $"that answer recommendation {number}" } : [],
            .. mine ? new[] { "of yours" } : [],
            .. named.Count > 0 ? new[] { $"for {string.Join(" and ", named.Select(name => name.Text))}" } : [],
            .. subject is null ? [] : new[] { $"that mention “{subject.Name}”" },
        ]);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
