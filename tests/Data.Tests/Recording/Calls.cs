using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Data.Tests.Recording;

/// <summary>Messages as tests send them.</summary>
internal static class Calls
{
    private static int lastId;

    /// <summary>Records one thing as a message of its own, unless it names one.</summary>
    public static async Task<Entry> RecordAsync(this Recorder recorder, Viewer viewer, int action, Posting said, IReadOnlyList<string>? leads = null) =>
        (await recorder.TakeAsync(Of(viewer, said), ledger => ledger.PostAsync(action, posting => Said(said, posting), leads: leads), _ => "done", default)).Done!;

    /// <summary>Takes the last message back.</summary>
    public static async Task<Entry> UndoAsync(this Recorder recorder, Viewer viewer, Posting said, bool anyway = false) =>
        (await recorder.TakeAsync(Of(viewer, said with { MessageId = null }), ledger => ledger.UndoAsync(anyway), _ => "done", default)).Done!;

    /// <summary>Says one thing as a message of its own, of the operator.</summary>
    public static async Task<Entry> SayAsync(this StoreFile store, Func<Ledger, Task<Entry>> work, string conversation = "c", string? id = null) =>
        (await new Recorder(store.Stores).TakeAsync(
            new Message(new Actor(Viewer.Operator, "jo", "Jo Hill", []), conversation, id ?? $"m-{Interlocked.Increment(ref lastId)}", null, new DateTime(2017, 4, 20, 9, 0, 0, DateTimeKind.Utc), new DateOnly(2017, 4, 20)),
            work,
            entry => entry.GetType().Name,
            default)).Done!;

    public static Message Of(Viewer viewer, Posting said, string? imprint = null) => new(
        new Actor(viewer, said.PersonKey ?? "nobody", said.By, []), said.ConversationKey ?? "c", said.MessageId ?? $"m-{Interlocked.Increment(ref lastId)}", imprint, said.At, said.On ?? DateOnly.FromDateTime(said.At));

    private static Posting Said(Posting said, Posting posting) => posting with { Text = said.Text, State = said.State, Brag = said.Brag, Due = said.Due, DeniesStart = said.DeniesStart };
}
