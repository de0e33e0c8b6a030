using System.Collections.Concurrent;
using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Whom the bot has met, kept in the store a moment later; who waits for a right by their sign-in name is kept at once.</summary>
public sealed class PeopleBook(PeopleMet people, NamesBook names)
{
    private const int MostInMemory = 50_000;

    private readonly ConcurrentDictionary<string, (string? Name, string? SignIn)> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Person> unkept = new(StringComparer.Ordinal);

    public ValueTask MeetAsync(Sender sender, CancellationToken cancelled)
    {
        var called = (Name: Short(sender.Name), SignIn: Short(sender.SignIn));
        if (known.TryGetValue(sender.Key, out var before) && before == called)
        {
            return ValueTask.CompletedTask;
        }

        if (known.Count >= MostInMemory)
        {
            known.Clear();
        }

        known[sender.Key] = called;
        unkept[sender.Key] = new Person { Key = sender.Key, Name = called.Name, SignIn = called.SignIn };
        return called.SignIn is null ? ValueTask.CompletedTask : new ValueTask(KeepAsync(cancelled));
    }

    /// <summary>Keeps whom the store does not know yet.</summary>
    public async Task KeepAsync(CancellationToken cancelled)
    {
        var batch = unkept.ToArray();
        if (batch.Length == 0)
        {
            return;
        }

        await people.KeepAsync(batch.Select(met => met.Value), cancelled);
        foreach (var met in batch)
        {
            if (await people.ClaimAsync(met.Value, cancelled))
            {
                names.Forget();
            }

            unkept.TryRemove(met);
        }
    }

    private static string? Short(string? name) => name is { Length: > Person.LongestName } ? name[..Person.LongestName] : name;
}
