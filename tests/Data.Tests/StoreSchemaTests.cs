using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Tests;

public sealed class StoreSchemaTests
{
    [StoreFact]
    public async Task The_migrations_known_by_name_are_those_that_are_there()
    {
        await using var store = StoreFile.WithoutTables();
        await using var opened = store.Stores.Open();

        Assert.Equal(opened.Database.GetMigrations(), store.Stores.Migrations);
    }

    [StoreFact]
    public async Task A_file_that_is_not_there_yet_needs_everything()
    {
        await using var store = StoreFile.WithoutTables();

        var state = await store.Schema.StateAsync(default);

        Assert.Null(state.Current);
        Assert.False(state.UpToDate);
        Assert.Null(state.Unknown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_missing_or_empty_file_is_brought_up_to_date_and_says_that_it_comes_from_nothing(bool isThere)
    {
        await using var store = StoreFile.WithoutTables();
        if (isThere)
        {
            await File.WriteAllBytesAsync(store.Name, []);
        }

        var before = await store.Schema.BringUpToDateAsync(default);

        Assert.Null(before.Current);
        Assert.False(before.UpToDate);
        var after = await store.Schema.StateAsync(default);
        Assert.True(after.UpToDate);
        Assert.Equal(before.Needed, after.Current);
        Assert.True(await store.Schema.IsEmptyAsync(default));
    }

    [StoreFact]
    public async Task A_second_time_nothing_happens()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leicestershire);
        var export = await store.ExportAsync();

        var before = await store.Schema.BringUpToDateAsync(default);

        Assert.True(before.UpToDate);
        Assert.Equal(before.Needed, before.Current);
        Assert.Equal(export, await store.ExportAsync());
    }

    [StoreFact]
    public async Task A_migration_that_only_a_newer_program_knows_is_reported()
    {
        await using var store = await StoreFile.CreateAsync();
        await ExecuteAsync(store, "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99.0.0')");

        Assert.Equal("29990101000000_Later", (await store.Schema.StateAsync(default)).Unknown);
        Assert.Equal("29990101000000_Later", (await store.Schema.BringUpToDateAsync(default)).Unknown);
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_left_as_it_is()
    {
        await using var store = StoreFile.WithoutTables();
        await ExecuteAsync(store, "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL)");
        await ExecuteAsync(store, "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99.0.0')");

        var before = await store.Schema.BringUpToDateAsync(default);

        Assert.Equal("29990101000000_Later", before.Unknown);
        Assert.False((await store.Schema.StateAsync(default)).UpToDate);
    }

    [StoreFact]
    public async Task A_store_is_empty_until_a_plan_is_imported()
    {
        await using var store = await StoreFile.CreateAsync();
        Assert.True(await store.Schema.IsEmptyAsync(default));

        await store.ImportAsync("plan,action\nleeds-2011,Answer calls");

        Assert.False(await store.Schema.IsEmptyAsync(default));
    }

    private static async Task ExecuteAsync(StoreFile file, string sql)
    {
        await using var store = file.Stores.Open();
        await store.Database.ExecuteSqlRawAsync(sql);
    }
}
