namespace TeamsPlanBot.Data.Conversations;

/// <summary>Keeps whom the bot has met, so that a right can be given to somebody by name and holds for who they are.</summary>
public sealed class PeopleMet(PlanStores stores)
{
    private const string SignInMark = "sign-in:";

    private readonly string keep = stores.Dialect.Upsert("People", ["Key"], ["Key", "Name", "SignIn"]);

    /// <summary>What holds a right for somebody who is known by the sign-in name alone, until they are met.</summary>
    public static string HolderBySignIn(string signIn) => SignInMark + signIn.Trim().ToLowerInvariant();

    /// <summary>Those who are called so, or sign in so.</summary>
    public Task<List<Person>> CalledAsync(string name, CancellationToken cancelled) => stores.Prepared.RowsAsync(
        new Sql("""SELECT "Key", "Name", "SignIn" FROM "People" WHERE LOWER("Name") = @0 OR LOWER("SignIn") = @0 ORDER BY "Key" """, [name.Trim().ToLowerInvariant()]),
        row => new Person { Key = row.GetString(0), Name = row.Text(1), SignIn = row.Text(2) },
        cancelled);

    /// <summary>Keeps people as they are called now, many at once.</summary>
    /// <remarks>Always in the same order, so that two who keep the same ones wait for each other in a row and not in a ring.</remarks>
    public Task KeepAsync(IEnumerable<Person> met, CancellationToken cancelled) => stores.Prepared.ExecuteAsync(
        met.OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => new Sql(keep, [person.Key, person.Name, person.SignIn])), cancelled);

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
