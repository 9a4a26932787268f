using ProgrammeBot.App.Commands;

return await CommandLine.RunAsync(args);
