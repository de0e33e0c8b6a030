using TeamsPlanBot.Bot.Commands;

return await CommandLine.RunAsync(args);
