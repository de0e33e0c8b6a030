using System.CommandLine;
using System.Globalization;
using TeamsPlanBot.FakeTeams;

var digests = new Option<int>("--digests") { DefaultValueFactory = _ => 10_000, Description = "How many fall due at once." };
var bots = new Option<int>("--bots") { DefaultValueFactory = _ => 3, Description = "How many bots share the store, where some are killed." };
var deaths = new Option<int>("--deaths") { DefaultValueFactory = _ => 20, Description = "How many are killed." };
var only = new Option<string?>("--only") { Description = "rate or deaths: one of the two alone." };
var bench = new RootCommand("Sends many digests that fall due at once: as fast as Teams takes them, and while bots are killed and Teams throttles, fails and is silent.") { digests, bots, deaths, only };
bench.SetAction(async (parsed, _) =>
{
    var number = parsed.GetValue(digests);
    var patience = TimeSpan.FromSeconds(300 + (number / 10));
    Action<string> tell = Console.Error.WriteLine;
    if (parsed.GetValue(only) is not "deaths")
    {
        Print("One bot, and nothing goes wrong", await new DigestTrial(1, number, 0, TimeSpan.Zero, new Troubles(), tell).RunAsync(patience));
    }

    if (parsed.GetValue(only) is not "rate")
    {
        Print(
            $"{parsed.GetValue(bots)} bots, of which one is killed every few seconds",
            await new DigestTrial(parsed.GetValue(bots), number, parsed.GetValue(deaths), TimeSpan.FromSeconds(8), new Troubles(Fails: 2, Cuts: 1, Silences: 0.2), tell).RunAsync(patience));
    }

    return 0;
});
return await bench.Parse(args).InvokeAsync();

static void Print(string title, TrialOutcome came)
{
    Console.WriteLine($"## {title}");
    (string What, FormattableString Figure)[] lines =
    [
        ("digests", $"{came.Digests:N0}"),
        ("told nothing", $"{came.Missing:N0}"),
        ("told twice", $"{came.Duplicates:N0}"),
        ("of these, without a doubt that explains it", $"{came.Unexplained:N0}"),
        ("bots killed", $"{came.Deaths:N0}"),
        ("sends left in doubt, by Teams or a death", $"{came.Doubts:N0}"),
        ("sends Teams left in doubt, and took of these", $"{came.InDoubt:N0} / {came.DoubtfullyTaken:N0}"),
        ("throttled", $"{came.Throttled:N0}"),
        ("failed", $"{came.Failed:N0}"),
        ("took, s", $"{came.Took.TotalSeconds:N0}"),
        ("a second", $"{came.Rate:N1}"),
        ("processor, of one core", $"{came.Processor / came.Took:P0}"),
        ("processor a digest, ms", $"{came.Processor.TotalMilliseconds / came.Digests:N1}"),
        ("peak memory of one bot, MB", $"{came.PeakMemory / 1e6:N0}"),
    ];
    foreach (var (what, figure) in lines)
    {
        Console.WriteLine($"| {what} | {figure.ToString(CultureInfo.InvariantCulture)} |");
    }
}
