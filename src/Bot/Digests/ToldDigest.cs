using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Digests;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>A digest that is to be told now.</summary>
/// <param name="Number">Its number; null where nobody asked for it to come regularly.</param>
/// <param name="Since">What was put on the record after this moment is new, in UTC.</param>
/// <param name="DueAt">When it was due, where that is so long ago that it has to be said.</param>
public sealed record ToldDigest(int? Number, About About, string Question, Rhythm? Rhythm, string? Name, string? SignIn, int? Plan, DateTime Since, DateTime? DueAt = null)
{
    private const int UsualDays = 7;

    public static ToldDigest Of(Digest digest, DateTime run, DateTime? dueAt = null)
    {
        var rhythm = RhythmJson.ReadRhythm(digest.Rhythm);
        return new ToldDigest(
            digest.Id, RhythmJson.ReadAbout(digest.About), digest.Question, rhythm, digest.PersonName, digest.SignIn, digest.PlanId, digest.ToldUpTo ?? Schedule.Before(rhythm, run), dueAt);
    }

    /// <summary>One that was asked for just once.</summary>
    public static ToldDigest Once(About about, DateTime now) => new(null, about, "", null, null, null, null, now.AddDays(-UsualDays));
}
