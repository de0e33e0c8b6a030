using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsPlanBot.Data;

/// <summary>Opens the store, whatever engine it is on; each piece of work opens its own.</summary>
/// <param name="context">The context of the engine, which its migrations are for.</param>
/// <param name="file">The file that holds the store, if it is one.</param>
public sealed class PlanStores(Func<PlanStore> open, Func<DbConnection> connect, Type context, string? file) : IDisposable
{
    /// <summary>The short way to the questions that are asked all the time.</summary>
    public PreparedStatements Prepared { get; } = new(connect);

    /// <summary>The store's file was taken away. A connection opened earlier still reads it, and what that writes is lost.</summary>
    public bool IsGone => file is not null && !File.Exists(file);

    /// <summary>The migrations this program knows for the engine, in order.</summary>
    public IReadOnlyList<string> Migrations { get; } =
    [
        .. context.Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    public PlanStore Open() => open();

    /// <summary>How often something was changed.</summary>
    internal async Task<long> RevisionAsync(int of, CancellationToken cancelled) =>
        (await Prepared.RowsAsync(new Sql("SELECT \"Number\" FROM \"Revisions\" WHERE \"Id\" = @0", [of]), row => row.GetInt64(0), cancelled)).Single();

    public void Dispose() => Prepared.Dispose();
}
