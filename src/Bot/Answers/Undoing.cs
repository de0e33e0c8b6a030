using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Takes back what a message changed, and says what stands now.</summary>
internal static class Undoing
{
    public static async Task<Answer> UndoAsync(Ledger ledger, Request.Undo undo, string words, Circumstances now)
    {
        switch (await ledger.UndoAsync(undo.Anyway, undo.Of))
        {
            case Entry.Undone undone:
                return Undone(undone, words, now.Today);
            case Entry.BuiltUpon upon:
                var message = $"{string.Join(" ", upon.Actions.Select(BuiltUpon).Concat(upon.Figures.Select(figure => $"A later figure stands for {figure}.")))} Undo would take back only the rest. Say “undo anyway” for that.";
                return new Advice([message], undo.Of is null ? [new Choice("Undo anyway", "undo anyway")] : [])
                {
                    Offer = undo.Of is null ? null : new Button("Undo anyway", Asks: undo with { Anyway = true }),
                    Intent = "undo",
                    Understood = words,
                    Headline = "Others have built upon it",
                    Problem = new Problem(Problem.Conflict, message, ["Undo anyway"]),
                };
            default:
                return NotDone.NotFound("undo", undo.Of is null ? "There is nothing of yours to take back in this conversation." : "That was taken back already, or somebody else said it: everyone takes back their own.") with { Headline = "Nothing to undo" };
        }
    }

    private static string BuiltUpon(TakenBack back)
    {
        var who = back.By.Count > 0 ? string.Join(" and ", back.By) : "You, or somebody else,";
        var what = back.Undoing.NotTakenBack.Count > 0 ? $"changed the {string.Join(" and the ", back.Undoing.NotTakenBack.Select(change => Name(change.Field)).Distinct())} of" : "posted on";
        return $"{who} {what} {back.Line.Ref} since.";
    }

    private static OnRecord Undone(Entry.Undone undone, string words, DateOnly today)
    {
        // The last is taken back first; it is told in the order it was said.
        var actions = undone.Actions.Reverse().ToList();
        var now = undone.Actions.Select(back => back.Line).Concat(undone.Deeds.Select(LineOf).OfType<ActionLine>()).GroupBy(line => line.Id).ToDictionary(same => same.Key, same => same.Last());
        var said = actions.Select(back => back.Undoing.Progress.Changes.Count > 0 ? $"{back.Line.Ref} {RecordWords.Changes(back.Undoing.Progress.Changes)}" : $"what was said on {back.Line.Ref}")
            .Concat(undone.Deeds.Select(Headline)).ToList();
        var sentences = actions.SelectMany(Sentences).Concat(undone.Deeds.SelectMany(Sentences));
        return new OnRecord([.. sentences], MayUndo: false)
        {
            Intent = "undo",
            Understood = words,
            Headline = $"Taken back: {string.Join("; ", said)}",
            Actions = [.. actions.Select(back => back.Line.Id).Concat(undone.Deeds.Select(LineOf).OfType<ActionLine>().Select(line => line.Id)).Distinct().Select(id => Wording.Listed(now[id], today))],
            Changes = [
                .. actions.SelectMany(back => back.Undoing.Progress.Changes.Select(change => RecordWords.Listed(back.Line, change))),
                .. undone.Deeds.OfType<DeedUndone.Figure>().Where(figure => figure.IsBack)
                    .Select(figure => new ListedChange(figure.Plan, figure.Indicator, "value", RecordWords.Plain(figure.From), RecordWords.Plain(figure.To))),
            ],
        };
    }

    private static IEnumerable<string> Sentences(TakenBack back)
    {
        if (back.Progress.Text is { } text)
        {
            yield return $"Words taken off the record of {back.Line.Ref}, kept in its history: {RecordWords.Quote(text)}";
        }

        foreach (var stays in back.Undoing.NotTakenBack)
        {
            yield return $"The {Name(stays.Field)} of {back.Line.Ref} stays as it is now, because it was changed since{(back.By.Count > 0 ? $" by {string.Join(" and ", back.By)}" : "")}.";
        }
    }

    private static string Headline(DeedUndone deed) => deed switch
    {
        DeedUndone.Reason reason => $"the reason for the new date of {reason.Line.Ref}",
        DeedUndone.Figure { IsBack: true } figure => $"{figure.Indicator}, {figure.Period.Words}: {RecordWords.Number(figure.From, figure.Unit)} → {RecordWords.Number(figure.To, figure.Unit)}",
        DeedUndone.Figure figure => $"nothing of {figure.Indicator}, {figure.Period.Words}",
        DeedUndone.Tag { WasAdded: true } tag => $"{tag.Line.Ref} is not one of {tag.Service} any more",
        DeedUndone.Tag tag => $"{tag.Line.Ref} is one of {tag.Service} again",
        DeedUndone.Merge merge => $"{merge.Gone} and {merge.Kept} are two again",
        DeedUndone.Milestone milestone => $"the milestone of {Dates.InWords(milestone.On)} of {milestone.Line.Ref} is not met any more",
        DeedUndone.Binding { Plan: { } plan } => $"this conversation is about {plan} again",
        DeedUndone.Binding => "this conversation is about no plan in particular any more",
        DeedUndone.Arrangement { WasNew: true } arranged => $"no digest for {DigestWords.Name(arranged.Digest)}, {DigestWords.Often(arranged.Digest)}, any more",
        DeedUndone.Arrangement arranged => $"the digest for {DigestWords.Name(arranged.Digest)} is as it was: {DigestWords.Often(arranged.Digest)}",
        DeedUndone.Role role => role.Now is { } now ? $"{role.Name} is {now} again" : $"{role.Holder} is not {role.Name} any more",
        DeedUndone.Right { Now: null } right => $"{right.Name} has no right of their own to {right.Plan} any more",
        DeedUndone.Right right => $"{right.Name} is {RightWords.Kind(right.Now!.Value)} of {right.Plan} again",
        _ => throw new InvalidOperationException($"No words are written for {deed.GetType().Name}."),
    };

    private static IEnumerable<string> Sentences(DeedUndone deed) => deed switch
    {
        DeedUndone.Figure { IsBack: false } figure => [$"A later figure stands for {figure.Indicator}, {figure.Period.Words}: {RecordWords.Number(figure.To, figure.Unit)}."],
        DeedUndone.Figure { To: null } figure => [$"No figure stands for {figure.Indicator}, {figure.Period.Words} now."],
        DeedUndone.Arrangement { WasNew: false } arranged => [DigestWords.Next(arranged.Digest)],
        DeedUndone.Reason => ["“No reason given” is said of it until there is one."],
        _ => [],
    };

    private static ActionLine? LineOf(DeedUndone deed) => deed switch
    {
        DeedUndone.Reason reason => reason.Line,
        DeedUndone.Tag tag => tag.Line,
        DeedUndone.Milestone milestone => milestone.Line,
        _ => null,
    };

    private static string Name(Field field) => field switch
    {
        Field.State => "state",
        Field.Brag => "rating",
        Field.Due => "due date",
        _ => "lead",
    };
}
