using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>Draws an answer as a card. It only draws: whatever is said was worked out before.</summary>
public static class CardFace
{
    private const int LongestButton = 30;
    private const int MostButtons = 6;
    private const int NarrowColumn = 7;
    private const int WideColumn = 20;
    private const string Fallback = "This answer is a card, which cannot be shown here. Open the conversation in Teams to read it.";

    public static AdaptiveCard Draw(Answer answer) => new()
    {
        FallbackText = Fallback,
        Body = [.. Body(answer)],
        Actions = answer.Buttons is { Count: > 0 } buttons && HaveRoom(buttons) ? [.. buttons.Select(Press)] : null,
    };

    /// <summary>A card that is put into a conversation by somebody, and asks for itself anew when they see it again.</summary>
    public static AdaptiveCard DrawLasting(Answer answer, Request asks, string? person) => Draw(answer) with
    {
        Refresh = person is null ? null : new CardRefresh(Press(new Button("Bring up to date", Asks: asks)), [person]),
    };

    /// <summary>The same for a dialog: its buttons end it.</summary>
    public static AdaptiveCard DrawDialog(Answer answer) => new()
    {
        FallbackText = Fallback,
        Body = [.. Said(answer)],
        Actions = [.. answer.Buttons.Where(button => button.Saves is not null).Select(button => new SubmitAction { Title = button.Title, Data = DataOf(button) })],
    };

    private static IEnumerable<CardElement> Body(Answer answer) => answer is Series series
        ? series.Parts.SelectMany((part, at) => at < series.Parts.Count - 1 ? Said(part.Answer) : Said(part.Answer).Concat(Lines(series.Buttons)))
        : Said(answer).Concat(Lines(answer.Buttons));

    private static IEnumerable<CardElement> Said(Answer answer) =>
    [
        Text(new TextRun(answer.Headline) { Size = TextSize.Large, Weight = TextWeight.Bolder }),
        .. answer.Basis.Length > 0 ? [Subtle(answer.Basis)] : Array.Empty<CardElement>(),
        .. answer.Body.SelectMany(Draw),
    ];

    private static IEnumerable<CardElement> Draw(Passage passage)
    {
        IReadOnlyList<CardElement> drawn = passage switch
        {
            Passage.Lines lines => [.. lines.Said.Select(Plain)],
            Passage.Facts facts => [.. facts.Said.Select(Said)],
            Passage.Rows rows => [.. rows.Said.Select(row => Draw(row, rows.Title.Length > 0))],
            Passage.Table { Said.Count: > 0 } table => [Draw(table)],
            Passage.Bars { Said.Count: > 0 } bars => [Plain(bars.Sentence), Draw(bars)],
            Passage.Trend { Figures.Said.Count: > 0, Sentence.Length: > 0 } trend => [Plain(trend.Sentence), Draw(trend)],
            Passage.Trend { Figures.Said.Count: > 0 } trend => [Draw(trend.Figures)],
            Passage.Form form => [.. form.Blanks.SelectMany(Draw)],
            _ => [],
        };
        return drawn.Count == 0 || passage.Title.Length == 0 ? drawn : drawn.Prepend(Title(passage.Title));
    }

    private static Container Draw(Row row, bool isTitled)
    {
        var heading = Text(new TextRun($"{row.Mark}  ") { Weight = TextWeight.Bolder }, new TextRun(row.Title));
        return new Container
        {
            Separator = !isTitled && row.Title.Length > 0 ? true : null,
            Spacing = isTitled || row.Title.Length == 0 ? Spacing.Small : Spacing.Medium,
            SelectAction = row.Opens is { } opens ? Press(opens) : null,
            Items =
            [
                .. row.Title.Length > 0 ? [row.Mark.Length > 0 ? heading : Text(new TextRun(row.Title) { Weight = TextWeight.Bolder })] : Array.Empty<CardElement>(),
                .. row.Standing.Count > 0 ? [Text([.. row.Standing.Select(Run)]) with { Spacing = Spacing.None }] : Array.Empty<CardElement>(),
                .. row.Details.Select(detail => Subtle(detail, Spacing.None)),
            ],
        };
    }

    // What is wrong stands under the field it is about.
    private static IEnumerable<CardElement> Draw(Blank blank) =>
    [
        blank switch
        {
            Blank.Line line => new TextInput { Id = line.Id, Label = line.Label, Value = Said(line.Value), Placeholder = line.Example },
            Blank.Words words => new TextInput { Id = words.Id, Label = words.Label, Value = Said(words.Value), Placeholder = words.Example, IsMultiline = true },
            Blank.OneOf one => new ChoiceInput { Id = one.Id, Label = one.Label, Value = Said(one.Value), Choices = [.. one.Options.Select(option => new InputChoice(option.Title, option.Value))] },
            _ => new DateInput { Id = blank.Id, Label = blank.Label, Value = Said(blank.Value) },
        },
        .. blank.Fault is { } fault ? [Text(new TextRun(fault) { Color = TextColour.Attention, Weight = TextWeight.Bolder }) with { Spacing = Spacing.None }] : Array.Empty<CardElement>(),
    ];

    private static string? Said(string value) => value.Length == 0 ? null : value;

    private static Table Draw(Passage.Table table) => new()
    {
        Columns = [.. table.Headings.Select((heading, at) => new TableColumn(Math.Clamp(table.Said.Max(row => Math.Max(row[at].Length, heading.Length)), NarrowColumn, WideColumn)))],
        Rows =
        [
            new TableRow([.. table.Headings.Select(heading => Cell(new TextRun(heading) { Weight = TextWeight.Bolder, Size = TextSize.Small }))]),
            .. table.Said.Select(row => new TableRow([.. row.Select(cell => Cell(new TextRun(cell) { Size = TextSize.Small }))])),
        ],
    };

    private static TableCell Cell(TextRun run) => new([Text(run)]);

    private static BarChart Draw(Passage.Bars bars) => new()
    {
        Title = bars.Title,
        Data = [.. bars.Said.Select(bar => new ChartBar(bar.Name, bar.Number, ColourOf(bar.Tone)))],
        Fallback = new Table
        {
            Columns = [new TableColumn(2), new TableColumn(1)],
            Rows = [new TableRow([Cell(new TextRun(bars.Title) { Weight = TextWeight.Bolder }), Cell(new TextRun("Actions") { Weight = TextWeight.Bolder })]), .. bars.Said.Select(Row)],
        },
    };

    private static TableRow Row(Bar bar) => new([Cell(Run(new Phrase(bar.Name, bar.Tone))), Cell(new TextRun($"{bar.Number:N0}"))]);

    private static LineChart Draw(Passage.Trend trend) => new()
    {
        Title = trend.Title,
        Data = [.. trend.Curves.Select(curve => new ChartLine(curve.Name, [.. curve.Dots.Select(dot => new ChartPoint(dot.Period, dot.Value))], ColourOf(curve.Tone)))],
        Fallback = Draw(trend.Figures),
    };

    private static RichTextBlock Said(Fact fact) => Text(new TextRun($"{fact.Name}: ") { Weight = TextWeight.Bolder }, new TextRun(fact.Text)) with { Spacing = Spacing.Small };

    // The word stands beside its colour, always.
    private static TextRun Run(Phrase phrase) => new(phrase.Text)
    {
        Weight = phrase.Tone == Tone.Plain ? null : TextWeight.Bolder,
        Color = phrase.Tone switch
        {
            Tone.Red => TextColour.Attention,
            Tone.Amber => TextColour.Warning,
            Tone.Green => TextColour.Good,
            Tone.Blue => TextColour.Accent,
            _ => null,
        },
    };

    private static ChartColour ColourOf(Tone tone) => tone switch
    {
        Tone.Red => ChartColour.Attention,
        Tone.Amber => ChartColour.Warning,
        Tone.Green => ChartColour.Good,
        Tone.Blue => ChartColour.Blue,
        _ => ChartColour.Neutral,
    };

    // Long names are cut off on buttons, and only six are shown: otherwise they become lines one can press.
    private static bool HaveRoom(IReadOnlyList<Button> buttons) => buttons.Count <= MostButtons && buttons.All(button => button.Title.Length <= LongestButton);

    private static IEnumerable<CardElement> Lines(IReadOnlyList<Button> buttons) => HaveRoom(buttons) ? [] : buttons.Select(button => new Container
    {
        Separator = true,
        SelectAction = Press(button),
        Items = [Text(new TextRun(button.Title) { Color = TextColour.Accent })],
    });

    private static CardAction Press(Button button) => button.Leads is { } url ? new OpenUrlAction { Title = button.Title, Url = url }
        : button.OpensDialog
        ? new SubmitAction { Title = button.Title, Data = JsonSerializer.SerializeToElement(new DialogPress(new TeamsPress("task/fetch"), button.Asks!), CardPressJson.Default.DialogPress) }
        : new ExecuteAction { Title = button.Title, Verb = CardPress.Verb, Data = DataOf(button) };

    private static JsonElement DataOf(Button button) =>
        JsonSerializer.SerializeToElement(new CardPress(button.Asks, button.Says, button.Back, button.Saves, Arranges: button.Arranges), CardPressJson.Default.CardPress);

    private static RichTextBlock Title(string text) => Text(new TextRun(text) { Weight = TextWeight.Bolder }) with { Separator = true, Spacing = Spacing.Medium };

    private static RichTextBlock Plain(string text) => Text(new TextRun(text)) with { Spacing = Spacing.Small };

    private static RichTextBlock Subtle(string text, Spacing spacing = Spacing.Small) => Text(new TextRun(text) { IsSubtle = true, Size = TextSize.Small }) with { Spacing = spacing };

    private static RichTextBlock Text(params IReadOnlyList<TextRun> runs) => new() { Inlines = runs };
}
