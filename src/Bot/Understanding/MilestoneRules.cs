using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The milestone of an action that somebody speaks of, and whether they say that it is reached.</summary>
/// <param name="Number">In the order of their dates, from 1; 0 for the last; null where its month tells, or there is only one.</param>
public sealed record MilestoneNamed(int? Number, int? Month, int? Year, bool IsMet);

/// <summary>"4.3 milestone 2: done", "the December milestone of 4.3 is met": words for the record of an action, about one of its dates on the way.</summary>
internal static partial class MilestoneRules
{
    private const string Ref = @"(?<ref>[A-Za-z]{0,4}-?\d+(?:\.\d+)*(?:\.?[a-z])?)(?:\s+(?:in|of)\s+(?<plan>[^\s:,]+(?:\s+[^\s:,]+){0,3}?))?";
    private const string Month = @"(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s+(?<year>\d{4}))?";
    private const string Milestone = $@"(?:the\s+)?(?:(?:(?<which>\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|last|final)|{Month})\s+)?milestone\b(?:\s+(?:(?:no\.?\s*|number\s+)?(?<number>\d{{1,2}})\b(?!\s*[./]\d)|{Month}))?";
    private const string Rest = @"\s*(?:[:–—-]|,|\b(?:is|was|has\s+been|as)\b)?\s*(?<rest>\S.*))$";
    private const RegexOptions Loosely = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture;
    private const int Patience = 250;

    private static readonly string[] Ordinals = ["last", "first", "second", "third", "fourth", "fifth", "sixth"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        var text = reading.Text;
        if (!text.Contains("milestone", StringComparison.OrdinalIgnoreCase) || text.TrimEnd().EndsWith('?'))
        {
            return null;
        }

        var match = OfAction().Match(text);
        match = match.Success ? match : ActionOf().Match(text);
        if (!match.Success)
        {
            return null;
        }

        IReadOnlyList<int> plans = speaker.PlanMeant is { } meant ? [meant] : [];
        var isSaid = match.Groups["plan"].Success;
        if (isSaid)
        {
            if (names.PlanOf([.. Words.Of(match.Groups["plan"].Value).Select(word => word.Plain).Where(word => word is not "the" and not "plan")]).Names is not { Count: > 0 } named)
            {
                return null;
            }

            plans = [.. named.SelectMany(name => name.Ids).Distinct()];
        }

        reading.Rules.Add("words about a milestone");
        var milestone = new MilestoneNamed(NumberIn(match), MonthIn(match), match.Groups["year"] is { Success: true } year ? int.Parse(year.Value, CultureInfo.InvariantCulture) : null, Met().IsMatch(match.Groups["rest"].Value));
        var reference = match.Groups["ref"].Value;
        return new Understood(new Request.Post(new ActionNamed(reference, plans, isSaid), match.Groups["words"].Value.Trim(), null, null, Milestone: milestone), $"Progress of {reference}, on a milestone", reading.Rules);
    }

    private static int? NumberIn(Match match)
    {
        if (match.Groups["number"] is { Success: true } number)
        {
            return int.Parse(number.Value, CultureInfo.InvariantCulture);
        }

        if (match.Groups["which"] is not { Success: true, Value: var which })
        {
            return null;
        }

        return char.IsAsciiDigit(which[0]) ? int.Parse(which.AsSpan(0, which.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture)
            : which.Equals("final", StringComparison.OrdinalIgnoreCase) ? 0
            : Array.FindIndex(Ordinals, word => word.Equals(which, StringComparison.OrdinalIgnoreCase));
    }

    private static int? MonthIn(Match match) =>
        match.Groups["month"] is { Success: true, Value: var month } ? Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => name.Length > 0 && month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1 : null;

    [GeneratedRegex($@"^\s*(?:(?:please|pls)\s+)?(?:(?:update|mark|progress\s+on)\s+)?{Ref}\s*[:,–—-]?\s*(?<words>{Milestone}{Rest}", Loosely, Patience)]
    private static partial Regex OfAction();

    [GeneratedRegex(@"^(?:now\s+|already\s+)?(?:done|met|completed?|achieved|reached|finished|hit|delivered)\b[.!\s]*(?:$|[,;:–—-]|\b(?:on|in|by|today|yesterday|this|last|early|late)\b)", Loosely, Patience)]
    private static partial Regex Met();

    [GeneratedRegex($@"^\s*(?:(?:please|pls)\s+)?(?:(?:update|mark|set)\s+)?(?<words>{Milestone}\s+(?:of|for|on|in)\s+(?:action\s+)?{Ref}{Rest}", Loosely, Patience)]
    private static partial Regex ActionOf();
}
