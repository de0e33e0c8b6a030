using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>Which things are meant by the names that people type.</summary>
public sealed class NamesTests
{
    private static readonly DateOnly Today = new(2017, 4, 20);

    private static readonly Names Names = new(
    [
        new(NameKind.Plan, 1, 1, "Leicestershire action plan 2017-2020"),
        new(NameKind.Plan, 1, 1, "leicestershire", "Leicestershire action plan 2017-2020"),
        new(NameKind.Plan, 1, 1, "leicestershire-2017", "Leicestershire action plan 2017-2020"),
        new(NameKind.Plan, 2, 2, "Somerset improvement programme"),
        new(NameKind.Plan, 2, 2, "somerset", "Somerset improvement programme"),
        new(NameKind.Service, 10, 1, "First Response"),
        new(NameKind.Service, 10, 1, "the front door", "First Response"),
        new(NameKind.Service, 11, 1, "Children in Care"),
        new(NameKind.Service, 12, 2, "Children in Care"),
        new(NameKind.Service, 13, 1, "Early Help"),
        new(NameKind.Service, 14, 2, "Fostering and Adoption Team"),
        new(NameKind.Service, 15, 2, "Children with Disabilities"),
        new(NameKind.Service, 16, 2, "Open Doors"),
        new(NameKind.Service, 17, 2, "Next Steps"),
        new(NameKind.Service, 18, 2, "Red"),
        new(NameKind.Service, 19, 2, "Edge Placements Team"),
        new(NameKind.Service, 41, 2, "Residential Homes"),
        new(NameKind.Service, 42, 2, "Leaving Care Service"),
        new(NameKind.Service, 43, 2, "IT"),
        new(NameKind.Lead, 20, 1, "Head of Service, Children in Care"),
        new(NameKind.Lead, 21, 1, "Head of Service, Safeguarding Assurance"),
        new(NameKind.Lead, 22, 1, "Jo Bloggs"),
        new(NameKind.Lead, 23, 2, "Virtual School Head"),
        new(NameKind.Lead, 24, 2, "HR Director"),
        new(NameKind.Lead, 25, 1, "May Green"),
        new(NameKind.Lead, 26, 1, "Mark Late"),
        new(NameKind.Lead, 27, 1, "Sarah Whitcombe"),
        new(NameKind.Lead, 28, 2, "Sarah Oldroyd"),
        new(NameKind.Lead, 29, 2, "May"),
        new(NameKind.Lead, 31, 2, "Heather"),
        new(NameKind.Lead, 32, 2, "OM CLA"),
        new(NameKind.Lead, 33, 2, "Oliver Nash-Price"),
        new(NameKind.Section, 50, 1, "Policy and Performance"),
        new(NameKind.Section, 50, 1, "section 4"),
        new(NameKind.Section, 51, 2, "Early Help"),
        new(NameKind.Section, 52, 2, "Placement stability"),
        new(NameKind.Section, 53, 2, "Somerset"),
        new(NameKind.Indicator, 90, 1, "Re-referral rate"),
        new(NameKind.Indicator, 91, 2, "Re-referral rate"),
        new(NameKind.Indicator, 92, 2, "Looked after children"),
        new(NameKind.Indicator, 92, 2, "children in care", "Looked after children"),
        new(NameKind.Indicator, 93, 2, "Assessments within 45 working days"),
        new(NameKind.Indicator, 94, 2, "Conferences within 15 days"),
        new(NameKind.Indicator, 95, 2, "Contacts"),
        new(NameKind.Indicator, 96, 2, "Contacts that become referrals"),
    ]);

    [Theory]
    [InlineData("first response", "First Response")]
    [InlineData("the front door", "First Response")]
    [InlineData("front door", "First Response")]
    [InlineData("frontdoor", "First Response")]
    [InlineData("first response team", "First Response")]
    [InlineData("first response service", "First Response")]
    [InlineData("response first", "First Response")]
    [InlineData("frist response", "First Response")]
    [InlineData("first respnse", "First Response")]
    [InlineData("first respsonse", "First Response")]
    [InlineData("respnse first", "First Response")]
    [InlineData("first responses", "First Response")]
    [InlineData("childern in care", "Children in Care")]
    [InlineData("fostering and adoption team", "Fostering and Adoption Team")]
    [InlineData("fostering and adoption", "Fostering and Adoption Team")]
    [InlineData("fostering adoption", "Fostering and Adoption Team")]
    [InlineData("adoption and fostering", "Fostering and Adoption Team")]
    [InlineData("adoption & fostering service", "Fostering and Adoption Team")]
    [InlineData("fostering", "Fostering and Adoption Team")]
    [InlineData("the fostering team", "Fostering and Adoption Team")]
    [InlineData("fosterng", "Fostering and Adoption Team")]
    [InlineData("fosteirng", "Fostering and Adoption Team")]
    [InlineData("edge placements", "Edge Placements Team")]
    [InlineData("edge placement", "Edge Placements Team")]
    [InlineData("ep", "Edge Placements Team")]
    [InlineData("ept", "Edge Placements Team")]
    [InlineData("residential home", "Residential Homes")]
    [InlineData("leaving care", "Leaving Care Service")]
    [InlineData("leaving care team", "Leaving Care Service")]
    [InlineData("bloggs", "Jo Bloggs")]
    [InlineData("blogs", "Jo Bloggs")]
    [InlineData("bloggs jo", "Jo Bloggs")]
    [InlineData("jo blogs", "Jo Bloggs")]
    [InlineData("jb", "Jo Bloggs")]
    [InlineData("nash price", "Oliver Nash-Price")]
    [InlineData("whitcomb", "Sarah Whitcombe")]
    [InlineData("safeguarding assurance", "Head of Service, Safeguarding Assurance")]
    [InlineData("head of children in care", "Head of Service, Children in Care")]
    [InlineData("hos cic", "Head of Service, Children in Care")]
    [InlineData("hos children in care", "Head of Service, Children in Care")]
    [InlineData("leicestershire", "Leicestershire action plan 2017-2020")]
    [InlineData("leicestershre", "Leicestershire action plan 2017-2020")]
    [InlineData("leicestershire plan", "Leicestershire action plan 2017-2020")]
    [InlineData("section 4", "section 4")]
    [InlineData("performance and policy", "Policy and Performance")]
    [InlineData("performance", "Policy and Performance")]
    [InlineData("heather", "Heather")]
    [InlineData("hether", "Heather")]
    public void A_name_is_known_by_what_people_type_of_it(string typed, string name) => Assert.Equal([name], Called(typed));

    [Theory]
    [InlineData("sarah", "Sarah Whitcombe", "Sarah Oldroyd")]
    [InlineData("head of service", "Head of Service, Children in Care", "Head of Service, Safeguarding Assurance")]
    [InlineData("children", "Children in Care", "Children with Disabilities")]
    public void Two_of_a_kind_are_both_meant(string typed, params string[] names) => Assert.Equal(names, Called(typed));

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("4")]
    [InlineData("team")]
    [InlineData("the service")]
    [InlineData("first respite")]
    [InlineData("section 44")]
    [InlineData("2018")]
    public void What_nothing_is_called_is_no_name(string typed) => Assert.Empty(Called(typed));

    [Theory]
    [InlineData("weather")]
    [InlineData("oldroyed")]
    [InlineData("team")]
    [InlineData("45")]
    public void Where_no_name_is_expected_one_word_is_not_put_right(string typed) => Assert.Empty(Names.Of(typed.Split(' '), marked: false).Names);

    [Theory]
    [InlineData("section somerset", NameKind.Section)]
    [InlineData("somerset plan", NameKind.Plan)]
    [InlineData("somerset", NameKind.Plan)]
    [InlineData("early help section", NameKind.Section)]
    [InlineData("early help", NameKind.Service)]
    [InlineData("early hepl", NameKind.Service)]
    public void The_kind_that_comes_first_is_meant_unless_the_words_say_otherwise(string typed, NameKind kind) => Assert.Equal(kind, Assert.Single(Names.Of(typed.Split(' ')).Names).Kind);

    [Fact]
    public void The_same_name_in_several_plans_is_one_name() => Assert.Equal([11, 12], Assert.Single(Names.Of(["children", "in", "care"]).Names).Ids);

    [Fact]
    public void Two_of_a_kind_come_with_what_bears_them() => Assert.Equal([[27], [28]], Names.Of(["sarah"]).Names.Select(name => name.Ids.ToArray()));

    [Theory]
    [InlineData("overdue for early help", "Early Help")]
    [InlineData("Open Doors overdue", "Open Doors")]
    [InlineData("what's red for open dors", "Open Doors")]
    [InlineData("next steps next week", "Next Steps")]
    [InlineData("May Green's open actions", "May Green")]
    [InlineData("what is mark late late on", "Mark Late")]
    [InlineData("actions for May", "May")]
    [InlineData("May's overdue actions", "May")]
    [InlineData("overdue for may", "May")]
    [InlineData("red actions for Red", "Red")]
    [InlineData("what's overdue in IT", "IT")]
    [InlineData("whats late for EP", "Edge Placements Team")]
    [InlineData("EP overdue", "Edge Placements Team")]
    [InlineData("WHAT IS LATE FOR FR?", "First Response")]
    [InlineData("anything red for fr", "First Response")]
    [InlineData("overdue for frist respons and policy & performance", "First Response", "Policy and Performance")]
    [InlineData("erly help and children in care", "Early Help", "Children in Care")]
    [InlineData("hos cic overdue", "Head of Service, Children in Care")]
    public void A_name_wins_over_the_ordinary_words_in_it(string said, params string[] names) => Assert.Equal(names, StandingIn(said));

    [Theory]
    [InlineData("due in May")]
    [InlineData("due by May")]
    [InlineData("due before the end of May")]
    [InlineData("actions due for 5 May")]
    [InlineData("what changed in May 2018")]
    [InlineData("May 2018")]
    [InlineData("red actions")]
    [InlineData("what's red")]
    [InlineData("is it overdue")]
    [InlineData("what about it")]
    [InlineData("anything for it")]
    [InlineData("the next step")]
    [InlineData("ARE THERE ANY RED ONES")]
    [InlineData("what's the weather like")]
    [InlineData("ep overdue")]
    public void Ordinary_words_are_no_names(string said) => Assert.Empty(StandingIn(said));

    [Theory]
    [InlineData("re-referrals", "Re-referral rate")]
    [InlineData("rereferrals", "Re-referral rate")]
    [InlineData("re referral rate", "Re-referral rate")]
    [InlineData("rate of re-referrals", "Re-referral rate")]
    [InlineData("re-referal rate", "Re-referral rate")]
    [InlineData("looked after children", "Looked after children")]
    [InlineData("children in care", "Looked after children")]
    [InlineData("assessments in 45 days", "Assessments within 45 working days")]
    [InlineData("15 day conferences", "Conferences within 15 days")]
    [InlineData("contacts", "Contacts")]
    [InlineData("number of contacts", "Contacts")]
    public void Indicators_are_named_too(string typed, string name) => Assert.Equal([name], Names.Indicators(Plain(typed)).Names.Select(found => found.Text));

    [Fact]
    public void An_indicator_of_several_plans_is_one_name() => Assert.Equal([90, 91], Assert.Single(Names.Indicators(["re", "referrals"]).Names).Ids);

    [Theory]
    [InlineData("re-referral rate")]
    [InlineData("assessments")]
    [InlineData("conferences within 15 days")]
    public void An_indicator_is_no_name_of_anything_else(string typed) => Assert.Empty(Called(typed));

    [Theory]
    [InlineData("fosterage", "Fostering and Adoption Team")]
    [InlineData("bloggins", "Jo Bloggs")]
    [InlineData("jo blighs", "Jo Bloggs")]
    public void What_nothing_is_called_gets_the_nearest_names(string typed, string first)
    {
        var meaning = Names.Of(typed.Split(' '));
        Assert.Empty(meaning.Names);
        Assert.Equal(first, meaning.Nearest[0]);
    }

    [Fact]
    public void Another_name_of_two_different_things_means_both_and_shows_itself()
    {
        var names = new Names([new(NameKind.Service, 1, 1, "CYP", "Children and Young People"), new(NameKind.Service, 2, 2, "CYP", "Cygnet Youth Project")]);
        var name = Assert.Single(names.Of(["cyp"]).Names);
        Assert.Equal(("CYP", 2), (name.Text, name.Ids.Count));
    }

    [Fact]
    public void Of_thousands_of_names_that_differ_by_a_letter_or_two_each_is_itself()
    {
        string Letters(int number) => string.Concat(number.ToString("D4", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
        var names = new Names([.. Enumerable.Range(0, 2000).Select(number => new NamedThing(NameKind.Lead, number, 1, $"Person{Letters(number)}"))]);
        Assert.All([0, 7, 77, 777, 1777, 1999], number => Assert.Equal([number], Assert.Single(names.Of([$"person{Letters(number)}"]).Names).Ids));
    }

    [Fact]
    public void A_plan_s_own_name_comes_before_what_every_council_abbreviates()
    {
        var names = new Names([new(NameKind.Service, 1, 1, "First Response"), new(NameKind.Service, 2, 2, "Family Resource"), new(NameKind.Service, 2, 2, "FR", "Family Resource")]);
        Assert.Equal([2], Assert.Single(names.Of(["fr"]).Names).Ids);
    }

    [Fact]
    public void An_abbreviation_that_a_plan_lists_means_the_same_thing_in_other_plans_too()
    {
        var names = new Names([new(NameKind.Service, 1, 1, "First Response"), new(NameKind.Service, 1, 1, "FR", "First Response"), new(NameKind.Service, 2, 2, "First Response")]);
        Assert.Equal([1, 2], Assert.Single(names.Of(["fr"]).Names).Ids.Order());
    }

    [Fact]
    public void Initials_that_two_share_are_not_guessed()
    {
        var names = new Names([new(NameKind.Service, 1, 1, "Edge Placements"), new(NameKind.Service, 2, 2, "Early Permanence")]);
        Assert.Equal("ep", Assert.Single(names.Expand(Words.Of("EP"))).Plain);
        Assert.Equal(["Edge Placements", "Early Permanence"], names.Of(["ep"]).Names.Select(name => name.Text));
    }

    [Fact]
    public void Every_single_slip_in_a_long_name_is_put_right()
    {
        const string Meant = "safeguarding";
        var slips = Enumerable.Range(0, Meant.Length).SelectMany(at => new[]
        {
            Meant.Remove(at, 1),
            Meant.Insert(at, "x"),
            Meant.Remove(at, 1).Insert(at, "x"),
            at == 0 ? Meant : Meant[..(at - 1)] + Meant[at] + Meant[at - 1] + Meant[(at + 1)..],
        });
        Assert.All(slips, slip => Assert.Equal(["Head of Service, Safeguarding Assurance"], Called($"{slip} assurance")));
    }

    [Fact]
    public void Among_very_many_names_the_right_one_is_found()
    {
        var names = new Names([.. Enumerable.Range(0, 20_000).Select(i => new NamedThing(NameKind.Lead, i, i % 100, $"{Called(i)} {Called(i * 7 % 20_000)}son")), new(NameKind.Service, 50_000, 1, "Fostering")]);
        Assert.Equal("Fostering", Assert.Single(names.Of(["fosterng"]).Names).Text);
        Assert.Equal([777], Assert.Single(names.Of([Called(777)]).Names).Ids);

        // Made of syllables, so that they are as unlike each other as names are.
        static string Called(int number)
        {
            string[] syllables = ["ba", "ro", "mi", "tel", "ka", "dun", "fos", "lin", "gra", "wex", "hol", "pri", "sca", "vey", "nor", "jul", "ther", "qui", "zan", "ob"];
            var mixed = (number * 7919L) % 160_000;
            return string.Concat(Enumerable.Range(0, 4).Select(_ =>
            {
                var syllable = syllables[mixed % syllables.Length];
                mixed /= syllables.Length;
                return syllable;
            }));
        }
    }

    private static IEnumerable<string> Called(string typed) => Names.Of(Plain(typed)).Names.Select(name => name.Text);

    private static string[] Plain(string typed) => [.. Words.Of(typed).Select(word => word.Plain)];

    private static List<string> StandingIn(string said)
    {
        var reading = new Reading(said, Names, Today);
        var found = new List<string>();
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Names.StartingAt(reading, at) is { } name)
            {
                found.Add(name.Text);
                at += name.Words.Length - 1;
            }
        }

        return found;
    }

    [Fact]
    public void A_choice_among_what_an_abbreviation_stands_for_says_words_though_nobody_typed_them()
    {
        var reading = new Reading("what about SLAC", new Names([new(NameKind.Lead, 1, 1, "Strategic Lead, Advocacy Cladby")]), Today);

        Assert.Equal("SLAC", reading.Typed(2, 4));
        Assert.Equal("lead advocacy", reading.Typed(3, 2));
        Assert.Equal("Advocacy visits", Assert.Single(reading.Choices(reading.Typed(3, 2), ["Advocacy visits"])).Ask);
    }

    [Theory]
    [InlineData("red SEND actions", "Red actions for SEND")]
    [InlineData("show me SEND actions that are late", "Overdue actions for SEND")]
    [InlineData("send me the red actions", "Red actions")]
    [InlineData("SEND ME THE RED ACTIONS", "Red actions")]
    public void A_name_that_is_a_verb_besides_is_told_by_its_capitals(string said, string heading)
    {
        var names = new Names([new(NameKind.Plan, 1, 1, "Somerset improvement programme"), new(NameKind.Service, 10, 1, "SEND")]);
        Assert.Equal(heading, Assert.IsType<Request.ListActions>(Reader.Read(said, names, new DateOnly(2017, 4, 20), new Speaker(null, null, null)).Request).Heading);
    }
}
