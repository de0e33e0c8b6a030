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
        catch (InvalidOperationException unreadable) when (unreadable.InnerException is FormatException)
        {
            // The binder's sentence names the setting between quotes: … at 'Samples:Load' to type …
            var setting = unreadable.Message.Split(" at '").ElementAtOrDefault(1)?.Split('\'')[0].Replace(":", "__") ?? "A setting";
            throw new OptionsValidationException("settings", typeof(Settings), [$"{setting} has a value that cannot be read: write true or false, a number or a text, as the README's table of settings says."]);
        }
        catch (AggregateException several)
        {
            var failures = several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(wrong => wrong.Failures);
            throw new OptionsValidationException("settings", typeof(Settings), failures);
        }
    }
}
