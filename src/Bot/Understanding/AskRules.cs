using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Ask Jo Bloggs for an update on 4.3", "chase 4.3".</summary>
internal static class AskRules
{
    private static readonly Saying[] Chase = ["chase up?", "nudge", "prompt"];
    private static readonly Saying[] Ask = ["ask", "request an? update/updates/news", "get/seek an? update/updates/news from"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        if (!MayBe(reading.At(0)) && !(reading.Words.Length > 1 && reading.Words.Any(word => MayBe(word.Plain))))
        {
            return null;
        }

        var core = reading.Core;
        var isChased = Sayings.At(reading, core.First, Chase) > 0;
        if (core.Denies || core.Asks || (!isChased && (Sayings.At(reading, core.First, Ask) == 0 || !Sayings.Stand(reading, "update/updates/news/progress", "how is/are"))))
        {
            return null;
        }

        var named = reading.Reference;
        if (named is null && !Enumerable.Range(core.First, core.End - core.First).Any(at => reading.At(at) is "it" or "that" or "this"))
        {
            return null;
        }

        IReadOnlyList<int> plans = speaker.PlanMeant is { } meant ? [meant] : [];
        var isSaid = false;
        var end = core.End;
        if (named is { At: var place, Count: var length })
        {
            end = place;
            if (reading.At(place + length) is "in" or "of" && names.PlanOf([.. reading.Plain(place + length + 1, core.End - place - length - 1).Where(word => word is not "the" and not "plan")]).Names is { Count: > 0 } among)
            {
                (plans, isSaid) = ([.. among.SelectMany(name => name.Ids).Distinct()], true);
            }
        }

        reading.Rules.Add("asks the leads of an action");
        var lead = LeadIn(reading, names, core.First + 1, end);
        var action = new ActionNamed(named?.Typed ?? speaker.JustNamed?.Ref, plans, isSaid);
        return new Understood(new Request.AskLeads(action, lead), $"Ask {lead ?? "the leads"} for an update on {action.Ref ?? "it"}", reading.Rules);
    }

    private static bool MayBe(string? word) => word is "ask" or "chase" or "nudge" or "prompt" or "request" or "get" or "seek";

    // The longest name of a lead before the action.
    private static string? LeadIn(Reading reading, Names names, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            for (var last = end; last > at; last--)
            {
                if (names.Of(reading.Plain(at, last - at), marked: true, NameKind.Lead).Names is [{ Kind: NameKind.Lead } lead] && reading.At(at) is not ("for" or "the" or "an" or "a" or "on" or "lead" or "leads" or "of" or "how" or "update"))
                {
                    return lead.Text;
                }
            }
        }

        return null;
    }
}
