using System.Collections.Concurrent;
using TeamsPlanBot.Data.Documents;

namespace TeamsPlanBot.Bot.Documents;

/// <summary>A file that waits for a person's word, with what they said of it since.</summary>
internal sealed record PendingFile(string Name, byte[] Content, string Key, ColumnMap Map, DateTimeOffset Since);

/// <summary>Keeps files that wait for a word in memory, for an hour; a few at a time, and one for each person and place.</summary>
public sealed class PendingFiles(TimeProvider time)
{
    private const int Most = 20;
    private const long MostBytes = 3L * FileFetcher.MostBytes;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(string Place, string Person), PendingFile> waiting = new();

    internal PendingFile? Of(string place, string person)
    {
        var now = time.GetUtcNow();
        foreach (var (of, file) in waiting)
        {
            if (now - file.Since > Kept)
            {
                waiting.TryRemove(of, out _);
            }
        }

        return waiting.GetValueOrDefault((place, person));
    }

    internal void Keep(string place, string person, PendingFile file)
    {
        waiting[(place, person)] = file;
        while ((waiting.Count > Most || waiting.Values.Sum(one => (long)one.Content.Length) > MostBytes) && waiting.MinBy(one => one.Value.Since) is { Key: var oldest } && waiting.TryRemove(oldest, out _))
        {
        }
    }

    internal void Forget(string place, string person) => waiting.TryRemove((place, person), out _);
}
