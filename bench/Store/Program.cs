using System.CommandLine;
using System.Diagnostics;
using TeamsPlanBot.StoreBench;

var plans = new Option<int>("--plans") { Description = "How many plans the large store holds; the small one holds a hundredth.", DefaultValueFactory = _ => 1_000 };
var actions = new Option<int>("--actions") { Description = "How many actions a plan has.", DefaultValueFactory = _ => 1_000 };
var progress = new Option<int>("--progress") { Description = "How many posts an action has.", DefaultValueFactory = _ => 5 };
var command = new RootCommand("Asks the same questions of a small store and of one that is a hundred times as large.") { plans, actions, progress };

var file = new Argument<FileInfo>("FILE") { Description = "The file to write." };
var rows = new Option<int>("--rows") { Description = "How many actions it holds.", DefaultValueFactory = _ => 200_000 };
var among = new Option<int>("--plans") { Description = "How many plans they belong to.", DefaultValueFactory = _ => 1 };
var write = new Command("file", "Writes a file of actions to be imported.") { file, rows, among };
write.SetAction(parsed => GeneratedFile.Write(parsed.GetValue(file)!.FullName, parsed.GetValue(rows), parsed.GetValue(among)));
command.Subcommands.Add(write);
command.SetAction(parsed => RunAsync(parsed.GetValue(plans), parsed.GetValue(actions), parsed.GetValue(progress)));
return await command.Parse(args).InvokeAsync();

static async Task RunAsync(int plans, int actions, int progress)
{
    var folder = Directory.CreateTempSubdirectory("plans-");
    try
    {
        var files = (Small: Path.Combine(folder.FullName, "small.db"), Large: Path.Combine(folder.FullName, "large.db"));
        var filling = Stopwatch.StartNew();
        await new GeneratedStore(files.Small).FillAsync(Math.Max(1, plans / 100), actions, progress);
        await new GeneratedStore(files.Large).FillAsync(plans, actions, progress);
        Console.WriteLine($"Filled in {filling.Elapsed.TotalSeconds:N0} s: {new FileInfo(files.Small).Length / 1e6:N0} MB and {new FileInfo(files.Large).Length / 1e6:N0} MB.\n");

        using var small = new GeneratedStore(files.Small).Open();
        using var large = new GeneratedStore(files.Large).Open();
        Console.WriteLine($"{"question",-44}{"matches",8}{"small p50",11}{"p95",8}{"large p50",11}{"p95",8}{"large/small",13}   (ms)");
        foreach (var question in Question.All)
        {
            await question.CompareAsync(small, large);
        }

        Console.WriteLine("\nHow SQLite carries them out in the large store:");
        using var overheard = new Overheard(files.Large);
        foreach (var question in Question.All)
        {
            using var listened = overheard.Open();
            await question.AskAsync(listened);
            Console.WriteLine($"\n{question.Name}\n{string.Join('\n', overheard.Plans())}");
        }
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
