using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Recording;

/// <summary>What came of one thing that a message asked to be changed; a closed family.</summary>
public abstract record Entry
{
    private Entry()
    {
    }

    /// <summary>There is no such thing that the viewer sees.</summary>
    public sealed record Unseen : Entry;

    /// <summary>The person may not do that with this plan.</summary>
    /// <param name="Owners">Those who may, by name.</param>
    public sealed record Forbidden(string Plan, IReadOnlyList<string> Owners) : Entry;

    /// <summary>It is so already, and nothing was written.</summary>
    public sealed record Same(ActionLine Line) : Entry;

    /// <summary>It was put on the record of an action.</summary>
    /// <param name="Line">The action as it is now.</param>
    /// <param name="Slips">How its date was moved, where it was moved now.</param>
    /// <param name="AsksEvidence">It was completed without a word, and its plan asks what shows that it is done.</param>
    /// <param name="Meanwhile">What others put on its record since this person last saw it, the oldest first.</param>
    /// <param name="Asker">Who had asked this person for it.</param>
    public sealed record Put(ActionLine Line, Progress Progress, Slips? Slips, IReadOnlyList<Progress> Meanwhile, bool AsksEvidence, UpdateAsked? Asker) : Entry;

    /// <summary>A moved date got its reason.</summary>
    public sealed record Explained(IReadOnlyList<ActionLine> Lines) : Entry;

    /// <summary>A figure was recorded.</summary>
    /// <param name="Before">The figure that stood for this period.</param>
    public sealed record Measured(IndicatorLine Line, Figure Now, Figure? Before) : Entry;

    /// <summary>The figures do not make a value in the indicator's unit.</summary>
    public sealed record NoValue(IndicatorLine Line) : Entry;

    /// <summary>An action is of a service, or no longer is.</summary>
    /// <param name="IsChanged">It was not so before.</param>
    public sealed record Tagged(ActionLine Line, string Service, bool IsChanged) : Entry;

    /// <summary>Two names are one from now on.</summary>
    public sealed record Merged(string Kept, string Gone, IReadOnlyList<(string Plan, int Actions)> Plans) : Entry;

    /// <summary>A role has a holder from a day on.</summary>
    /// <param name="Plans">The plans that know the role, each with who held it until then.</param>
    public sealed record Handed(string Role, string Holder, IReadOnlyList<(string Plan, string? Before)> Plans) : Entry;

    /// <summary>Somebody was given a right, or lost it.</summary>
    public sealed record Given(string Plan, string Name, RightKind? Before, RightKind? Now) : Entry;

    /// <summary>The conversation is about this plan from now on.</summary>
    public sealed record Bound(int PlanId, string Plan) : Entry;

    /// <summary>A digest is arranged so.</summary>
    /// <param name="IsChanged">It was not so before.</param>
    public sealed record Arranged(Digest Digest, bool IsChanged) : Entry;

    /// <summary>There was nothing to take back.</summary>
    public sealed record NothingToUndo : Entry;

    /// <summary>Others have built upon what would be taken back; nothing was written.</summary>
    public sealed record BuiltUpon(IReadOnlyList<TakenBack> Actions, IReadOnlyList<string> Figures) : Entry;

    /// <summary>All that the last message changed was taken back, as far as nothing later stands over it.</summary>
    public sealed record Undone(IReadOnlyList<TakenBack> Actions, IReadOnlyList<DeedUndone> Deeds) : Entry;
}

/// <summary>What was taken back of one action, and what something later stands over.</summary>
/// <param name="Line">The action as it is now.</param>
/// <param name="By">Who put there what stands over it.</param>
public sealed record TakenBack(ActionLine Line, Progress Progress, Undoing Undoing, IReadOnlyList<string> By);

/// <summary>What else was taken back.</summary>
public abstract record DeedUndone
{
    private DeedUndone()
    {
    }

    /// <summary>The reason of a moved date.</summary>
    public sealed record Reason(ActionLine Line) : DeedUndone;

    /// <summary>A figure; the one before it stands again, if there was one.</summary>
    /// <param name="IsBack">False where a later figure stands in its place.</param>
    public sealed record Figure(string Plan, string Indicator, string? Unit, Period Period, decimal? From, decimal? To, bool IsBack) : DeedUndone;

    /// <summary>A tag.</summary>
    public sealed record Tag(ActionLine Line, string Service, bool WasAdded) : DeedUndone;

    /// <summary>A merging of two names.</summary>
    public sealed record Merge(string Kept, string Gone) : DeedUndone;

    /// <summary>The plan the conversation is about; null where it was about none before.</summary>
    public sealed record Binding(string? Plan) : DeedUndone;

    /// <summary>That somebody holds a role.</summary>
    public sealed record Role(string Name, string Holder, string? Now) : DeedUndone;

    /// <summary>A right.</summary>
    public sealed record Right(string Plan, string Name, RightKind? Now) : DeedUndone;

    /// <summary>What was arranged about a digest; a new one is stopped.</summary>
    public sealed record Arrangement(Digest Digest, bool WasNew) : DeedUndone;

    /// <summary>That a milestone was reached.</summary>
    public sealed record Milestone(ActionLine Line, DateOnly On) : DeedUndone;
}
