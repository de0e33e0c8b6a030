using System.Text;
using TeamsPlanBot.Bot.Answers;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>Says an answer in plain text.</summary>
public static class TextFace
{
    private const int Width = 80;

    public static string Say(Answer answer) => string.Join('\n', Lines(answer));

    /// <summary>The same in lines that fit a terminal; lines that go on are set in.</summary>
    public static string Wrapped(string text)
    {
        var wrapped = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            var column = 0;
            foreach (var word in line.TrimStart().Split(' '))
            {
                if (column == 0)
                {
                    wrapped.Append(' ', indent);
                    column = indent;
                }
                else if (column + 1 + word.Length > Width)
                {
                    wrapped.Append('\n').Append(' ', Math.Max(indent, 2));
                    column = Math.Max(indent, 2);
                }
                else
                {
                    wrapped.Append(' ');
                    column++;
                }

                wrapped.Append(word);
                column += word.Length;
            }

            wrapped.Append('\n');
        }

        return wrapped.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> Lines(Answer answer) => answer switch
    {
        ActionList list => List(list),
        OneAction one => One(one),
        PlanList plans => [plans.Headline, .. plans.Plans.Select(plan => $"  {plan.Name} ({plan.Key}): {plan.Standing}")],
        Advice advice => [advice.Headline, .. advice.Sentences, .. advice.Try.Select(choice => $"  - {choice.Name}")],
        Overview overview => [overview.Headline, overview.Understood + ".", .. overview.Passages.SelectMany(Said)],
        Series series => series.Parts.SelectMany((part, at) => at == 0 ? Lines(part.Answer) : Lines(part.Answer).Prepend("")),
        OnRecord record => [record.Headline, .. record.Sentences, .. record.Actions.SelectMany(Standing)],
        _ => throw new InvalidOperationException($"No text is written for {answer.GetType().Name}."),
    };

    private static IEnumerable<string> List(ActionList list)
    {
        yield return list.Headline;
        yield return list.Basis;
        if (list.Note is { } note)
        {
            yield return note;
        }

        foreach (var item in list.Page)
        {
            yield return "";
            yield return $"{item.Action.Ref} {item.Action.Title}";
            yield return $"  {item.Urgency} · {item.Rating} · {item.State}";
            yield return $"  {item.When}";
            yield return $"  {list.Whose(item)}";
        }

        if (list.Shown is { } shown)
        {
            yield return "";
            yield return shown;
        }
    }

    private static IEnumerable<string> Said(Passage passage) =>
        passage.Lines.Count == 0 ? [] : passage.Title.Length == 0 ? passage.Lines : [passage.Title, .. passage.Lines.Select(line => $"  {line}")];

    private static IEnumerable<string> Standing(ListedAction item) =>
    [
        "", $"{item.Action.Ref} {item.Action.Title}", $"  {item.Urgency} · {item.Rating} · {item.State}", $"  {item.When}", $"  {item.Leads} · {item.Action.PlanName}",
    ];

    private static IEnumerable<string> One(OneAction one)
    {
        yield return one.Headline;
        yield return $"{one.Action.Urgency} · {one.Action.Rating} · {one.Action.State}";
        yield return one.Action.When;
        foreach (var fact in one.Facts)
        {
            yield return $"{fact.Name}: {fact.Text}";
        }

        foreach (var (title, lines) in new[] { ("Dates on the way", one.Milestones), ("Progress", one.Progress) })
        {
            if (lines.Count > 0)
            {
                yield return title;
            }

            foreach (var line in lines)
            {
                yield return $"  {line}";
            }
        }
    }
}
