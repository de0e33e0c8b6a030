using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Data;

/// <summary>The settings under <c>Store</c>: where the plans are kept.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    public string Provider { get; set; } = "Sqlite";

    /// <summary>Where none is set, a file in the data folder.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Says which Store setting is wrong and what to do about it.</summary>
public sealed class StoreOptionsRules : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options) => options.Provider switch
    {
        "Sqlite" => Sqlite(options.ConnectionString),
        "SqlServer" or "Postgres" => ValidateOptionsResult.Fail($"Store__Provider is {options.Provider}, which this version does not speak yet: set it to Sqlite."),
        _ => ValidateOptionsResult.Fail("Store__Provider names no store: set it to Sqlite."),
    };

    private static ValidateOptionsResult Sqlite(string? connectionString)
    {
        try
        {
            if (string.IsNullOrEmpty(connectionString))
            {
                return ValidateOptionsResult.Success;
            }

            var parts = new SqliteConnectionStringBuilder(connectionString);
            return parts.DataSource.Length == 0 ? Unreadable()
                : parts.Mode == SqliteOpenMode.Memory || parts.DataSource == ":memory:"
                    ? ValidateOptionsResult.Fail("Store__ConnectionString names a store in memory, which would keep nothing: write it like Data Source=plans.db.")
                    : ValidateOptionsResult.Success;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return Unreadable();
        }
    }

    // The text itself is not repeated: connection strings hold passwords.
    private static ValidateOptionsResult Unreadable() =>
        ValidateOptionsResult.Fail("Store__ConnectionString is not a connection string for SQLite: write it like Data Source=plans.db.");
}
