namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"This channel is about Leeds".</summary>
internal static class PlanBindingRules
{
    public static Understood? Read(Reading reading, Names names)
    {
        if (!reading.Take("this channel is about", "this chat is about", "this conversation is about", "this group is about", "this team is about"))
        {
            return null;
        }

        reading.Rules.Add("binds the conversation to a plan");
        var (start, count) = reading.FreeRuns(word => word is "the" or "plan").FirstOrDefault();
        var typed = reading.Typed(start, count);
        var meaning = names.PlanOf(reading.Plain(start, count));
        return meaning.Names.SelectMany(name => name.Ids).Distinct().ToList() switch
        {
            _ when count == 0 => new Understood(new Request.Unclear([]), "", reading.Rules),
            [var plan] => new Understood(new Request.BindPlan(plan, meaning.Names[0].Text), $"This conversation is about {meaning.Names[0].Text}", reading.Rules),
            [] => new Understood(new Request.NoSuchName(typed, reading.Choices(typed, meaning.Nearest)), "", reading.Rules),
            _ => new Understood(new Request.Torn(typed, reading.Choices(typed, meaning.Names.Select(name => name.Text))), "", reading.Rules),
        };
    }
}
