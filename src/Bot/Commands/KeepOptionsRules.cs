using Microsoft.Extensions.Options;
using TeamsPlanBot.Data.Keeping;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Checks how long things are to be kept.</summary>
internal sealed class KeepOptionsRules : IValidateOptions<KeepOptions>
{
    public ValidateOptionsResult Validate(string? name, KeepOptions options) => options.Wrong().ToList() is { Count: > 0 } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
}
