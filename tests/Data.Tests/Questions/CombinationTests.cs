using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class CombinationTests
{
    [StoreFact]
    public async Task Every_two_members_together_give_what_both_of_them_give()
    {
        await using var store = await StoreFile.HoldingAsync(SmallPlan.Csv, "plan,ref,action,leads,due,brag\nyork-2012,Y1,Answer letters,Jo Hill,2012-04-19,amber");
        var narrowings = await NarrowingsAsync(store);
        var alone = new List<HashSet<string>>();
        foreach (var narrow in narrowings)
        {
            alone.Add(await RefsAsync(store, narrow(new ActionQuestion())));
            Assert.InRange(alone[^1].Count, 1, 7);
        }

        for (var one = 0; one < narrowings.Count; one++)
        {
            for (var other = one + 1; other < narrowings.Count; other++)
            {
                Assert.Equal(alone[one].Intersect(alone[other]).Order(), (await RefsAsync(store, narrowings[other](narrowings[one](new ActionQuestion())))).Order());
            }
        }
    }

    [StoreFact]
    public async Task All_members_together_find_the_one_action_that_is_all_of_it()
    {
        await using var store = await SmallPlan.StoreAsync();

        var asked = new ActionQuestion
        {
            Plans = [await store.IdOfAsync(NameKind.Plan, "leeds-2011")],
            Sections = [await store.IdOfAsync(NameKind.Section, "Front door")],
            Services = [await store.IdOfAsync(NameKind.Service, "First Response")],
            Leads = [await store.IdOfAsync(NameKind.Lead, "Jo Hill")],
            Recommendation = "4",
            State = StateAsked.InProgress,
            Brags = SmallPlan.AtRisk,
            NotBrags = [Brag.Amber, Brag.Green],
            DueFrom = SmallPlan.Yesterday,
            DueTo = SmallPlan.Yesterday,
            NoProgressSince = SmallPlan.Today.AddDays(-28),
            Words = "CALLS",
        };

        Assert.Equal("1.1", await store.RefsAsync(asked));
        Assert.Equal("", await store.RefsAsync(asked with { NoDate = true }));
        Assert.Equal("", await store.RefsAsync(asked with { NoLead = true }));
    }

    [StoreFact]
    public async Task At_risk_and_overdue_for_a_service()
    {
        await using var store = await SmallPlan.StoreAsync();
        int[] firstResponse = [await store.IdOfAsync(NameKind.Service, "First Response")];

        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion { Services = firstResponse, Brags = SmallPlan.AtRisk }));
        Assert.Equal("1.1", await store.RefsAsync(SmallPlan.Overdue with { Services = firstResponse, Brags = SmallPlan.AtRisk }));
    }

    private static async Task<List<Func<ActionQuestion, ActionQuestion>>> NarrowingsAsync(StoreFile store)
    {
        var leeds = await store.IdOfAsync(NameKind.Plan, "leeds-2011");
        var training = await store.IdOfAsync(NameKind.Section, "Training");
        var firstResponse = await store.IdOfAsync(NameKind.Service, "First Response");
        var fostering = await store.IdOfAsync(NameKind.Service, "Fostering");
        var sam = await store.IdOfAsync(NameKind.Lead, "Sam Lee");
        return
        [
            asked => asked with { Plans = [leeds] },
            asked => asked with { Sections = [training] },
            asked => asked with { Services = [firstResponse, fostering] },
            asked => asked with { Leads = [sam] },
            asked => asked with { Recommendation = "17" },
            asked => asked with { State = StateAsked.InProgress },
            asked => asked with { Brags = SmallPlan.AtRisk },
            asked => asked with { NotBrags = [Brag.Red] },
            asked => asked with { NotBrags = Enum.GetValues<Brag>() },
            asked => asked with { DueFrom = SmallPlan.Today },
            asked => asked with { DueTo = SmallPlan.Today },
            asked => asked with { NoDate = true },
            asked => asked with { NoLead = true },
            asked => asked with { NoProgressSince = SmallPlan.Today.AddDays(-28) },
            asked => asked with { Words = "letters" },
        ];
    }

    private static async Task<HashSet<string>> RefsAsync(StoreFile store, ActionQuestion question) =>
        [.. (await store.ListAsync(question)).Items.Select(action => action.Ref)];
}
