using System.CommandLine;
using System.Text.Json;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels.Teams.Package;

namespace ProgrammeBot.App.Commands.Teams;

/// <summary><c>teams package</c>: what an administrator gives to Teams.</summary>
internal static class TeamsCommand
{
    public static Command Create() => new("teams", "Bring the bot into Microsoft Teams") { Package() };

    private static Command Package()
    {
        var file = new Option<string>("--out") { Description = "The file to write", HelpName = "FILE", DefaultValueFactory = _ => "programmebot-teams.zip" };
        var appId = new Option<string?>("--app-id") { Description = "The bot's application (client) id (default: the setting Teams:AppId)", HelpName = "GUID" };
        var version = new Option<string?>("--package-version") { Description = "Raised for every package that replaces another (default: the setting Teams:Package:Version, 1.0.0)", HelpName = "N.N.N" };
        var every = new Option<bool>("--read-every-message") { Description = "Also ask for the right to read messages that do not mention the bot, for answers nobody called for" };
        var command = new Command("package", "Write the app package that is uploaded to Teams") { file, appId, version, every };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            var options = TeamsPackageSettings.Read(BotSettings.Read(), parsed.GetValue(appId), parsed.GetValue(version), parsed.GetValue(every));
            var path = parsed.GetRequiredValue(file);
            using var zip = new MemoryStream();
            AppPackage.Write(options, zip);
            await using (var written = OutputFile.Create(path))
            {
                await written.WriteAsync(zip.GetBuffer().AsMemory(0, (int)zip.Length), cancellationToken);
            }

            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(new { file = path, id = options.PackageId, bot = options.AppId, version = options.Version, reads_every_message = options.ReadsEveryMessage })
                : $"{path}: {options.Name} {options.Version} for the bot {options.AppId}. Upload it to Teams; docs/teams.md says where.");
            return ExitCode.Done;
        }));
        return command;
    }
}
