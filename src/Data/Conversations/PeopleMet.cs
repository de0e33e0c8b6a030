using System.Data.Common;

namespace TeamsPlanBot.Data.Conversations;

/// <summary>Keeps whom the bot has met, so that a right can be given to somebody by name and holds for who they are.</summary>
public sealed class PeopleMet(PlanStores stores)
{
    private const string SignInMark = "sign-in:";

    private const string Columns = "\"Key\", \"Name\", \"SignIn\", \"TeamsId\", \"Chat\", \"IsGuest\"";

    private readonly string keep = stores.Dialect.Upsert("People", ["Key"], ["Key", "Name", "IsGuest"]);

    /// <summary>What holds a right for somebody who is known by the sign-in name alone, until they are met.</summary>
    public static string HolderBySignIn(string signIn) => SignInMark + signIn.Trim().ToLowerInvariant();

    internal static bool IsBySignIn(string holder) => holder.StartsWith(SignInMark, StringComparison.Ordinal);

    /// <summary>Those who are called so, or sign in so.</summary>
    public Task<List<Person>> CalledAsync(string name, CancellationToken cancelled) => stores.Prepared.RowsAsync(
        new Sql($"""SELECT {Columns} FROM "People" WHERE LOWER("Name") = @0 OR LOWER("SignIn") = @0 ORDER BY "Key" """, [name.Trim().ToLowerInvariant()]), Read, cancelled);

    /// <summary>Who this is, if the bot has met them.</summary>
    public async Task<Person?> FindAsync(string key, CancellationToken cancelled) =>
        (await stores.Prepared.RowsAsync(new Sql($"""SELECT {Columns} FROM "People" WHERE "Key" = @0""", [key]), Read, cancelled)).SingleOrDefault();

    /// <summary>Those with a personal chat who want to be reminded on a day; of one person, where they are named.</summary>
    public Task<List<Person>> NudgeableAsync(DateOnly day, CancellationToken cancelled, string? only = null) => stores.Prepared.RowsAsync(
        new Sql(
            $"""SELECT {Columns} FROM "People" WHERE "Chat" IS NOT NULL AND "NudgesOffAt" IS NULL AND ("SnoozedUntil" IS NULL OR "SnoozedUntil" <= @0){(only is null ? "" : " AND \"Key\" = @1")} ORDER BY "Key" """,
            only is null ? [day] : [day, only]),
        Read,
        cancelled);

    /// <summary>Keeps people as they are called now, many at once. What was not told this time stays as it was.</summary>
    /// <remarks>Always in the same order, so that two who keep the same ones wait for each other in a row and not in a ring.</remarks>
    public Task KeepAsync(IEnumerable<Person> met, CancellationToken cancelled) =>
        stores.Prepared.ExecuteAsync(met.OrderBy(person => person.Key, StringComparer.Ordinal).SelectMany(Keep), cancelled);

    private IEnumerable<Sql> Keep(Person met)
    {
        yield return new Sql(keep, [met.Key, met.Name, met.IsGuest]);
        foreach (var (column, told) in new[] { ("SignIn", met.SignIn), ("TeamsId", met.TeamsId), ("Chat", met.Chat) })
        {
            if (told is not null)
            {
                yield return new Sql($"""UPDATE "People" SET "{column}" = @1 WHERE "Key" = @0""", [met.Key, told]);
            }
        }
    }

    private static Person Read(DbDataReader row) => new()
    {
        Key = row.GetString(0),
        Name = row.Text(1),
        SignIn = row.Text(2),
        TeamsId = row.Text(3),
        Chat = row.Text(4),
        IsGuest = row.GetBoolean(5),
    };

    /// <summary>Gives somebody the rights that wait for their sign-in name.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> ClaimAsync(Person met, CancellationToken cancelled)
    {
        if (met.SignIn is not { } signIn)
        {
            return false;
        }

        var waiting = HolderBySignIn(signIn);
        if ((await stores.Prepared.RowsAsync(new Sql("""SELECT 1 FROM "Rights" WHERE "Holder" = @0""", [waiting]), row => row.GetInt32(0), cancelled)).Count == 0)
        {
            return false;
        }

        await stores.Prepared.ExecuteAsync(
            [
                new Sql("""DELETE FROM "Rights" WHERE "Holder" = @0 AND "PlanId" IN (SELECT "PlanId" FROM "Rights" WHERE "Holder" = @1)""", [met.Key, waiting]),
                new Sql("""UPDATE "Rights" SET "Holder" = @0 WHERE "Holder" = @1""", [met.Key, waiting]),
                new Sql("""UPDATE "Revisions" SET "Number" = "Number" + 1 WHERE "Id" = @0""", [Revision.OfNames]),
            ],
            cancelled);
        return true;
    }
}
