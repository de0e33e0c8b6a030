using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Make Jo Bloggs an owner of Somerset", "who can edit Leeds".</summary>
internal static class RightRules
{
    private const int LongestPerson = 6;

    private static readonly Saying[] Asked = ["who ~ can/may see/edit/read/change/update/view/access", "who ~ can/may post/contribute/write to/in/on?", "who ~ allowed to? see/edit/read/change/update/view/post/access", "who ~ access/rights/permission to/for/on/in", "who ~ own/owns", "who ~ owner/owners/editors/readers/viewers of/for",
        "list/show me? the? owners/rights/permissions/access/editors/readers of/for/to/on?", "permissions/rights/access for/of/on/in", "owners/owner/editors/readers of", "what rights/permissions/access"];

    private static readonly Saying[] Owners = ["a/an? owner/owners", "owner/ownership/full/admin rights/access/permission/permissions?", "ownership", "own"];

    private static readonly Saying[] Editors = ["a/an? editor/contributor/editors", "edit/write/update/contribute/editing/editor/contributor/change/post access/rights/permission/permissions?", "contribute/edit/update/change/post/write"];

    private static readonly Saying[] Readers = ["a/an? reader/viewer/readers", "read/view/reading/reader/see/viewing/readonly/only access/rights/permission/permissions?", "read only access/rights/permission?", "see/read/view"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker, Core core)
    {
        if (References.Stand(reading))
        {
            return null;
        }

        return (core.Asks || Sayings.At(reading, core.First, "list/show/permissions/rights/access/owners/owner/editors/readers") > 0) && Sayings.Take(reading, Asked) ? List(reading, names, speaker) : core.Asks ? null : Give(reading, names, speaker, core);
    }

    private static Understood? List(Reading reading, Names names, Speaker speaker)
    {
        reading.Rules.Add("who may do what");
        var about = AboutReader.Read(reading, names, speaker, "rights", word => word is "to" or "edit" or "see" or "who" or "can" or "access");
        if (about.About is not { } of || of.Scope is not { Services: [], Leads: null, Sections: [] })
        {
            if (about.Refused is { } refused)
            {
                return refused;
            }

            reading.StartAfresh();
            return null;
        }

        return new Understood(new Request.ListRights(of), of.Name.Length > 0 ? $"Who may see and change {of.Name}" : "Who may see and change the plans", reading.Rules);
    }

    private static Understood? Give(Reading reading, Names names, Speaker speaker, Core core)
    {
        if (Sayings.At(reading, core.First, "remove/drop", "revoke", "take off/away?", "take") is > 0 and var afterRemoval)
        {
            return Remove(reading, names, speaker, core, afterRemoval);
        }

        if (Sayings.At(reading, core.First, "make", "give/grant", "let/allow", "add/set") is not (> 0 and var start))
        {
            return null;
        }

        for (var at = start + 1; at < core.End && at <= start + LongestPerson; at++)
        {
            var role = reading.At(at) is "as" or "to" or "be" or "the" ? at + 1 : at;
            RightKind? kind = Sayings.At(reading, role, Owners) > 0 ? RightKind.Own : Sayings.At(reading, role, Readers) > 0 ? RightKind.Read : Sayings.At(reading, role, Editors) > 0 ? RightKind.Contribute : null;
            if (kind is not { } given)
            {
                continue;
            }

            var end = Sayings.At(reading, role, given switch { RightKind.Own => Owners, RightKind.Read => Readers, _ => Editors });
            return Given(reading, names, speaker, core, (start, at - start), end, given);
        }

        return null;
    }

    // "remove Jo from Somerset", "revoke Jo's access to Somerset"
    private static Understood? Remove(Reading reading, Names names, Speaker speaker, Core core, int start)
    {
        for (var at = start + 1; at < core.End && at <= start + LongestPerson; at++)
        {
            if (Sayings.At(reading, at, "access/rights/ownership/permission/permissions", "edit/read/owner/write/view/editing access/rights/permission/permissions") is > 0 and var access)
            {
                return Given(reading, names, speaker, core, (start, at - start), access, null);
            }

            if (reading.At(at) is "from" or "off" && at + 1 < core.End && names.PlanOf(Plan(reading, at + 1, core.End)).Names.Count > 0)
            {
                return Given(reading, names, speaker, core, (start, at - start), at, null);
            }
        }

        return null;
    }

    private static Understood? Given(Reading reading, Names names, Speaker speaker, Core core, (int Start, int Count) who, int planAt, RightKind? kind)
    {
        if (who.Count == 0 || reading.At(who.Start) is "it" or "this" or "that" or "a" or "an" or "all" or "them")
        {
            return null;
        }

        reading.Rules.Add("gives or takes a right");
        var person = reading.At(who.Start) is "me" && speaker.Name is { } self ? self : Person(reading, who.Start, who.Count);
        var plan = Plan(reading, planAt, core.End);
        if (plan.Length == 0)
        {
            var theirs = AboutReader.OfTheirPlan(reading, names, speaker);
            return theirs == About.Everything
                ? new Understood(new Request.Impossible("rights", "Of which plan? Say it with the right, such as: make Jo an owner of Leeds.", []), "", reading.Rules)
                : Said(reading, person, kind, theirs);
        }

        var typed = reading.Typed(core.End - plan.Length, plan.Length);
        var meaning = names.PlanOf(plan);
        var texts = meaning.Names.Select(name => name.Text).Distinct().ToList();
        return texts switch
        {
            [_] => Said(reading, person, kind, AboutReader.Of([meaning.Names[0]])),
            [] => new Understood(new Request.NoSuchName(string.Join(' ', plan), reading.Choices(typed, meaning.Nearest), "rights"), "", reading.Rules),
            _ => new Understood(new Request.Torn(typed, reading.Choices(typed, texts), "rights"), "", reading.Rules),
        };
    }

    // A sign-in name is one word, whatever stands in it.
    private static string Person(Reading reading, int start, int count) =>
        reading.Text[reading.Words[start].Start..reading.Words[start + count - 1].End] is var said && said.Contains('@') ? said.Trim('.', ',', '<', '>') : reading.Typed(start, count);

    private static Understood Said(Reading reading, string person, RightKind? kind, About about) => new(
        new Request.GiveRight(person, kind, about),
        kind switch
        {
            RightKind.Own => $"{person} owns {about.Name}",
            RightKind.Contribute => $"{person} may post to {about.Name}",
            RightKind.Read => $"{person} may read {about.Name}",
            _ => $"{person} no longer has a right to {about.Name}",
        },
        reading.Rules);

    private static string[] Plan(Reading reading, int start, int end) =>
        [.. Enumerable.Range(start, Math.Max(0, end - start)).Select(at => reading.Words[at].Plain).Where(word => word is not ("of" or "for" or "on" or "to" or "in" or "the" or "plan" or "from" or "off" or "a" or "an" or "access" or "this" or "our" or "as" or "owner" or "please"))];
}
