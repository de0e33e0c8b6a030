using System.Text;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Says in words which actions were asked for: "Overdue actions for First Response".</summary>
internal static class Headings
{
    public static string Of(ActionQuestion question, Terms terms, Request.NoSuchName? subject)
    {
        var overdue = terms.Due == "Overdue";
        var sentence = new StringBuilder(overdue ? "overdue " : "");
        if (terms.Brags.Length > 0)
        {
            sentence.Append(terms.Brags).Append(' ');
        }

        sentence.Append(question.State switch
        {
            StateAsked.Open when terms.Due is null && terms.Stale is null => "open ",
            StateAsked.Complete => "complete ",
            StateAsked.NotStarted => "not started ",
            StateAsked.InProgress => "in progress ",
            _ => "",
        }).Append("actions");
        Add(overdue ? null : terms.Due);
        Add(terms.NotBrags);
        Add(question.NoLead ? "without a lead" : null);
        Add(question.NoDate ? "without a due date" : null);
        Add(terms.Stale);
        Add(question.Recommendation is { } number ? $"that answer recommendation {number}" : null);
        Add(terms.Mine ? "of yours" : null);
        for (var i = 0; i < terms.Named.Count; i++)
        {
            sentence.Append(i == 0 ? " for " : " and ").Append(terms.Named[i]);
        }

        Add(subject is null ? null : $"that mention “{subject.Name}”");
        sentence[0] = char.ToUpperInvariant(sentence[0]);
        return sentence.ToString();

        void Add(string? more)
        {
            if (more is { Length: > 0 })
            {
                sentence.Append(' ').Append(more);
            }
        }
    }
}
