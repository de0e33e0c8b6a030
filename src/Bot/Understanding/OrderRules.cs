namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What is neither a question nor news: services and names put right, reports, files.</summary>
internal static class OrderRules
{
    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        var topics = reading.Topics & (Topic.Rights | Topic.Tags | Topic.Merging | Topic.Pages | Topic.Reports | Topic.Exports | Topic.Imports);
        if (topics == Topic.None)
        {
            return null;
        }

        var core = reading.Core;
        if (core.Denies)
        {
            return null;
        }

        return (topics.HasFlag(Topic.Tags) && !core.Asks ? TagRules.Read(reading, names, speaker, core) : null)
            ?? (topics.HasFlag(Topic.Merging) && !core.Asks ? MergeRules.Read(reading, names, core) : null)
            ?? (topics.HasFlag(Topic.Rights) ? RightRules.Read(reading, names, speaker, core) : null)
            ?? (topics.HasFlag(Topic.Pages) ? FileRules.Page(reading, names, speaker) : null)
            ?? (topics.HasFlag(Topic.Reports) ? FileRules.Report(reading, names, speaker, core) : null)
            ?? (topics.HasFlag(Topic.Exports) ? FileRules.Export(reading, names, speaker, core) : null)
            ?? (topics.HasFlag(Topic.Imports) ? FileRules.Import(reading, core) : null);
    }
}
