namespace TeamsPlanBot.Data.Tests;

/// <summary>The sample plans that come with the bot.</summary>
internal static class Samples
{
    public static string Leicestershire { get; } = Read("leicestershire-2017");

    public static string Somerset { get; } = Read("somerset-2018");

    public static string Read(string plan) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"{plan}.actions.csv"));
}
