using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using TeamsPlanBot.Bot.Reports;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The reports of the sample plans.</summary>
public sealed class SampleReportsTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(new DateOnly(2017, 7, 20));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Every_sample_has_a_report_and_a_page_that_Word_takes()
    {
        foreach (var plan in await bot.Parts.GetRequiredService<PlanQuestions>().ListAsync(Viewer.Operator, default, default))
        {
            var today = new DateOnly(int.Parse(plan.Key[^4..], System.Globalization.CultureInfo.InvariantCulture), 10, 20);
            using var report = new WordReader((await bot.Parts.GetRequiredService<BoardReports>().OfAsync(Viewer.Operator, plan.Id, Quarters.LastBefore(today), today, default))!);
            using var page = new WordReader((await bot.Parts.GetRequiredService<PlanOnAPage>().OfAsync(Viewer.Operator, plan.Id, today, default))!, onAPage: true);

            Assert.True(report.Errors.Count == 0, $"{plan.Key}: {string.Join('\n', report.Errors)}");
            Assert.True(page.Errors.Count == 0, $"{plan.Key}: {string.Join('\n', page.Errors)}");
            Assert.Equal(["Summary", "What needs attention"], report.Headings(1).Take(2));
            Assert.Equal(plan.Key != "leeds-2012", report.Headings(1).Contains("Recommendations"));
            Assert.Equal(2, page.Body.Descendants<SectionProperties>().Count());
        }
    }

    [Fact]
    public async Task Stocktons_indicators_stand_as_inputs_processes_and_outputs()
    {
        var plan = (await bot.Parts.GetRequiredService<PlanQuestions>().ListAsync(Viewer.Operator, default, default)).Single(known => known.Key == "stockton-2013").Id;
        using var report = new WordReader((await bot.Parts.GetRequiredService<BoardReports>().OfAsync(Viewer.Operator, plan, Period.Quarter(2013, 2), new DateOnly(2013, 10, 20), default))!);

        Assert.Equal(["Inputs", "Processes", "Outputs"], report.Headings(2).Where(heading => heading is "Inputs" or "Processes" or "Outputs"));
        Assert.Contains(report.Under("Outputs"), row => row[0] == "Re-referral rate" && row.Contains("15.1% (353 of 2,336)") && row[^1] == "Improving");
        Assert.Contains("Contacts with an active CAF, 2012/13: to be checked, since its own numbers give 2.6%.", report.Text, StringComparison.Ordinal);
    }
}
