namespace TeamsPlanBot.StoreBench;

/// <summary>A file of made-up actions, as long as wanted, to be imported.</summary>
internal static class GeneratedFile
{
    private const int Sections = 40;

    public static void Write(string file, int rows, int plans)
    {
        using var csv = new StreamWriter(file) { NewLine = "\n" };
        csv.WriteLine("plan,plan name,base date,section,ref,recommendations,action,leads,services,timescale,milestones,state,brag,outcome,measures,progress,progress on");
        for (var i = 0; i < rows; i++)
        {
            var random = new Random(i);
            var (plan, row) = (i * (long)plans / rows + 1, i % (rows / plans));
            var section = row * Sections / (rows / plans) + 1;
            var day = new DateOnly(2026, 1, 1).AddDays(random.Next(700));
            csv.WriteLine(
                $"plan-{plan},Improvement plan {plan},2026-01-01,{section}. Theme {section},{section}.{row + 1},{random.Next(1, 18)}; {random.Next(18, 36)},{GeneratedStore.Sentence(random, 12)},"
                + $"Lead {random.Next(200)}; Lead {random.Next(200, 400)},Team {random.Next(40)},{day:MMMM yyyy},{day:yyyy-MM-dd} {GeneratedStore.Sentence(random, 3)},in progress,amber,"
                + $"{GeneratedStore.Sentence(random, 20)},{GeneratedStore.Sentence(random, 15)},{GeneratedStore.Sentence(random, 20)},{day:yyyy-MM-dd}");
        }
    }
}
