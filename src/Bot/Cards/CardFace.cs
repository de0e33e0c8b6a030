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
    private const string Fallback = "This answer is a card, which cannot be shown here. Open the conversation in Teams to read it.";

    public static AdaptiveCard Draw(Answer answer) => answer switch
    {
        ActionList list => Card(List(list), list.Rest > 0 ? [More(list)] : null),
        OneAction one => Card(One(one), null),
        PlanList plans => Card(Plans(plans), null),
        Advice advice => Card(Advised(advice), HasRoomForButtons(advice) ? [.. advice.Try.Select(Try)] : null),
        Overview overview => Card([Headline(overview.Headline), Subtle($"{overview.Understood}."), .. overview.Passages.SelectMany(Passage)], null),
        Series series => Card(series.Parts.SelectMany(part => Draw(part.Answer).Body), Buttons(series)),
        OnRecord record => Card(Record(record), record.MayUndo ? [Undo] : null),
        _ => throw new InvalidOperationException($"No card is drawn for {answer.GetType().Name}."),
    };

    private static AdaptiveCard Card(IEnumerable<CardElement> body, IReadOnlyList<CardAction>? actions) =>
        new() { FallbackText = Fallback, Body = [.. body], Actions = actions is { Count: > 0 } ? actions : null };

    private static IEnumerable<CardElement> List(ActionList list)
    {
        yield return Headline(list.Headline);
        yield return Subtle(list.Basis);
        if (list.Note is { } note)
        {
            yield return Plain(note);
        }

        foreach (var item in list.Page)
        {
            yield return new Container
            {
                Separator = true,
                Spacing = Spacing.Medium,
                Items =
                [
                    Text(new TextRun($"{item.Action.Ref}  ") { Weight = TextWeight.Bolder }, new TextRun(item.Action.Title)),
                    Standing(item),
                    Subtle(item.When, Spacing.None),
                    Subtle(list.Whose(item), Spacing.None),
                ],
            };
        }

        if (list.Shown is { } shown)
        {
            yield return Subtle(shown);
        }
    }

    private static IEnumerable<CardElement> One(OneAction one)
    {
        yield return Headline(one.Headline);
        yield return Standing(one.Action);
        yield return Subtle(one.Action.When, Spacing.None);
        foreach (var fact in one.Facts)
        {
            yield return Text(new TextRun($"{fact.Name}: ") { Weight = TextWeight.Bolder }, new TextRun(fact.Text)) with { Spacing = Spacing.Small };
        }

        foreach (var line in Titled("Dates on the way", one.Milestones).Concat(Titled("Progress", one.Progress)))
        {
            yield return line;
        }
    }

    private static IEnumerable<CardElement> Plans(PlanList plans)
    {
        yield return Headline(plans.Headline);
        foreach (var plan in plans.Plans)
        {
            yield return new Container
            {
                Separator = true,
                Items = [Text(new TextRun(plan.Name) { Weight = TextWeight.Bolder }), Subtle($"{plan.Standing} · {plan.Key}", Spacing.None)],
            };
        }
    }

    private static IEnumerable<CardElement> Advised(Advice advice)
    {
        yield return Headline(advice.Headline);
        foreach (var sentence in advice.Sentences)
        {
            yield return Plain(sentence);
        }

        if (!HasRoomForButtons(advice))
        {
            foreach (var choice in advice.Try)
            {
                yield return new Container
                {
                    Separator = true,
                    SelectAction = Try(choice),
                    Items = [Text(new TextRun(choice.Name) { Color = TextColour.Accent })],
                };
            }
        }
    }

    // Long names are cut off on buttons, and only six are shown: otherwise they become lines one can press.
    private static bool HasRoomForButtons(Advice advice) => advice.Try.Count <= MostButtons && advice.Try.All(choice => choice.Name.Length <= LongestButton);

    private static IEnumerable<CardElement> Passage(Passage passage) => passage.Title.Length > 0 ? Titled(passage.Title, passage.Lines) : passage.Lines.Select(Plain);

    private static IEnumerable<CardElement> Titled(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            yield return Text(new TextRun(title) { Weight = TextWeight.Bolder }) with { Separator = true, Spacing = Spacing.Medium };
        }

        foreach (var line in lines)
        {
            yield return Plain(line);
        }
    }

    // The rating's word stands beside its colour, always.
    private static RichTextBlock Standing(ListedAction item) => Text(
        new TextRun(item.Urgency) { Weight = item.IsLate ? TextWeight.Bolder : null },
        new TextRun(" · "),
        new TextRun(item.Rating) { Weight = item.Action.Brag is null ? null : TextWeight.Bolder, Color = Colour(item) },
        new TextRun($" · {item.State}")) with { Spacing = Spacing.None };

    private static TextColour? Colour(ListedAction item) => item.Action.Brag switch
    {
        Data.Plans.Brag.Red => TextColour.Attention,
        Data.Plans.Brag.Amber => TextColour.Warning,
        Data.Plans.Brag.Green => TextColour.Good,
        Data.Plans.Brag.Blue => TextColour.Accent,
        _ => null,
    };

    private static ExecuteAction More(ActionList list) => new()
    {
        Title = $"Show {Math.Min(list.Rest, ActionList.PageSize)} more",
        Verb = CardPress.Verb,
        Data = JsonSerializer.SerializeToElement(new CardPress(List: list.Request with { From = list.From + ActionList.PageSize }), CardPressJson.Default.CardPress),
    };

    private static ExecuteAction Try(Choice choice) => new()
    {
        Title = choice.Name,
        Verb = CardPress.Verb,
        Data = JsonSerializer.SerializeToElement(new CardPress(Text: choice.Ask), CardPressJson.Default.CardPress),
    };

    private static readonly CardAction Undo = Try(new Choice("Undo", "undo"));

    private static IReadOnlyList<CardAction>? Buttons(Series series) =>
        series.Parts[^1].Answer is not OnRecord && series.Recorded.Any(record => record.MayUndo) ? [.. Draw(series.Parts[^1].Answer).Actions ?? [], Undo] : Draw(series.Parts[^1].Answer).Actions;

    private static IEnumerable<CardElement> Record(OnRecord record)
    {
        yield return Headline(record.Headline);
        foreach (var sentence in record.Sentences)
        {
            yield return Plain(sentence);
        }

        foreach (var item in record.Actions)
        {
            yield return new Container
            {
                Separator = true,
                Spacing = Spacing.Medium,
                Items =
                [
                    Text(new TextRun($"{item.Action.Ref}  ") { Weight = TextWeight.Bolder }, new TextRun(item.Action.Title)),
                    Standing(item),
                    Subtle(item.When, Spacing.None),
                    Subtle($"{item.Leads} · {item.Action.PlanName}", Spacing.None),
                ],
            };
        }
    }

    private static RichTextBlock Headline(string text) => Text(new TextRun(text) { Size = TextSize.Large, Weight = TextWeight.Bolder });

    private static RichTextBlock Plain(string text) => Text(new TextRun(text)) with { Spacing = Spacing.Small };

    private static RichTextBlock Subtle(string text, Spacing spacing = Spacing.Small) => Text(new TextRun(text) { IsSubtle = true, Size = TextSize.Small }) with { Spacing = spacing };

    private static RichTextBlock Text(params IReadOnlyList<TextRun> runs) => new() { Inlines = runs };
}
