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

    /// <summary>Figures that rest on fewer people than this are not shown; 0 shows all.</summary>
    public int MaskBelow { get; set; }

    internal const int LargestMask = 100;
}

/// <summary>Says which Store setting is wrong and what to do about it.</summary>
public sealed class StoreOptionsRules : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options) =>
        StoreEngines.Named(options.Provider) is not { } engine
            ? ValidateOptionsResult.Fail($"Store__Provider names no store: set it to {string.Join(" or ", StoreEngines.All.Select(known => known.Name))}.")
            : options.MaskBelow is < 0 or > StoreOptions.LargestMask
            ? ValidateOptionsResult.Fail($"Store__MaskBelow must be 0, which shows all figures, or the smallest number of people that may be shown, up to {StoreOptions.LargestMask}; councils use 5.")
            : engine.Fault(options.ConnectionString) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
