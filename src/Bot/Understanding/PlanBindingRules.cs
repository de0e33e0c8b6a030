namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"This channel is about Leeds".</summary>
internal static class PlanBindingRules
{
    private const string Places = "channel/chat/conversation/group/team/thread/meeting";

    private static readonly Saying[] Binds = [$"this {Places} is for/about/on/to", $"this {Places} is all about", $"this {Places} covers", $"make/set this {Places} about/for/to", $"set this {Places} up for", $"set up this {Places} for/about", $"bind/link/connect/tie/attach/assign/dedicate this {Places} to/with",
        $"bind/link/connect/attach ~ channel to", $"we use this {Places} for", $"use this {Places} for"];

    public static Understood? Read(Reading reading, Names names)
    {
        if (!reading.Topics.HasFlag(Topic.Binding))
        {
            return null;
        }

        var core = reading.Core;
        reading.Kind = "bind";
        if (core.Asks || core.Denies || References.Stand(reading) || Sayings.TakeAt(reading, core.First, Binds) == 0)
        {
            return null;
        }

        reading.Rules.Add("binds the conversation to a plan");
        var (start, count) = reading.FreeRuns(word => word is "the" or "plan" or "now" or "please" or "thanks" or "only" or "pls" or "our" or "hi" or "hello" or "hey" or "thank" or "you" or "can" or "could" or "and" or "ok" or "cheers" or "just" or "so" or "action" or "improvement").FirstOrDefault();
        var typed = reading.Typed(start, count);
        var meaning = names.PlanOf(reading.Plain(start, count));
        return meaning.Names.SelectMany(name => name.Ids).Distinct().ToList() switch
        {
            _ when count == 0 => new Understood(new Request.Impossible("bind", "Which plan is it about? Say, for example: this channel is about Leeds.", []), "", reading.Rules),
            [var plan] => new Understood(new Request.BindPlan(plan, meaning.Names[0].Text), $"This conversation is about {meaning.Names[0].Text}", reading.Rules),
            [] => new Understood(new Request.NoSuchName(typed, reading.Choices(typed, meaning.Nearest), "bind"), "", reading.Rules),
            _ => new Understood(new Request.Torn(typed, reading.Choices(typed, meaning.Names.Select(name => name.Text)), "bind"), "", reading.Rules),
        };
    }
}
