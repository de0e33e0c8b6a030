using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Jo Bloggs is Head of Service, Children in Care", "Jo Bloggs takes over as Head of SEND from 1 May": who holds a role from a day on.</summary>
internal static class HolderRules
{
    private const int ShortestPerson = 2;
    private const int LongestPerson = 4;

    private static readonly Saying[] Holds = ["is now? our/the/acting/interim? new?", "has become the?", "becomes the?", "will be the?", "takes/took/taking over as the?", "is taking over as the?", "has taken over as the?", "holds the? role/post of?", "has been appointed as? the?", "was appointed as? the?"];

    private static readonly Saying[] From = ["from", "since", "starting", "with effect from", "wef", "as of", "as from", "on"];

    public static Understood? Read(Reading reading, Names names, Core core)
    {
        if (core.Asks || core.Denies || core.End - core.First < ShortestPerson + 2)
        {
            return null;
        }

        for (var at = core.First + ShortestPerson; at <= core.First + LongestPerson && at < core.End - 1; at++)
        {
            if (reading.At(at) is "is" or "has" or "becomes" or "will" or "takes" or "took" or "taking" or "holds" or "was" && Sayings.At(reading, at, Holds) is > 0 and var role && role < core.End
                && IsPerson(reading, core.First, at) && RoleAt(reading, names, role, core.End) is var (lead, end))
            {
                return Handed(reading, lead, reading.Typed(core.First, at - core.First), end, core.End);
            }
        }

        return null;
    }

    private static Understood? Handed(Reading reading, Name role, string person, int at, int end)
    {
        var from = reading.Today;
        if (at < end)
        {
            var after = Sayings.At(reading, at, From);
            if ((after > 0 ? Days.At(reading, after) : null) is not { } day)
            {
                return null;
            }

            if (day.Problem is not null || !day.IsOneDay)
            {
                return day.Problem is not null ? new Understood(day.Asks(reading, "reassign"), "", reading.Rules)
                    : new Understood(new Request.Impossible("reassign", $"From which day does {person} hold it? Say it, such as: from 1 May 2018.", []), "", reading.Rules);
            }

            from = day.First;
        }

        reading.Rules.Add("who holds a role");
        return new Understood(new Request.HandRole(role.Text, person, from), $"{person} is {role.Text} from {Dates.InWords(from)}", reading.Rules);
    }

    // The longest run of words from here that is a lead's whole name.
    private static (Name Lead, int End)? RoleAt(Reading reading, Names names, int at, int end)
    {
        for (var last = end; last > at; last--)
        {
            if ((last == end || Sayings.At(reading, last, From) > 0)
                && names.Of(reading.Plain(at, last - at), marked: true, NameKind.Lead).Names.Where(name => name.Words.Length == last - at).ToList() is [var lead])
            {
                return (lead, last);
            }
        }

        return null;
    }

    // People are written with capitals; "the plan is …" speaks of no one.
    private static bool IsPerson(Reading reading, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (reading.Words[at].Typed.TrimStart('@') is not { Length: > 0 } typed || !char.IsUpper(typed[0]))
            {
                return false;
            }
        }

        return true;
    }
}
