using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Puts what a follow-up says into the question before it.</summary>
internal static class GoingOn
{
    /// <param name="narrows">Whom it is about comes on top, too; else it takes the place of whom the last question was about.</param>
    public static (ActionQuestion Question, Terms Terms, Request.NoSuchName? Subject) Merge(
        Request.ListActions before, ActionQuestion said, Terms terms, Request.NoSuchName? subject, Names names, bool narrows)
    {
        var question = before.Question;
        var kept = before.Terms;
        if (said.Services.Count > 0 || said.Leads is not null || said.Sections.Count > 0 || said.Plans.Count > 0 || subject is not null)
        {
            (question, kept) = About(question, kept, said, terms, names, narrows);
        }

        if (said.State is StateAsked.NotStarted or StateAsked.InProgress || (said.State != StateAsked.Any && terms.Due is null && terms.Stale is null))
        {
            question = question with { State = said.State };
            if (said.State == StateAsked.Complete)
            {
                // What is complete is neither late nor forgotten.
                question = question with { DueFrom = null, DueTo = null, NoProgressSince = null, Brags = said.Brags, NotBrags = said.NotBrags };
                kept = kept with { Due = null, Stale = null, Brags = terms.Brags, NotBrags = terms.NotBrags };
            }
        }

        if (said.Brags.Count > 0)
        {
            question = question with { Brags = said.Brags, NotBrags = said.NotBrags, State = question.State == StateAsked.Complete && !said.Brags.Contains(Brag.Blue) ? StateAsked.Any : question.State };
            kept = kept with { Brags = terms.Brags, NotBrags = terms.NotBrags };
        }
        else if (said.NotBrags.Count > 0)
        {
            (question, kept) = Without(question, kept, said.NotBrags);
        }

        if (terms.Due is not null)
        {
            question = question with { DueFrom = said.DueFrom, DueTo = said.DueTo, NoDate = false, State = Open(question.State) };
            kept = kept with { Due = terms.Due };
        }

        if (terms.Stale is not null)
        {
            question = question with { NoProgressSince = said.NoProgressSince, State = Open(question.State) };
            kept = kept with { Stale = terms.Stale };
        }

        question = question with
        {
            Recommendation = said.Recommendation ?? question.Recommendation,
            NoLead = question.NoLead || said.NoLead,
            NoDate = question.NoDate || said.NoDate,
            Words = subject?.Name ?? question.Words,
        };
        return (question, kept, subject ?? before.Subject);
    }

    // Of the reds and ambers without the reds, the ambers are left; all else that was left out stays so.
    private static (ActionQuestion Question, Terms Terms) Without(ActionQuestion before, Terms kept, IReadOnlyList<Brag> leftOut)
    {
        Brag[] left = [.. before.Brags.Except(leftOut)];
        if (left.Length > 0)
        {
            return (before with { Brags = left }, kept with { Brags = StateRules.InWords(left) });
        }

        Brag[] all = [.. before.NotBrags.Union(leftOut).Order()];
        return (before with { Brags = [], NotBrags = all }, kept with { Brags = "", NotBrags = DenialRules.InWords(all) });
    }

    private static StateAsked Open(StateAsked state) => state is StateAsked.Any or StateAsked.Complete ? StateAsked.Open : state;

    private static (ActionQuestion Question, Terms Terms) About(ActionQuestion before, Terms kept, ActionQuestion said, Terms terms, Names names, bool narrows)
    {
        // The plan goes on being meant where it has what is asked about now.
        var staysInPlan = said.Plans.Count == 0 && before.Plans.Count > 0 && names.AreIn(said, before.Plans);
        var plans = said.Plans.Count > 0 ? said.Plans : narrows || staysInPlan ? before.Plans : [];
        var question = narrows
            ? before with
            {
                Plans = plans,
                Services = said.Services.Count > 0 ? said.Services : before.Services,
                Sections = said.Sections.Count > 0 ? said.Sections : before.Sections,
                Leads = said.Leads ?? before.Leads,
            }
            : before with { Plans = plans, Services = said.Services, Sections = said.Sections, Leads = said.Leads, Words = null };
        var named = narrows ? kept.Named.Concat(terms.Named).Distinct() : terms.Named.AsEnumerable();
        return (question, kept with { Named = [.. named], Mine = terms.Mine || (narrows && kept.Mine) });
    }
}
