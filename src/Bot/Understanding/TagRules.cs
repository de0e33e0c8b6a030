using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Tag 4.3 First Response", "remove the service Fostering from 4.3".</summary>
internal static class TagRules
{
    public static Understood? Read(Reading reading, Names names, Speaker speaker, Core core)
    {
        var takesAway = Sayings.At(reading, core.First, "untag", "remove/delete/drop the? tag/service", "remove/delete/drop") > 0;
        var speaksOfTags = Sayings.Stand(reading, "tag/tags/untag/service/services/retag");
        if (!speaksOfTags || (!takesAway && Sayings.At(reading, core.First, "tag/retag", "add") == 0))
        {
            return null;
        }

        var named = reading.Reference;
        var itAt = named is null ? It(reading, core) : null;
        if ((named?.At ?? itAt) is not { } place)
        {
            return null;
        }

        reading.Kind = "tag";
        Sayings.TakeAt(reading, core.First, "tag/retag/untag", "add/remove/delete/drop");
        reading.Place(place, named?.Count ?? 1);
        Sayings.TakeAll(reading, "as? a? service/services/tag/tags", "action");
        IReadOnlyList<int> plans = speaker.PlanMeant is { } meant ? [meant] : [];
        var isSaid = false;

        // "4.3 in Leicestershire"
        if (named is { At: var at, Count: var length } && reading.At(at + length) is "in" or "of" && names.StartingAt(reading, at + length + 1) is { Kind: NameKind.Plan } plan)
        {
            reading.Place(at + length, 1 + plan.Words.Length);
            (plans, isSaid) = (plan.Ids, true);
        }

        var (start, count) = reading.FreeRuns(word => word is "as" or "with" or "for" or "to" or "from" or "the" or "a" or "an" or "of" or "please" or "pls" or "thanks" or "thank" or "you" or "can" or "could" or "would" or "hi" or "hello" or "hey" or "and" or "team" or "on" or "our" or "cheers" or "in" or "plan" or "ta" or "also" or "just").FirstOrDefault();
        if (count == 0)
        {
            return new Understood(new Request.Impossible("tag", "Which service is the action one of? Say, for example: tag 4.3 First Response.", []), "", reading.Rules);
        }

        var phrase = reading.Plain(start, count);
        var end = start + count;

        // "First Response in Leicestershire"
        for (var part = start + 1; part < end - 1; part++)
        {
            if (reading.Words[part].Plain is "in" && names.PlanOf([.. reading.Plain(part + 1, end - part - 1).Where(word => word is not "the" and not "plan")]).Names is { Count: > 0 } among && names.Of(phrase).Names.Count != 1)
            {
                (plans, isSaid) = ([.. among.SelectMany(name => name.Ids).Distinct()], true);
                count = part - start;
                phrase = reading.Plain(start, count);
                break;
            }
        }

        reading.Rules.Add(takesAway ? "takes a service off an action" : "tags an action");
        var typed = reading.Typed(start, count);
        var action = new ActionNamed(named?.Typed ?? speaker.JustNamed?.Ref, plans, isSaid);
        var meaning = names.Of(phrase);
        var services = meaning.Names.Where(name => name.Kind == NameKind.Service).ToList();
        return services switch
        {
            [var one] => new Understood(new Request.Tag(action, one.Text, takesAway), $"{(takesAway ? $"{one.Text} off" : one.Text)} {(takesAway ? "" : "as a service of ")}{action.Ref ?? "it"}", reading.Rules),
            [] => new Understood(new Request.NoSuchName(typed, reading.Choices(typed, meaning.Nearest), "tag"), "", reading.Rules),
            _ => new Understood(new Request.Torn(typed, reading.Choices(typed, services.Select(name => name.Text)), "tag"), "", reading.Rules),
        };
    }

    private static int? It(Reading reading, Core core)
    {
        for (var at = core.First + 1; at < core.End; at++)
        {
            if (reading.At(at) is "it" or "that" || (reading.At(at) == "this" && TimeWords.UnitOf(reading.At(at + 1)) is null))
            {
                return at;
            }
        }

        return null;
    }
}
