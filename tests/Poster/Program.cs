using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Sqlite;

// Says each number once it is on the record. The arguments: the store's file, the action, how many at most.
var recorder = new Recorder(SqliteFile.Open($"Data Source={args[0]}"));
var action = int.Parse(args[1], null);
for (var number = 0; number < int.Parse(args[2], null); number++)
{
    await recorder.RecordAsync(
        Viewer.Operator,
        action,
        new Posting
        {
            Origin = Origin.Person,
            At = DateTime.UtcNow,
            On = new DateOnly(2017, 4, 20),
            By = "Jo Hill",
            Text = $"{number}",
            Brag = (Brag)(number % 3),
            State = number % 7 == 6 ? ActionState.Complete : null,
            Due = new NewDue(new DateOnly(2017, 4, 20).AddDays(number)),
        },
        leads: [$"Lead {number % 5}", "Jo Hill"],
        receipt: null,
        default);
    Console.WriteLine(number);
}
