using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics;

namespace TeamsPlanBot.Data;

/// <summary>A statement; its values stand in the text as <c>@0</c>, <c>@1</c> and so on.</summary>
public readonly record struct Sql(string Text, IReadOnlyList<object?> Values);

/// <summary>Speaks SQL with the store, over connections that stay open with their statements prepared; where the engine's client library looks after both itself, over those.</summary>
/// <remarks>For the questions that are asked all the time: there, what EF does around a query and the engine's parsing cost several times what the query itself does (docs/adr/0002).</remarks>
public sealed class PreparedStatements(Func<DbConnection> connect, StoreEngine engine) : IDisposable
{
    /// <summary>What traces of these statements are called.</summary>
    public const string TracesName = "TeamsPlanBot.Data";

    /// <summary>The tag of a trace that holds the statement.</summary>
    public const string TextTag = "db.query.text";

    private const int MostIdle = 32;

    private static readonly ActivitySource Traces = new(TracesName);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentStack<Line> idle = new();

    /// <summary>Why the store took nothing at the last try, where it will not until somebody sees to it, such as a full disk; null where it did.</summary>
    public StoreProblem? Unwritable { get; internal set; }

    /// <summary>Where everybody stands in line who writes to this store, in whichever way.</summary>
    internal WritersLine Writers { get; } = new(engine.KeepsConnections ? new SemaphoreSlim(1) : null);

    public Task<List<T>> RowsAsync<T>(Sql sql, Func<DbDataReader, T> row, CancellationToken cancelled) =>
        OnLineAsync(line => line.RowsAsync(sql, row, cancelled));

    /// <summary>The same over a connection of its own, which sees the store as somebody new does.</summary>
    public async Task<List<T>> RowsAfreshAsync<T>(Sql sql, Func<DbDataReader, T> row, CancellationToken cancelled)
    {
        using var line = new Line(connect(), engine);
        return await line.RowsAsync(sql, row, cancelled);
    }

    /// <summary>Carries out all of these, or none.</summary>
    public async Task ExecuteAsync(IEnumerable<Sql> all, CancellationToken cancelled)
    {
        using var turn = await Writers.EnterAsync(Patience, cancelled);
        try
        {
            await OnLineAsync(line => line.ExecuteAsync(all, cancelled));
            Unwritable = null;
        }
        catch (Exception reason) when (IsToBeSeenTo(reason))
        {
            throw;
        }
    }

    /// <summary>Keeps in mind what somebody has to see to before the store takes anything again; says whether it is that.</summary>
    internal bool IsToBeSeenTo(Exception reason)
    {
        if (StoreProblem.Of(reason) is not { Kind: StoreProblemKind.Full or StoreProblemKind.ReadOnly } problem)
        {
            return false;
        }

        Unwritable = problem;
        return true;
    }

    public void Dispose()
    {
        while (idle.TryPop(out var line))
        {
            line.Dispose();
        }
    }

    private async Task<T> OnLineAsync<T>(Func<Line, Task<T>> work)
    {
        var line = idle.TryPop(out var free) ? free : new Line(connect(), engine);
        try
        {
            var done = await work(line);
            GiveBack(line);
            return done;
        }
        catch
        {
            // Whatever is wrong with it, the next question gets another one.
            line.Dispose();
            throw;
        }
    }

    private void GiveBack(Line line)
    {
        if (engine.KeepsConnections && idle.Count < MostIdle)
        {
            idle.Push(line);
        }
        else
        {
            line.Dispose();
        }
    }

    private sealed class Line(DbConnection connection, StoreEngine engine) : IDisposable
    {
        // Questions differ in what they narrow and by how many; beyond so many, statements are written anew.
        private const int MostStatements = 200;

        private readonly Dictionary<string, DbCommand> statements = [];

        public async Task<List<T>> RowsAsync<T>(Sql sql, Func<DbDataReader, T> row, CancellationToken cancelled)
        {
            using var span = Traces.StartActivity("query", ActivityKind.Client)?.SetTag(TextTag, sql.Text);
            var statement = await StatementAsync(sql, cancelled);
            var rows = new List<T>();
            await using var reader = await statement.ExecuteReaderAsync(cancelled);
            while (await reader.ReadAsync(cancelled))
            {
                rows.Add(row(reader));
            }

            return rows;
        }

        public async Task<int> ExecuteAsync(IEnumerable<Sql> all, CancellationToken cancelled)
        {
            await OpenAsync(cancelled);
            await using var transaction = await connection.BeginTransactionAsync(cancelled);
            var changed = 0;
            foreach (var sql in all)
            {
                var statement = await StatementAsync(sql, cancelled);
                statement.Transaction = transaction;
                changed += await statement.ExecuteNonQueryAsync(cancelled);
                statement.Transaction = null;
            }

            await transaction.CommitAsync(cancelled);
            return changed;
        }

        public void Dispose()
        {
            Forget();
            connection.Dispose();
        }

        private Task OpenAsync(CancellationToken cancelled) => connection.State == ConnectionState.Open ? Task.CompletedTask : connection.OpenAsync(cancelled);

        private async ValueTask<DbCommand> StatementAsync(Sql sql, CancellationToken cancelled)
        {
            if (!statements.TryGetValue(sql.Text, out var statement))
            {
                return await PrepareAsync(sql, cancelled);
            }

            for (var i = 0; i < sql.Values.Count; i++)
            {
                engine.Bind(statement.Parameters[i], sql.Values[i]);
            }

            return statement;
        }

        private async Task<DbCommand> PrepareAsync(Sql sql, CancellationToken cancelled)
        {
            await OpenAsync(cancelled);
            if (statements.Count == MostStatements)
            {
                Forget();
            }

            var statement = connection.CreateCommand();
            statement.CommandText = sql.Text;
            for (var i = 0; i < sql.Values.Count; i++)
            {
                var parameter = statement.CreateParameter();
                parameter.ParameterName = $"@{i}";
                engine.Bind(parameter, sql.Values[i]);
                statement.Parameters.Add(parameter);
            }

            if (engine.KeepsConnections)
            {
                await statement.PrepareAsync(cancelled);
            }

            statements.Add(sql.Text, statement);
            return statement;
        }

        private void Forget()
        {
            foreach (var statement in statements.Values)
            {
                statement.Dispose();
            }

            statements.Clear();
        }
    }
}
