using System.Collections.Concurrent;
using System.Data.Common;
using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Whom the bot has met, kept once and again when they are called otherwise.</summary>
public sealed partial class PeopleBook(PeopleMet people, NamesBook names, ILogger<PeopleBook> log)
{
    private const int MostInMemory = 50_000;

    private readonly ConcurrentDictionary<string, (string? Name, string? SignIn)> known = new(StringComparer.Ordinal);

    public async ValueTask MeetAsync(Sender sender, CancellationToken cancelled)
    {
        var called = (Short(sender.Name), Short(sender.SignIn));
        if (known.TryGetValue(sender.Key, out var before) && before == called)
        {
            return;
        }

        try
        {
            if (await people.MeetAsync(new Person { Key = sender.Key, Name = called.Item1, SignIn = called.Item2 }, cancelled))
            {
                names.Forget();
            }
        }
        catch (Exception problem) when (problem is DbException or TimeoutException)
        {
            // What they asked can be answered all the same; their next message tells of them again.
            NotKept(log, problem);
            return;
        }

        if (known.Count >= MostInMemory)
        {
            known.Clear();
        }

        known[sender.Key] = called;
    }

    private static string? Short(string? name) => name is { Length: > Person.LongestName } ? name[..Person.LongestName] : name;

    [LoggerMessage(2401, LogLevel.Warning, "Somebody the bot met could not be kept in the store; their next message tells of them again.")]
    private static partial void NotKept(ILogger log, Exception problem);
}
