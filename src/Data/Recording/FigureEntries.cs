using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Recording;

/// <summary>Enters the figures of indicators, and takes them back.</summary>
internal sealed class FigureEntries(Ledger ledger)
{
    private const string Whole = "";
    private const string Ours = "";

    public async Task<Entry> RecordAsync(int id, Period period, decimal? value, decimal? numerator, decimal? denominator)
    {
        if (await FindAsync(id) is not { } indicator)
        {
            return new Entry.Unseen();
        }

        var plan = await ledger.Store.Plans.Include(p => p.Rights).SingleAsync(p => p.Id == indicator.PlanId, ledger.Cancelled);
        if (!ledger.Message.By.MayPost(plan.Rights))
        {
            return Ledger.Forbidden(plan);
        }

        var stated = value ?? Standing.Value(numerator, denominator, indicator.Unit, IndicatorQuestions.Decimals(indicator));
        if (stated is null)
        {
            return new Entry.NoValue(IndicatorQuestions.LineOf(indicator, plan, ledger.Message.On));
        }

        var before = indicator.Standing(Whole, Ours, period.Start, period.End) is null ? null : IndicatorQuestions.FigureOf(indicator, period);
        var figure = indicator.Record(New(period.Start, period.End, stated, numerator, denominator));
        ledger.DidLater(() => new Deed.Measured(indicator.Id, figure.Id));
        ledger.Entered(canBeUndone: true);
        return new Entry.Measured(IndicatorQuestions.LineOf(indicator, plan, ledger.Message.On), IndicatorQuestions.FigureOf(indicator, period)!, before);
    }

    /// <summary>Lets the figure before stand again, or none: that is appended, and what is taken back stays in the history.</summary>
    public async Task<DeedUndone.Figure?> UndoAsync(Deed.Measured measured)
    {
        if (await FindAsync(measured.Indicator) is not { } indicator || indicator.Measurements.Find(m => m.Id == measured.Figure) is not { } figure)
        {
            return null;
        }

        var plan = await ledger.Store.Plans.SingleAsync(p => p.Id == indicator.PlanId, ledger.Cancelled);
        var period = Period.Of(figure.Start, figure.End);
        var before = indicator.Measurements.Find(m => m.ReplacedById == figure.Id);
        var standing = indicator.Standing(Whole, Ours, figure.Start, figure.End)!;

        // Once a later figure was taken back, a copy of this one stands.
        var isBack = (standing.Value, standing.Numerator, standing.Denominator) == (figure.Value, figure.Numerator, figure.Denominator);
        if (isBack)
        {
            indicator.Record(New(figure.Start, figure.End, before?.Value, before?.Numerator, before?.Denominator, before));
        }

        return new DeedUndone.Figure(plan.Key, indicator.Name, indicator.Unit, period, figure.Value, isBack ? before?.Value : standing.Value, isBack);
    }

    private Task<Indicator?> FindAsync(int id) => ledger.Store.Indicators.VisibleTo(ledger.Message.By.Viewer, ledger.Store)
        .Include(i => i.Measurements)
        .Include(i => i.Targets)
        .AsSplitQuery()
        .SingleOrDefaultAsync(i => i.Id == id, ledger.Cancelled);

    private Measurement New(DateOnly start, DateOnly end, decimal? value, decimal? numerator, decimal? denominator, Measurement? like = null) => new()
    {
        Start = start,
        End = end,
        Value = value,
        Numerator = numerator,
        Denominator = denominator,
        Commentary = like?.Commentary,
        Source = like?.Source,
        At = ledger.Message.At,
        On = ledger.Message.On,
        By = ledger.Message.By.Name,
        PersonKey = ledger.Message.By.Key,
    };
}
