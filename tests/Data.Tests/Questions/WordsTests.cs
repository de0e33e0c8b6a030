using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class WordsTests
{
    private const string Odd = """
        plan,ref,action,note
        p,1,Reach 100% of schools,
        p,2,Reach 1000 schools,
        p,3,Open the A_B folder,
        p,4,Open the AxB folder,
        p,5,Read C:\Plans\New,
        p,6,Read C:/Plans/New,
        p,7,Write,"Say ""thank you"" to D:\Old, 👩‍👧 first"
        """;

    [StoreTheory]
    [InlineData("answer", "1.1")]
    [InlineData("LETTERS", "1.2")]
    [InlineData("staff", "2.1 2.2")]
    [InlineData("are sure", "2.1")]
    [InlineData("pass", "2.2")]
    [InlineData("books bought", "2.3")]
    [InlineData("too few", "3.1")]
    [InlineData("nothing of the kind", "")]
    public async Task Words_stand_anywhere_in_an_action_in_either_letter_case(string words, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Words = words }));
    }

    [StoreTheory]
    [InlineData("100%", "1")]
    [InlineData("%", "1")]
    [InlineData("A_B", "3")]
    [InlineData("_", "3")]
    [InlineData(@"C:\Plans", "5")]
    [InlineData(@"\", "5 7")]
    [InlineData(@"\%", "")]
    [InlineData(@"\_", "")]
    public async Task Signs_with_a_meaning_for_the_search_are_only_themselves(string words, string refs)
    {
        await using var store = await StoreFile.HoldingAsync(Odd);

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Words = words }));
    }

    [StoreTheory]
    [InlineData("say \"thank you\" to")]
    [InlineData(@"D:\Old")]
    [InlineData("👩‍👧 first")]
    public async Task Notes_are_found_by_the_words_that_stand_in_the_file(string words)
    {
        await using var store = await StoreFile.HoldingAsync(Odd);

        Assert.Equal("7", await store.RefsAsync(new ActionQuestion { Words = words }));
    }

    [StoreTheory]
    [InlineData("\":\"")]
    [InlineData(@"\""")]
    public async Task Notes_are_not_found_by_the_way_they_are_stored(string words)
    {
        await using var store = await StoreFile.HoldingAsync(Odd);

        Assert.Equal("", await store.RefsAsync(new ActionQuestion { Words = words }));
    }

    [StoreFact]
    public async Task Older_words_of_progress_are_searched_too()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,progress\np,1.1,A,First words.", "plan,ref,action,progress\np,1.1,A,Second words.");

        Assert.Equal("1.1", await store.RefsAsync(new ActionQuestion { Words = "first words" }));
    }
}
