using System.Data.Common;

namespace TeamsPlanBot.Data;

/// <summary>Reads what may be missing from a row.</summary>
internal static class Cells
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? Day(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
