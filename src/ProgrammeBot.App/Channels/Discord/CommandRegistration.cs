using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.App.Channels.Discord;

/// <summary>Writes the commands to Discord when they changed: each overwrite of new ones counts against 200 a day.</summary>
/// <remarks>What was written last is kept as a hash in the data folder; a lost or damaged file costs one overwrite.</remarks>
internal sealed class CommandRegistration(string dataFolder, ScopeCatalog scopes, ILogger log)
{
    public const string FileName = "discord-commands.txt";

    private readonly string _path = Path.Combine(dataFolder, FileName);

    /// <exception cref="DiscordCallException">Discord refused them.</exception>
    public async Task RegisterAsync(IDiscordCalls calls, Snowflake application, Snowflake? guild, CancellationToken cancellationToken)
    {
        var commands = CommandSet.All(scopes, forGuild: guild is not null);
        var line = $"{application} {guild?.ToString() ?? "global"} {CommandHash.Of(commands)}";
        if (Written() == line)
        {
            return;
        }

        await calls.OverwriteCommandsAsync(application, guild, commands, cancellationToken);
        log.LogInformation("{Count} commands were written to Discord.", commands.Count);
        try
        {
            Directory.CreateDirectory(dataFolder);
            var aside = _path + ".aside";
            await File.WriteAllTextAsync(aside, line, cancellationToken);
            File.Move(aside, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{File} could not be written ({Message}): the commands are written again at the next start.", _path, e.Message);
        }
    }

    private string? Written()
    {
        try
        {
            return File.Exists(_path) ? File.ReadAllText(_path).Trim() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
