using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Checks every setting at once.</summary>
internal static class Settings
{
    /// <summary>Throws with one sentence for each setting that is wrong.</summary>
    public static void Check(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        CheckUrls(configuration["urls"]);
        if (Telemetry.Problem(configuration) is { } problem)
        {
            throw new OptionsValidationException("telemetry", typeof(Settings), [problem]);
        }

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

    private static void CheckUrls(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            // Hosts such as * and + are no host names, but mean every address.
            if (!Uri.TryCreate(url.Trim().Replace("://*", "://0.0.0.0").Replace("://+", "://0.0.0.0"), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw new OptionsValidationException("urls", typeof(Settings), ["urls is not an address to listen on: write it like http://localhost:3978."]);
            }
        }
    }
}
