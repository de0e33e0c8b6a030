using System.Data.Common;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests;

/// <summary>The short way to the store, over connections that stay open.</summary>
public sealed class PreparedStatementsTests
{
    private static readonly ActionQuestion Open = new() { State = StateAsked.Open };

    [StoreFact]
    public async Task What_others_saved_meanwhile_is_seen_by_a_question_asked_before()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nx,One");
        Assert.Equal(1, (await store.Actions.ListAsync(Viewer.Operator, Open, 0, 8, default)).Total);

        await store.ImportAsync("plan,action\nx,One\nx,Two");

        Assert.Equal(["One", "Two"], (await store.Actions.ListAsync(Viewer.Operator, Open, 0, 8, default)).Items.Select(item => item.Title));
    }

    [StoreFact]
    public async Task A_question_that_fails_does_not_spoil_the_next_one()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nx,One");

        await Assert.ThrowsAnyAsync<DbException>(() => store.Stores.Prepared.RowsAsync(new Sql("SELECT nothing", []), row => row.GetInt32(0), default));

        Assert.Equal(1, (await store.Actions.ListAsync(Viewer.Operator, Open, 0, 8, default)).Total);
    }

    [StoreFact]
    public async Task A_store_that_had_no_tables_is_asked_again_once_it_has()
    {
        await using var store = StoreFile.WithoutTables();
        await Assert.ThrowsAnyAsync<DbException>(() => store.Actions.ListAsync(Viewer.Operator, Open, 0, 8, default));

        await store.Schema.BringUpToDateAsync(default);

        Assert.Equal(0, (await store.Actions.ListAsync(Viewer.Operator, Open, 0, 8, default)).Total);
    }

    [StoreFact]
    public async Task Questions_of_more_shapes_than_are_kept_are_all_answered()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nx,One");

        for (var shapes = 1; shapes <= 450; shapes++)
        {
            var sql = new Sql($"SELECT @0 + {shapes}", [1]);
            Assert.Equal([1 + shapes], await store.Stores.Prepared.RowsAsync(sql, row => row.GetInt32(0), default));
        }
    }

    [StoreFact]
    public async Task Many_questions_at_once_get_each_their_own_answer()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nx,One");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => store.Stores.Prepared.RowsAsync(new Sql("SELECT @0", [number]), row => row.GetInt32(0), default))));

        Assert.Equal(Enumerable.Range(0, 200), answers.SelectMany(answer => answer));
    }

    [StoreFact]
    public async Task Hostile_words_are_values_and_never_part_of_the_question()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nx,One' OR 1=1 --\nx,Two");

        Assert.Equal(["One' OR 1=1 --"], (await store.Actions.ListAsync(Viewer.Operator, new ActionQuestion { Words = "' OR 1=1 --" }, 0, 8, default)).Items.Select(item => item.Title));
        Assert.Empty(await store.Actions.FindAsync(Viewer.Operator, "1.1' OR '1'='1", [], default));
    }

    [StoreFact]
    public async Task A_long_list_names_the_leads_and_services_of_every_action()
    {
        var rows = Enumerable.Range(1, 1203).Select(number => $"x,Action {number},Lead {number % 7};Chair,Team {number % 5}");
        await using var store = await StoreFile.HoldingAsync($"plan,action,leads,services\n{string.Join('\n', rows)}");

        var all = await store.Actions.ListAsync(Viewer.Operator, Open, 0, 5000, default);

        Assert.Equal(1203, all.Items.Count);
        Assert.All(all.Items, item =>
        {
            var number = int.Parse(item.Title.Split(' ')[1], null);
            Assert.Equal([$"Lead {number % 7}", "Chair"], item.Leads);
            Assert.Equal([$"Team {number % 5}"], item.Services);
        });
    }
}
