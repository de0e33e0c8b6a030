using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Sqlite;

// Says what is done once it is done. The arguments: the store's file, then "import" and a file of actions, or an action and how many posts at most.
var stores = SqliteFile.Open($"Data Source={args[0]}");
if (args[1] == "import")
{
    await using var file = File.OpenRead(args[2]);
    await new PlanImporter(stores, TimeProvider.System).ImportAsync(file, new ImportDefaults(), dryRun: false, retire: false, report: null, default);
    Console.WriteLine("imported");
    return;
}

var recorder = new Recorder(stores);
var action = int.Parse(args[1], null);
for (var number = 0; number < int.Parse(args[2], null); number++)
{
    var at = number;
    await recorder.TakeAsync(
        new Message(new Actor(Viewer.Operator, "poster", "Jo Hill", []), "c", $"{number}", Imprint: null, DateTime.UtcNow, new DateOnly(2017, 4, 20)),
        ledger => ledger.PostAsync(
            action,
            said => said with
            {
                Text = $"{at}",
                Brag = (Brag)(at % 3),
                State = at % 7 == 6 ? ActionState.Complete : null,
                Due = new NewDue(new DateOnly(2017, 4, 20).AddDays(at)),
            },
            leads: [$"Lead {at % 5}", "Jo Hill"]),
        _ => "done",
        default);
    Console.WriteLine(number);
}
