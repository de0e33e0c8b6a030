using System.CommandLine;
using System.Diagnostics;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.UnderstandingBench;

var messages = new Option<int>("--messages") { Description = "How many different messages are understood.", DefaultValueFactory = _ => 100_000 };
var names = new Option<int[]>("--names") { Description = "How many names there are.", DefaultValueFactory = _ => [1_000, 50_000], AllowMultipleArgumentsPerToken = true };
var rounds = new Option<int>("--rounds") { Description = "How often they are all understood; the middle one counts.", DefaultValueFactory = _ => 5 };
var slowest = new Option<bool>("--slowest") { Description = "Also says which took longest." };
var command = new RootCommand("Understands generated messages, one after the other on one thread, and says how many a second of a core.") { messages, names, rounds, slowest };
command.SetAction(parsed =>
{
    Console.WriteLine($"{"names",8}{"index ms",10}{"index MB",10}{"messages",10}{"a second",10}{"quickest",10}{"µs each",9}{"yardstick µs",14}{"median µs",11}{"p99 µs",8}{"bytes each",12}");
    foreach (var count in parsed.GetValue(names)!)
    {
        Measure(count, parsed.GetValue(messages), parsed.GetValue(rounds), parsed.GetValue(slowest));
    }
});
return await command.Parse(args).InvokeAsync();

static void Measure(int count, int most, int rounds, bool withSlowest)
{
    var things = new GeneratedNames(count).Things;
    var said = new GeneratedMessages(things).Take(most);
    var today = new DateOnly(2017, 4, 20);

    // The first index is built with code that is not compiled yet.
    _ = new Names(things);
    var before = GC.GetTotalMemory(forceFullCollection: true);
    var building = Stopwatch.StartNew();
    var names = new Names(things);
    var speaker = new Speaker("Aisha Ashby", null, null);
    Reader.Read("how are we doing on referrals for the plan", names, today, speaker);
    var built = building.Elapsed;
    var held = GC.GetTotalMemory(forceFullCollection: true) - before;
    var afterList = speaker.After(Reader.Read("what's overdue", names, today, speaker).Request);

    // Twice, so that what runs often is compiled for good.
    for (var i = 0; i < 2; i++)
    {
        Understand(said);
        Thread.Sleep(500);
    }

    var allocated = GC.GetAllocatedBytesForCurrentThread();
    Understand(said);
    allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / said.Count;
    var (each, quickest, yardstick) = Rounds(said);
    var single = Times(said);
    Console.WriteLine($"{count,8:N0}{built.TotalMilliseconds,10:N0}{held / 1e6,10:N1}{said.Count,10:N0}{1 / each.TotalSeconds,10:N0}{1 / quickest.TotalSeconds,10:N0}{each.TotalMicroseconds,9:N2}{yardstick,14:N3}{single[said.Count / 2].Time.TotalMicroseconds,11:N1}{single[said.Count * 99 / 100].Time.TotalMicroseconds,8:N1}{allocated,12:N0}");
    foreach (var kind in said.GroupBy(message => message.Kind))
    {
        List<Said> ofKind = [.. kind];
        var of = Rounds(ofKind);
        Console.WriteLine($"  {kind.Key,-16}{ofKind.Count,20:N0}{1 / of.Each.TotalSeconds,10:N0}{1 / of.Quickest.TotalSeconds,10:N0}{of.Each.TotalMicroseconds,9:N2}{of.Yardstick,14:N3}   {Short(ofKind[0].Text)}");
    }

    foreach (var (time, message) in withSlowest ? single.TakeLast(10) : [])
    {
        Console.WriteLine($"  {time.TotalMicroseconds,8:N0} µs   {message}");
    }

    void Understand(List<Said> messages)
    {
        foreach (var message in messages)
        {
            Reader.Read(message.Text, names, today, message.GoesOn ? afterList : speaker);
        }
    }

    // The processor's time, the collector's included: a computer that others use as well takes longer by the clock. It takes longer by the processor, too, which the yardstick shows.
    (TimeSpan Each, TimeSpan Quickest, double Yardstick) Rounds(List<Said> messages)
    {
        var times = new List<(TimeSpan Time, double Yardstick)>();
        for (var i = 0; i < rounds; i++)
        {
            var yardstick = Yardstick.Microseconds();
            var start = Environment.CpuUsage.TotalTime;
            Understand(messages);
            times.Add((Environment.CpuUsage.TotalTime - start, yardstick));
        }

        times.Sort();
        return (times[rounds / 2].Time / messages.Count, times[0].Time / messages.Count, times[rounds / 2].Yardstick);
    }

    // The quickest of three times each, so that a pause for other reasons does not count.
    List<(TimeSpan Time, string Message)> Times(List<Said> messages) =>
        [.. messages.Select(message => (Enumerable.Range(0, 3).Min(_ =>
        {
            var time = Stopwatch.GetTimestamp();
            Reader.Read(message.Text, names, today, message.GoesOn ? afterList : speaker);
            return Stopwatch.GetElapsedTime(time);
        }), message.Text)).OrderBy(measured => measured.Item1)];
}

static string Short(string text) => text.Length > 60 ? $"{text[..60]}…" : text;
