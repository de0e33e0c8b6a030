using CsvHelper;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests;

/// <summary>The sample plans that come with the bot.</summary>
internal static class Samples
{
    public static string Leeds { get; } = Read("leeds-2012");

    public static string Leicester { get; } = Read("leicester-2012");

    public static string Leicestershire { get; } = Read("leicestershire-2017");

    public static string Somerset { get; } = Read("somerset-2018");

    public static string Stockton { get; } = Read("stockton-2013");

    public static string Read(string plan) => File.ReadAllText(FileOf(plan, "actions"));

    public static bool Has(string plan, FileKind kind) => File.Exists(FileOf(plan, kind.ToString().ToLowerInvariant()));

    public static string Read(string plan, FileKind kind) => File.ReadAllText(FileOf(plan, kind.ToString().ToLowerInvariant()));

    /// <summary>The rows of a sample's file, each cell under its heading.</summary>
    public static List<Dictionary<string, string>> Rows(string plan, string what)
    {
        using var file = File.OpenRead(FileOf(plan, what));
        using var csv = CsvReader.Create(file, new CsvReaderOptions { Separator = ',', HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw });
        var records = new List<string[]>();
        while (csv.Read())
        {
            records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at))]);
        }

        Assert.All(records, record => Assert.Equal(records[0].Length, record.Length));
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static string FileOf(string plan, string what) => Path.Combine(AppContext.BaseDirectory, "Samples", $"{plan}.{what}.csv");
}
