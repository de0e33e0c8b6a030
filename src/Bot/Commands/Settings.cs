using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Checks every setting at once.</summary>
internal static class Settings
{
    /// <summary>Throws with one sentence for each setting that is wrong.</summary>
    public static void Check(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (AggregateException several)
        {
            var failures = several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(wrong => wrong.Failures);
            throw new OptionsValidationException("settings", typeof(Settings), failures);
        }
    }
}
