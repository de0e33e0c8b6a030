using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>A plan small enough to know by heart, asked on 20 April 2012.</summary>
internal static class SmallPlan
{
    public const string Csv = """
        plan,plan name,section,ref,parent,recommendations,action,leads,services,due,state,brag,outcome,measures,progress,progress on,risk
        leeds-2011,Leeds plan,1. Front door,1.1,,4; 17,Answer calls,Jo Hill; Sam Lee,First Response,2012-04-19,in progress,red,,,Calls counted.,2012-03-22,
        leeds-2011,Leeds plan,1. Front door,1.2,,4,Write letters,Jo Hill,First Response; Early Help,2012-04-20,in progress,amber,,,First letters sent.,2012-03-23,
        leeds-2011,Leeds plan,1. Front door,1.2a,1.2,,to schools,,,2012-04-30,not started,,,,,,
        leeds-2011,Leeds plan,2. Training,2.1,,17,Train staff,Sam Lee,Fostering,2012-05-31,not started,green,Staff are sure,,,,
        leeds-2011,Leeds plan,2. Training,2.2,,,Test staff,,Fostering,,in progress,,,90% pass,Undated words.,,
        leeds-2011,Leeds plan,2. Training,2.3,,14,Buy books,Sam Lee,,2012-01-31,complete,blue,,,Books bought.,2012-01-15,
        leeds-2011,Leeds plan,3. Audit,3.1,,,Audit cases,Pat Roe,,2012-04-20,not started,red,,,,,too few auditors
        """;

    public static DateOnly Today { get; } = new(2012, 4, 20);

    public static DateOnly Yesterday { get; } = Today.AddDays(-1);

    /// <summary>Not complete, and due before today.</summary>
    public static ActionQuestion Overdue { get; } = new() { State = StateAsked.Open, DueTo = Yesterday };

    public static Brag[] AtRisk { get; } = [Brag.Red, Brag.Amber];

    public static Task<StoreFile> StoreAsync() => StoreFile.HoldingAsync(Csv);
}
