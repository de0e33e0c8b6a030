using System.Globalization;
using TeamsPlanBot.Bot.Commands;

// Numbers and dates are written one way, whatever the language of the computer. InvariantGlobalization would do it too, but SQL Server's client library opens no connection with it.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args);
