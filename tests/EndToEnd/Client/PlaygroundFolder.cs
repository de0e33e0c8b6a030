using System.Text.Json;

namespace EndToEnd.Client;

/// <summary>A working directory for one Playground, with the settings file it reads at start.</summary>
internal sealed class PlaygroundFolder : IDisposable
{
    public PlaygroundFolder(Person speaker)
    {
        Path = Directory.CreateTempSubdirectory("playground-").FullName;
        File.WriteAllText(System.IO.Path.Combine(Path, ".m365agentsplayground.yml"), Settings(speaker));
    }

    public string Path { get; }

    public string Log
    {
        get
        {
            var file = System.IO.Path.Combine(Path, "devTools", "m365agentsplayground.log");
            return File.Exists(file) ? File.ReadAllText(file) : "";
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // The killed process may still hold its log for a moment; a temporary folder left behind harms nobody.
        }
    }

    // JSON is YAML, and quotes names safely.
    private static string Settings(Person speaker) => JsonSerializer.Serialize(new
    {
        version = "0.1.1",
        tenantId = Council.TenantId,
        bot = new { id = Council.BotId, name = Council.BotName },
        currentUser = User(speaker),
        users = Council.Colleagues.Select(colleague => colleague.Id == speaker.Id ? Council.TeamManager : colleague).Select(User),
        personalChat = new { id = "a:personal-chat" },
        groupChat = new { id = "19:groupchat@thread.v2", name = Council.GroupChat },
        team = new
        {
            id = Council.TeamId,
            name = "Improvement Board",
            aadGroupId = "5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0020",
            channels = new[] { new { id = "19:firstresponse@thread.tacv2", name = Council.FirstResponseChannel } },
        },
    });

    private static object User(Person person) => new
    {
        id = person.Id,
        name = person.Name,
        userPrincipleName = person.SignInName,
        aadObjectId = person.ObjectId,
        givenName = person.GivenName,
        surname = person.Surname,
        email = person.SignInName,
    };
}
