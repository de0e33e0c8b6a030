using System.Data.Common;

namespace TeamsPlanBot.Data;

/// <summary>What keeps the store from its work, whatever engine it is on, with what to do about it.</summary>
public sealed record StoreProblem(StoreProblemKind Kind, string Sentence)
{
    /// <summary>The store's problem behind this exception; null where it is none of the store's.</summary>
    public static StoreProblem? Of(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is StoreBusyException)
            {
                return new StoreProblem(StoreProblemKind.Locked, "The store is locked by another program. Close it, or wait until it has finished, and try again.");
            }

            if (exception is DbException error)
            {
                return StoreEngines.All.Select(engine => engine.Explain(error)).FirstOrDefault(problem => problem is not null);
            }
        }

        return null;
    }
}

/// <summary>The kinds of things that can be wrong with a store.</summary>
public enum StoreProblemKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Somebody else holds it, or it is too busy.</summary>
    Locked,

    /// <summary>Somebody else made the same thing, or took away what this needs, in the same moment.</summary>
    Conflict,

    /// <summary>It cannot be found, opened or spoken to.</summary>
    Unreachable,

    /// <summary>It does not let the bot in, or not do this.</summary>
    Refused,

    /// <summary>It may only be read.</summary>
    ReadOnly,

    /// <summary>It has no room, or its disk fails.</summary>
    Full,

    /// <summary>It is damaged, or no store of this bot.</summary>
    Damaged,

    /// <summary>Its tables are not those that this program needs.</summary>
    NotMigrated,
}
