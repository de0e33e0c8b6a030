using System.CommandLine;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Brings the store's schema up to date.</summary>
internal static class MigrateCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command("migrate", "Brings the store's schema up to date and says from which to which version.");
        command.SetAction(async (_, cancelled) =>
        {
            await using var bot = ImportCommand.Quiet(settings).Build();
            Settings.Check(bot.Services);
            var before = await bot.Services.GetRequiredService<StorePreparation>().BringUpToDateAsync(cancelled);
            await Console.Out.WriteLineAsync(before.UpToDate
                ? $"The store is up to date, at {before.Needed}."
                : $"The store was brought from {before.Current ?? "nothing"} to {before.Needed}.");
            return 0;
        });
        return command;
    }
}
