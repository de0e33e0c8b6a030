using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>How dates, states, ratings and numbers are said.</summary>
internal static class Wording
{
    private const int LongestList = 200;
    private const int MostMoves = 5;

    public static ListedAction Listed(ActionLine action, DateOnly today) => new(
        action,
        Standing(action, today),
        State(action.State),
        When(action),
        Whose(action));

    public static string State(ActionState state) => state switch
    {
        ActionState.NotStarted => "not started",
        ActionState.InProgress => "in progress",
        _ => "complete",
    };

    /// <summary>Nothing is healthy that nobody rated.</summary>
    public static Phrase Rating(Brag? brag) => brag is { } rated ? new Phrase(rated.ToString(), ToneOf(rated)) : new Phrase("Not rated");

    public static Tone ToneOf(Brag brag) => brag switch
    {
        Brag.Red => Tone.Red,
        Brag.Amber => Tone.Amber,
        Brag.Green => Tone.Green,
        _ => Tone.Blue,
    };

    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    public static string Lower(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];

    public static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number:N0} {many ?? $"{one}s"}";

    public static string Number(decimal value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>A long text up to where it can be left; what is left out is said by the dots.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', longest, longest / 4);
        var end = space > 0 ? space : longest;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]} …";
    }

    /// <summary>Days while one can count them, then weeks, months and years: nobody reads 3,145 days.</summary>
    public static string Length(int days, int countable = 21) => days switch
    {
        _ when days < countable => Count(days, "day"),
        < 120 => Count(days / 7, "week"),
        < 730 => Count(days / 30, "month"),
        _ => Count(days / 365, "year"),
    };

    /// <summary>A rating says what it rests on. Green is doubted where it is late, or where nobody has said so for long.</summary>
    private static Phrase[] Standing(ActionLine action, DateOnly today)
    {
        var days = action.Due is { } due ? today.DayNumber - due.DayNumber : 0;
        var isLate = action.State != ActionState.Complete && days > 0;
        var isOld = action.State != ActionState.Complete && !(action.UpdatedOn > today.AddDays(-Watermelon.DaysWithoutProgress));
        var urgency = action switch
        {
            { State: ActionState.Complete } => "complete",
            { Due: null } => "no due date",
            _ when isLate => $"{Length(days)} overdue",
            _ when days == 0 => "due today",
            _ => $"due in {Length(-days)}",
        };
        var state = action.State == ActionState.Complete ? "" : $" · {State(action.State)}";
        return action.Brag == Brag.Green && isOld && !isLate
            ? [Rating(action.Brag), new Phrase($", but {Updated(action, today)}, {urgency}{state}")]
            :
            [
                Rating(action.Brag),
                new Phrase(action.Brag == Brag.Green && isLate ? ", but " : ": "),
                new Phrase(urgency, isLate ? Tone.Strong : Tone.Plain),
                new Phrase($", {Updated(action, today)}{state}"),
            ];
    }

    private static string Updated(ActionLine action, DateOnly today) => action.UpdatedOn is not { } on ? "never updated"
        : today.DayNumber - on.DayNumber is var ago && ago < 0 ? $"last update {Dates.InWords(on)}"
        : ago == 0 ? "updated today"
        : $"last update {Length(ago, countable: 100)} ago";

    private static string When(ActionLine action)
    {
        var date = action.Due is { } due ? $"{(action.State == ActionState.Complete ? "Was due" : "Due")} {Dates.InWords(due)}" : "No due date";
        return action.Timescale is { } words ? $"{date}; in the plan’s words: “{Cut(words, LongestList)}”" : date;
    }

    private static string Whose(ActionLine action)
    {
        var leads = action.Leads.Count switch
        {
            0 => "No lead",
            1 => $"Lead: {action.Leads[0]}",
            _ => $"Leads: {string.Join("; ", action.Leads)}",
        };
        return Cut(action.Services.Count switch
        {
            0 => leads,
            1 => $"{leads} · Team: {action.Services[0]}",
            _ => $"{leads} · Teams: {string.Join("; ", action.Services)}",
        }, LongestList);
    }

    /// <summary>What shows an action in full.</summary>
    public static Button Opens(string reference, int plan) => new($"Show {reference} in full", Asks: new Request.ShowAction(new ActionNamed(reference, [plan], IsSaid: true)));

    /// <summary>A value with its unit.</summary>
    public static string Measured(decimal value, string? unit) => unit switch
    {
        null or "" or "number" => Number(value),
        "%" => $"{Number(value)}%",
        _ => $"{Number(value)} {unit}",
    };

    /// <summary>From what to what something changed, and why where that was said.</summary>
    public static string Changed(Field field, string? from, string? to, string? reason) => field switch
    {
        Field.Brag => $"Rating: {from ?? "none"} → {to ?? "none"}",
        Field.State => $"State: {from ?? "none"} → {to ?? "none"}",
        Field.Leads => $"Leads: {from ?? "none"} → {to ?? "none"}",
        _ => $"Due: {Day(from)} → {Day(to)}{(reason is not null ? $", because {reason}" : from is null ? "" : "; no reason given")}",
    };

    /// <summary>How a due date was moved; nothing where it never was.</summary>
    public static IReadOnlyList<string> Slipped(Slips slips) => slips.Moves.Count == 0 ? [] :
    [
        slips.Times == 0 ? "Brought forward." : $"Slipped {(slips.Times == 1 ? "once" : slips.Times == 2 ? "twice" : $"{slips.Times:N0} times")}, {Count(slips.Days, "day")} in all{(slips.First is { } first ? $"; first due {Dates.InWords(first)}" : "")}.",
        .. slips.Moves.Reverse().Take(MostMoves).Select(move =>
            $"{Dates.InWords(move.On)}: {Dates.InWords(move.From)} → {Dates.InWords(move.To)}{(move.Reason is { } reason ? $", because {Cut(reason, LongestList)}" : "; no reason given")}{(move.By is { } by ? $" ({by})" : "")}"),
    ];

    private static string Day(string? spelt) => DateOnly.TryParseExact(spelt, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Dates.InWords(day) : spelt ?? "none";
}
