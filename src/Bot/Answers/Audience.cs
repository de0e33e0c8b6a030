using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Who else hears of what a message puts on the record: whoever asked for it, and the digests of this conversation.</summary>
internal sealed class Audience(IReadOnlyList<Digest> digests)
{
    private readonly List<Entry.Put> answered = [];

    /// <summary>What was put on the record that somebody had asked for.</summary>
    public IEnumerable<Entry.Put> Answered => answered.Where(put => put.Asker is not null);

    /// <summary>It is begun anew.</summary>
    public void Forget() => answered.Clear();

    /// <summary>Who is told of this, one sentence each.</summary>
    public IReadOnlyList<string> Hears(Entry.Put put, Names names)
    {
        answered.Add(put);
        var next = digests.Where(digest => digest is { Question.Length: 0, NextAt: not null } && Tells(RhythmJson.ReadAbout(digest.About).Scope, put.Line, names)).MinBy(digest => digest.NextAt);
        return
        [
            .. put.Asker is { AskedBy: not UpdateAsked.ByNobody } asked ? [$"{asked.AskedByName ?? "Whoever"}{(asked.AskedByName is null ? "" : ", who")} asked, is told."] : Array.Empty<string>(),
            .. next is not null ? [$"The digest here tells it next: {DigestWords.When(next.NextAt!.Value)}."] : Array.Empty<string>(),
        ];
    }

    // Of a section nothing is said: an action's line does not tell which one it is in.
    private static bool Tells(Scope scope, ActionLine action, Names names)
    {
        return (scope.Plans.Count == 0 || scope.Plans.Contains(action.PlanId)) && scope.Sections.Count == 0
            && (scope.Services.Count == 0 || Named(NameKind.Service, scope.Services).Any(action.Services.Contains))
            && (scope.Leads is not { } leads || Named(NameKind.Lead, leads).Any(action.Leads.Contains));

        IEnumerable<string> Named(NameKind kind, IReadOnlyList<int> ids) => names.Things.Where(thing => thing.Kind == kind && ids.Contains(thing.Id)).Select(thing => thing.Name);
    }
}
