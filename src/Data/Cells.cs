using System.Data.Common;

namespace TeamsPlanBot.Data;

/// <summary>Reads what may be missing from a row.</summary>
internal static class Cells
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A moment; the store keeps them in UTC, and not every engine says so.</summary>
    public static DateTime Moment(this DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    public static DateOnly? Day(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
