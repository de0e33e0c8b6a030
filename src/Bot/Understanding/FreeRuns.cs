using System.Collections;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The free words that stand next to each other; little words end a run unless they are inside it.</summary>
/// <param name="isLittle">Which words are little, where it is not the usual ones.</param>
internal readonly struct FreeRuns(Reading reading, Func<string, bool>? isLittle) : IEnumerable<(int Start, int Count)>
{
    public Enumerator GetEnumerator() => new(reading, isLittle);

    IEnumerator<(int Start, int Count)> IEnumerable<(int Start, int Count)>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes from one run to the next; words that are placed meanwhile end a run.</summary>
    public struct Enumerator(Reading reading, Func<string, bool>? isLittle) : IEnumerator<(int Start, int Count)>
    {
        private int next;

        public (int Start, int Count) Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (next < reading.Words.Length && (!reading.IsFree(next) || IsLittle(next)))
            {
                next++;
            }

            if (next >= reading.Words.Length)
            {
                return false;
            }

            var (start, end) = (next, next);
            for (next++; reading.IsFree(next); next++)
            {
                end = IsLittle(next) ? end : next;
            }

            // The little words after it are looked at again: one of them may be the first of the next run.
            next = end + 1;
            Current = (start, end - start + 1);
            return true;
        }

        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }

        private readonly bool IsLittle(int at) => isLittle is null ? reading.Words[at].Is(Traits.Little) : isLittle(reading.Words[at].Plain);
    }
}
