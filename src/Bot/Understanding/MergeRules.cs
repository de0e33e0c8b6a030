using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Merge J Bloggs into Jo Bloggs", "J Bloggs and Jo Bloggs are the same person".</summary>
internal static class MergeRules
{
    public static Understood? Read(Reading reading, Names names, Core core)
    {
        if (References.Stand(reading))
        {
            return null;
        }

        var verb = Sayings.At(reading, core.First, "merge/combine the? leads/lead/services/service/names/people?", "merge/combine");
        return verb > 0 ? Ordered(reading, names, verb, core.End) : Same(reading, names, core);
    }

    private static Understood? Ordered(Reading reading, Names names, int first, int end)
    {
        for (var at = first + 1; at < end - 1; at++)
        {
            if (reading.At(at) is "into" or "with" or "to" || (reading.At(at) is "and" && Known(reading, names, first, at) is { Count: > 0 }))
            {
                var isInto = reading.At(at) is "into" or "to";
                return Both(reading, names, (first, at - first), (at + 1, end - at - 1), isInto);
            }
        }

        return new Understood(new Request.Impossible("merge", "Which two names mean the same? Say, for example: merge J Bloggs into Jo Bloggs.", []), "", reading.Rules);
    }

    // "A and B are the same person", "A is the same person as B", "A is a duplicate of B"
    private static Understood? Same(Reading reading, Names names, Core core)
    {
        for (var at = core.First; at < core.End; at++)
        {
            if (Sayings.At(reading, at, "is ~ same person/lead/service/team/one? as", "is a duplicate of", "same as") is > 0 and var after && at > core.First && after < core.End)
            {
                return Known(reading, names, core.First, at) is null ? null : Both(reading, names, (core.First, at - core.First), (after, core.End - after), false);
            }

            if (Sayings.At(reading, at, "are ~ same person/lead/service/team/one?", "are duplicates") is > 0 and var end && end >= core.End)
            {
                for (var and = core.First + 1; and < at - 1; and++)
                {
                    if (reading.At(and) is "and" && Known(reading, names, core.First, and) is { Count: > 0 } && Known(reading, names, and + 1, at) is { Count: > 0 })
                    {
                        return Both(reading, names, (core.First, and - core.First), (and + 1, at - and - 1), false);
                    }
                }
            }
        }

        return null;
    }

    private static List<Name>? Known(Reading reading, Names names, int start, int end) =>
        end > start && names.Of(reading.Plain(start, end - start)).Names.Where(IsMergeable).ToList() is { Count: > 0 } known ? known : null;

    private static Choice Way(Name stays, Name goes) => new($"Keep {stays.Text}", $"merge {goes.Text} into {stays.Text}");

    // "Jo Bloggs" says more than "J Bloggs" or "Bloggs"; of two spellings neither does.
    private static bool IsFuller(Name one, Name other) =>
        one.Words.Length > other.Words.Length || (one.Words.Length == other.Words.Length && one.Words.Zip(other.Words).All(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal)) && one.Text.Length > other.Text.Length);

    // Where nobody says which name is to stay, the fuller one stays.
    private static Understood Both(Reading reading, Names names, (int Start, int Count) gone, (int Start, int Count) kept, bool isDirected)
    {
        reading.Rules.Add("two names of one lead or service");
        var (first, problem) = One(reading, names, gone);
        if (problem is not null || first is null)
        {
            return problem!;
        }

        var (second, wrong) = One(reading, names, kept);
        if (wrong is not null || second is null)
        {
            return wrong!;
        }

        if (first.Kind != second.Kind || first.Text == second.Text)
        {
            return new Understood(new Request.Impossible("merge", first.Kind != second.Kind ? $"{first.Text} and {second.Text} are a lead and a service: they cannot be one." : $"{first.Text} is one already.", []), "", reading.Rules);
        }

        if (!isDirected && !IsFuller(first, second) && !IsFuller(second, first))
        {
            Choice[] ways = [Way(first, second), Way(second, first)];
            return new Understood(new Request.Torn($"{first.Text} and {second.Text}", ways, "merge", $"Which name is to stay, {first.Text} or {second.Text}?"), "", reading.Rules);
        }

        var (stays, goes) = isDirected || !IsFuller(first, second) ? (second, first) : (first, second);
        return new Understood(new Request.Merge(stays.Text, goes.Text), $"{goes.Text} is {stays.Text}", reading.Rules);
    }

    private static (Name? Name, Understood? Problem) One(Reading reading, Names names, (int Start, int Count) said)
    {
        var typed = reading.Typed(said.Start, said.Count);
        var meaning = names.Of(reading.Plain(said.Start, said.Count));
        return meaning.Names.Where(IsMergeable).ToList() switch
        {
            [var one] => (one, null),
            [] => (null, new Understood(new Request.NoSuchName(typed, reading.Choices(typed, meaning.Nearest), "merge"), "", reading.Rules)),
            var several => (null, new Understood(new Request.Torn(typed, reading.Choices(typed, several.Select(name => name.Text)), "merge"), "", reading.Rules)),
        };
    }

    private static bool IsMergeable(Name name) => name.Kind is NameKind.Lead or NameKind.Service;
}
