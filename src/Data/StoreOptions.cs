using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Data;

/// <summary>The settings under <c>Store</c>: where the plans are kept.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The name of one of <see cref="StoreEngines"/>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Where none is set, SQLite takes a file in the data folder.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Says which Store setting is wrong and what to do about it.</summary>
public sealed class StoreOptionsRules : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options) =>
        StoreEngines.Named(options.Provider) is not { } engine
            ? ValidateOptionsResult.Fail($"Store__Provider names no store: set it to {string.Join(" or ", StoreEngines.All.Select(known => known.Name))}.")
            : engine.Fault(options.ConnectionString) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
