using System.Data.Common;

namespace TeamsPlanBot.Data;

/// <summary>An engine that can hold the store; what is particular to one stands in its own folder.</summary>
public abstract class StoreEngine
{
    /// <summary>Its name in <c>Store__Provider</c>, which is also that of its folder.</summary>
    public abstract string Name { get; }

    /// <summary>What may be the matter when it gives no answer at all.</summary>
    public abstract string Silence { get; }

    /// <summary>Connections stay open with their statements prepared, and one writes at a time; else the engine's own pool looks after them.</summary>
    internal abstract bool KeepsConnections { get; }

    internal abstract Dialect Dialect { get; }

    /// <summary>What is wrong with this connection string and how it should be, without repeating it: it holds passwords. Null where it will do.</summary>
    public abstract string? Fault(string? connectionString);

    /// <summary>The store behind this connection string; opening it speaks to nobody yet.</summary>
    public abstract PlanStores Open(string connectionString);

    /// <summary>What an error of this engine means; null for errors of others.</summary>
    internal abstract StoreProblem? Explain(DbException error);

    /// <summary>Gives a value to a parameter, with the type that the engine's columns have.</summary>
    internal virtual void Bind(DbParameter parameter, object? value) => parameter.Value = value ?? DBNull.Value;
}
