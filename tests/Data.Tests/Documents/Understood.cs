using TeamsPlanBot.Data.Documents;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Tests.Documents;

/// <summary>Reads documents as people bring them.</summary>
internal static class Understood
{
    public static PlanDocument Plan(Stream file, string name = "plan.docx", params string[] map)
    {
        var (mapped, wrong) = ColumnMap.Read(map);
        Assert.Null(wrong);
        var (read, problem) = PlanFile.Open(file, name, mapped!, "sample", null, null);
        Assert.Null(problem);
        using (read)
        {
            return read!.Plan!;
        }
    }

    public static string Problem(Stream file, string name = "plan.docx")
    {
        var (read, problem) = PlanFile.Open(file, name, ColumnMap.Empty, "sample", null, null);
        Assert.Null(read);
        return problem!;
    }

    /// <summary>The due date of a row as the store will read it.</summary>
    public static DateOnly? Due(this PlanDocument plan, int row) => plan.Rows[row].Due ?? Timescale.Read(plan.Rows[row].Timescale, plan.BaseDate).Due;

    public static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
