using System.CommandLine;
using System.Globalization;
using TeamsPlanBot.Load;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var turns = Number("--turns", "How many turns are measured on each side, at least.", 20_000, 1_000, 1_000_000);
var tenants = Number("--tenants", "Of how many tenants the conversations are.", 200, 200, 2_000);
var conversations = Number("--conversations", "Over how many conversations they are spread.", 5_000, 5_000, 50_000);
var atATime = Number("--at-a-time", "How many turns are under way at once.", 16, 1, 256);
var root = new RootCommand("Measures the served bot as a process, beside a bare endpoint that does nothing.") { turns, tenants, conversations, atATime };
root.SetAction((parsed, cancelled) => Comparison.RunAsync(
    new Amounts(parsed.GetRequiredValue(turns), parsed.GetRequiredValue(tenants), parsed.GetRequiredValue(conversations), parsed.GetRequiredValue(atATime)), cancelled));

var port = Number("--port", "Where it listens.", 0, 0, 65_535);
var replyBytes = Number("--reply-bytes", "How large its reply is.", 4_096, 0, 100_000);
var bare = new Command(BareEndpoint.Argument, "The bare endpoint, started by the measurement itself.") { port, replyBytes };
bare.Hidden = true;
bare.SetAction((parsed, cancelled) => BareEndpoint.ServeAsync(parsed.GetRequiredValue(port), parsed.GetRequiredValue(replyBytes), cancelled));
root.Add(bare);

var minutes = Number("--minutes", "How long.", 30, 1, 24 * 60);
var rate = Number("--turns-a-second", "How many turns begin in a second, whether or not those before are done.", 200, 1, 2_000);
var steady = new Command("steady", "Lets people work with the bot at an even rate, and looks whether it stays as it was.") { minutes, rate, tenants, conversations };
steady.SetAction((parsed, cancelled) => Run.GuardedAsync(folder => Steady.RunAsync(
    new SteadyAmounts(TimeSpan.FromMinutes(parsed.GetRequiredValue(minutes)), parsed.GetRequiredValue(rate), parsed.GetRequiredValue(tenants), parsed.GetRequiredValue(conversations)), folder, cancelled)));
root.Add(steady);

var count = Number("--count", "How many.", 100_000, 1_000, 10_000_000);
var seed = Number("--seed", "Which ones.", 20_261_122, 0, int.MaxValue);
var mutations = new Command("mutations", "Sends spoilt activities of every kind, and looks whether the bot stays as it was.") { count, seed };
mutations.SetAction((parsed, cancelled) => Run.GuardedAsync(folder => Mutations.RunAsync(parsed.GetRequiredValue(count), parsed.GetRequiredValue(seed), folder, cancelled)));
root.Add(mutations);

return await root.Parse(args).InvokeAsync();

static Option<int> Number(string name, string description, int usual, int least, int most)
{
    var option = new Option<int>(name) { Description = $"{description} From {least:N0} to {most:N0}.", DefaultValueFactory = _ => usual };
    option.Validators.Add(given =>
    {
        if (given.GetValue(option) is var number && (number < least || number > most))
        {
            given.AddError($"{name} takes a number from {least:N0} to {most:N0}.");
        }
    });
    return option;
}
