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

    /// <summary>Keeps somebody as they are called now; rights that were given to their sign-in name are theirs from now on.</summary>
    /// <returns>Whether a right became theirs.</returns>
    public async Task<bool> MeetAsync(Person met, CancellationToken cancelled)
    {
        var all = new List<Sql> { new(keep, [met.Key, met.Name, met.SignIn]) };
        var waits = met.SignIn is { } signIn
            && (await stores.Prepared.RowsAsync(new Sql("""SELECT 1 FROM "Rights" WHERE "Holder" = @0""", [HolderBySignIn(signIn)]), row => row.GetInt32(0), cancelled)).Count > 0;
        if (waits)
        {
            var waiting = HolderBySignIn(met.SignIn!);
            all.Add(new Sql("""DELETE FROM "Rights" WHERE "Holder" = @0 AND "PlanId" IN (SELECT "PlanId" FROM "Rights" WHERE "Holder" = @1)""", [met.Key, waiting]));
            all.Add(new Sql("""UPDATE "Rights" SET "Holder" = @0 WHERE "Holder" = @1""", [met.Key, waiting]));
            all.Add(new Sql("""UPDATE "Revisions" SET "Number" = "Number" + 1 WHERE "Id" = @0""", [Revision.OfNames]));
        }

        await stores.Prepared.ExecuteAsync(all, cancelled);
        return waits;
    }
}
