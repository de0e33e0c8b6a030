using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Keeping;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Shows or erases what is kept about one person.</summary>
internal static class PersonCommand
{
    public static Command Create(string[] settings)
    {
        var who = new Argument<string>("WHO") { Description = "Their name, sign-in name, or key as show prints it." };
        var yes = new Option<bool>("--yes") { Description = "Confirms that they are to be erased." };
        var show = new Command("show", "Prints as JSON everything that is kept about somebody.") { who };
        show.SetAction((parsed, cancelled) => RunAsync(settings, parsed.GetValue(who)!, ShowAsync, cancelled));
        var erase = new Command("erase", "Erases somebody: what they did for plans stays, without their name.") { who, yes };
        erase.SetAction((parsed, cancelled) => RunAsync(settings, parsed.GetValue(who)!, (person, services, stop) => EraseAsync(person, services, parsed.GetValue(yes), stop), cancelled));
        return new Command("person", "Shows or erases what is kept about one person.") { show, erase };
    }

    private static async Task<int> RunAsync(string[] settings, string who, Func<Person, IServiceProvider, CancellationToken, Task> act, CancellationToken cancelled)
    {
        await using var bot = ImportCommand.Quiet(settings).Build();
        Settings.Check(bot.Services);
        await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(cancelled);
        var people = bot.Services.GetRequiredService<PeopleMet>();
        var found = await people.FindAsync(who, cancelled) is { } exact ? [exact] : await people.CalledAsync(who, cancelled);
        var person = found switch
        {
            [var one] => one,
            [] => throw new CommandException($"The bot has met nobody called {who}. Say their name as Teams shows it, their sign-in name, or their key."),
            _ => throw new CommandException($"{Wording.Count(found.Count, "person is", "people are")} called {who}. Say one of these keys instead:\n{string.Join('\n', found.Select(one => $"{one.Key}{(one.SignIn is null ? "" : $" ({one.SignIn})")}"))}"),
        };
        await act(person, bot.Services, cancelled);
        return 0;
    }

    private static async Task ShowAsync(Person person, IServiceProvider services, CancellationToken cancelled) =>
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await services.GetRequiredService<PersonalData>().OfAsync(person, cancelled), HeldDataJson.Readable.HeldData));

    private static async Task EraseAsync(Person person, IServiceProvider services, bool isConfirmed, CancellationToken cancelled)
    {
        var called = person.Name ?? person.SignIn ?? person.Key;
        if (!isConfirmed)
        {
            throw new CommandException($"Nothing was erased. This takes {called}'s name off everything they put on the record, and deletes their rights, digests and what the bot remembers of them. It cannot be taken back: say it again with --yes.");
        }

        await services.GetRequiredService<PersonalData>().EraseAsync(person, cancelled);
        await Console.Out.WriteLineAsync($"Erased {called}. What plans themselves say of their leads is the plans' own: change it there. When they write to the bot again, it meets them anew.");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(HeldData))]
internal sealed partial class HeldDataJson : JsonSerializerContext
{
    public static HeldDataJson Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
