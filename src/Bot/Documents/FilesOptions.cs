namespace TeamsPlanBot.Bot.Documents;

/// <summary>The settings under <c>Files</c>.</summary>
public sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>Where files that people send may be fetched from; with <c>*.</c> in front, every host below. SharePoint and OneDrive where none is named.</summary>
    public IList<string> Hosts { get; init; } = [];

    internal IEnumerable<string> AllHosts => Hosts.Count > 0 ? Hosts : ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint-mil.us", "*.sharepoint.cn", "*.svc.ms"];
}
