using System.Text.Json.Serialization;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>What a message changed besides the record of actions, with what it takes to undo it; kept with its receipt.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "deed")]
[JsonDerivedType(typeof(Explained), "reason")]
[JsonDerivedType(typeof(Measured), "figure")]
[JsonDerivedType(typeof(Tagged), "tag")]
[JsonDerivedType(typeof(Merged), "merge")]
[JsonDerivedType(typeof(Handed), "role")]
[JsonDerivedType(typeof(Given), "right")]
[JsonDerivedType(typeof(Bound), "plan")]
[JsonDerivedType(typeof(Arranged), "digest")]
[JsonDerivedType(typeof(Met), "milestone")]
internal abstract record Deed
{
    private Deed()
    {
    }

    /// <summary>A change of a date got its reason.</summary>
    public sealed record Explained(int Change) : Deed;

    /// <summary>A figure was recorded for a period.</summary>
    public sealed record Measured(int Indicator, int Figure) : Deed;

    /// <summary>An action was tagged, or a tag taken off.</summary>
    /// <param name="WasByWords">The tag that was there came of the action's words; null where there was none.</param>
    public sealed record Tagged(int Action, string Service, bool TakesAway, bool? WasByWords) : Deed;

    /// <summary>A lead or service became another name of a second one.</summary>
    /// <param name="Links">The actions that were its own, each with its place there.</param>
    /// <param name="Names">The names that came to the second one with it.</param>
    /// <param name="Own">The names, besides its own, that were the first one's.</param>
    public sealed record Merged(bool IsService, int Plan, int Kept, string Gone, LeadKind Kind, string? SignIn, bool GaveSignIn, IReadOnlyList<string> Own, IReadOnlyList<string> Names, IReadOnlyList<HeldBy> Holders, IReadOnlyList<Link> Links) : Deed;

    /// <summary>A role was given to somebody.</summary>
    /// <param name="Before">Who had held it, and when, as it was noted.</param>
    public sealed record Handed(int Lead, string Holder, DateOnly From, LeadKind Kind, IReadOnlyList<HeldBy> Before) : Deed;

    /// <summary>A right was given or taken.</summary>
    public sealed record Given(int Plan, string Holder, string Name, RightKind? Before) : Deed;

    /// <summary>The conversation was made to be about another plan.</summary>
    public sealed record Bound(int? Before) : Deed;

    /// <summary>A digest was arranged or changed.</summary>
    /// <param name="Before">How it was; null where there was none.</param>
    public sealed record Arranged(int Digest, DigestBefore? Before) : Deed;

    /// <summary>A milestone of an action was reached.</summary>
    public sealed record Met(int Action, DateOnly On, string Words) : Deed;

    /// <summary>Who held a role.</summary>
    public sealed record HeldBy(string Name, string? SignIn, DateOnly From, DateOnly? To);

    /// <summary>That an action was one of it.</summary>
    /// <param name="WasBoth">It was one of the second one, too.</param>
    public sealed record Link(int Action, int Position, bool WasBoth, bool ByWords = false);
}

/// <summary>How deeds are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Deed>))]
internal sealed partial class DeedJson : JsonSerializerContext;
