using System.Globalization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Digests;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>How digests are spoken of.</summary>
internal static class DigestWords
{
    private const int LongestQuestion = 80;

    /// <summary>"First Response", "“red actions in Somerset”".</summary>
    public static string Name(Digest digest) => Name(RhythmJson.ReadAbout(digest.About), digest.Question);

    public static string Name(About about, string question) =>
        question.Length > 0 ? $"“{Wording.Cut(question, LongestQuestion)}”" : about.Name.Length > 0 ? about.Name : "all plans";

    public static string Often(Digest digest) => RhythmWords.Of(RhythmJson.ReadRhythm(digest.Rhythm));

    /// <summary>"Monday 23 November 2026, 09:00", by the clocks in London.</summary>
    public static string When(DateTime utc)
    {
        var shown = London.Shown(utc);
        return $"{shown.DayOfWeek} {Dates.InWords(DateOnly.FromDateTime(shown))}, {shown.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>When it comes next, or why it does not.</summary>
    public static string Next(Digest digest) => digest switch
    {
        { StoppedAt: not null, StoppedBecause: { } because } => $"Stopped: {because}",
        { StoppedAt: not null } => "Stopped.",
        { PausedAt: not null } => "Paused.",
        { NextAt: { } next } => $"Next: {When(next)}.",
        _ => $"Next: as soon as the plan says when its {RhythmJson.ReadRhythm(digest.Rhythm).Board} meets; no later day is known.",
    };

    /// <summary>What became of the latest delivery; null where there was none.</summary>
    public static string? Last(Delivery? last) => last switch
    {
        null => null,
        { State: DeliveryState.Arrived } => $"Last told: {When(last.DueAt)}.",
        { State: DeliveryState.Waiting, Problem: { } problem } => $"The one of {When(last.DueAt)} waits: {problem}.",
        { State: DeliveryState.Waiting } => $"The one of {When(last.DueAt)} is on its way.",
        { State: DeliveryState.Unknown } => $"Nobody knows whether the one of {When(last.DueAt)} arrived: {last.Problem}.",
        { State: DeliveryState.Skipped } => $"The one of {When(last.DueAt)} was left out: {last.Problem}.",
        _ => $"The one of {When(last.DueAt)} did not arrive: {last.Problem}.",
    };

    /// <summary>What it will tell.</summary>
    public static string Tells(string question) => question.Length > 0
        ? "It answers that question as of its day."
        : "It tells what is newly overdue, red and amber with the latest words, targets crossed, what changed since the one before, what is due in the next 14 days, and what is rated green but should not be.";

    /// <summary>What happens on bank holidays.</summary>
    public static string OnBankHolidays(Rhythm rhythm) => rhythm switch
    {
        { Board: not null } => "Working days are counted without weekends and bank holidays.",
        { Every: Every.Day or Every.Weekday } => "On bank holidays it does not come.",
        _ => "Where that is a bank holiday, it comes on the next working day.",
    };
}
