using TeamsPlanBot.Data.Privacy;

namespace TeamsPlanBot.Data.Tests.Privacy;

public sealed class ChildDataTests
{
    [Theory]
    [InlineData("Child 943 476 5919 placed with carers")]
    [InlineData("NHS 9434765919.")]
    [InlineData("nhs no: 943-476-5919")]
    [InlineData("(943\u00A0476\u00A05919)")]
    [InlineData("９４３４７６５９１９")]
    [InlineData("943\u200B476\u200B5919")]
    [InlineData("9 4 3 4 7 6 5 9 1 9")]
    public void An_NHS_number_is_found(string words) => Assert.Equal([Identifying.NhsNumber], ChildData.In(words));

    [Theory]
    [InlineData("Child 943 476 5918 placed")]
    [InlineData("ring 0116 232 1234")]
    [InlineData("ring +44 116 232 1234")]
    [InlineData("353 of 2336 in 2012/13")]
    [InlineData("spent £9,434,765.91 of 9434765919.50")]
    public void What_only_looks_like_an_NHS_number_is_none(string words) => Assert.Empty(ChildData.In(words));

    [Theory]
    [InlineData("mother AB123456C")]
    [InlineData("NI ab 12 34 56 c")]
    [InlineData("JG-10-37-59-A seen")]
    public void A_National_Insurance_number_is_found(string words) => Assert.Equal([Identifying.NationalInsuranceNumber], ChildData.In(words));

    [Theory]
    [InlineData("GB123456C")]
    [InlineData("QQ123456C")]
    [InlineData("AB123456E")]
    [InlineData("XAB123456C")]
    public void What_only_looks_like_a_National_Insurance_number_is_none(string words) => Assert.Empty(ChildData.In(words));

    [Theory]
    [InlineData("Jo born 12/03/2009")]
    [InlineData("born on 12 March 2009 in Leeds")]
    [InlineData("DOB 12.3.09")]
    [InlineData("d.o.b. 12-03-2009")]
    [InlineData("date of birth: 2009-03-12")]
    [InlineData("12/03/2009 (DOB)")]
    [InlineData("Born: March 12, 2009")]
    [InlineData("the child was born 12th of March")]
    public void A_date_of_birth_is_found(string words) => Assert.Equal([Identifying.DateOfBirth], ChildData.In(words));

    [Theory]
    [InlineData("by 30 September 2017 offer to birth parents in place")]
    [InlineData("2017-09-30 offer to birth parents")]
    [InlineData("newborn assessments from 12/03/2018")]
    [InlineData("new-born pathway agreed on 12 March 2018")]
    [InlineData("unborn baby protocol signed 1 June 2018")]
    [InlineData("Jo starts 12/03/2017")]
    [InlineData("newborn visits from 12/03/2017")]
    [InlineData("airborne since 12 March 2017")]
    [InlineData("babies born in care: plan agreed")]
    [InlineData("born in 2009")]
    [InlineData("DOB checks are part of the form; reviewed 12/03/2017")]
    public void Other_dates_are_none_of_birth(string words) => Assert.Empty(ChildData.In(words));

    [Theory]
    [InlineData("family at 12 High Street, Leicester LE1 1AA")]
    [InlineData("12 high street le11aa")]
    [InlineData("Flat 3a, LE1 1AA")]
    [InlineData("LE1 1AA, number 12")]
    [InlineData("221b Baker Street London NW1 6XE")]
    public void A_house_with_its_postcode_is_found(string words) => Assert.Equal([Identifying.HomeAddress], ChildData.In(words));

    [Theory]
    [InlineData("covers all of LE1 1AA")]
    [InlineData("4.3: hub opened in LE1 6TD")]
    [InlineData("12: hub opened in LE1 6TD")]
    [InlineData("since 2012 in LE1 6TD")]
    [InlineData("80% of visits in LE1 6TD")]
    [InlineData("12 visits in LE1 6TD")]
    [InlineData("on 12 March at LE1 6TD")]
    [InlineData("12 High Street")]
    [InlineData("Q2 2013/14 is 16.2%")]
    public void A_postcode_or_a_house_alone_is_no_address(string words) => Assert.Empty(ChildData.In(words));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("two workers started, amber")]
    public void Ordinary_words_hold_nothing_of_it(string? words) => Assert.Empty(ChildData.In(words));

    [Fact]
    public void A_page_of_figures_is_read_at_once()
    {
        var page = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number} 12 High "));

        Assert.Equal([], ChildData.In(page).Except([Identifying.NhsNumber]));
    }
}
