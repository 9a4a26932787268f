using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.App.Channels.Discord;

/// <summary>The settings under <c>Discord:</c>, checked.</summary>
/// <param name="Client">How the client connects.</param>
/// <param name="Channel">How the channel behaves.</param>
/// <param name="TestGuild">The one guild whose commands are written, so that a change shows at once; null: everywhere.</param>
internal sealed partial record DiscordSettings(DiscordClientOptions Client, DiscordOptions Channel, Snowflake? TestGuild)
{
    public const string Section = "Discord";

    /// <summary>As configured; null where there is no token, and so no Discord.</summary>
    /// <exception cref="CommandException">A setting is wrong; names every fault with its key and the remedy, and never shows a token.</exception>
    public static DiscordSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var faults = new List<string>();
        if (SecretOf(section, faults) is not { Length: > 0 } secret)
        {
            return faults.Count > 0 ? throw new CommandException(string.Join('\n', faults)) : null;
        }

        if (!DiscordToken.TryParse(secret, out var token, out var fault))
        {
            faults.Add(fault);
        }

        var content = OnOff(section, "MessageContent", faults);
        var guild = section["TestGuild"];
        Snowflake testGuild = default;
        if (!string.IsNullOrWhiteSpace(guild) && !Snowflake.TryParse(guild.Trim(), out testGuild))
        {
            faults.Add($"{Section}:TestGuild is '{guild}': a server's id is a number ('Copy Server ID' in Discord's developer mode).");
        }

        var (count, shards) = ShardsOf(section["Shards"], faults);
        var options = token is null ? null : new DiscordClientOptions
        {
            Token = token,
            Intents = content ? DiscordIntents.Ordinary | DiscordIntents.MessageContent : DiscordIntents.Ordinary,
            ShardCount = count,
            Shards = shards,
            ApiBase = AddressOf(section["ApiBase"], faults) ?? new DiscordClientOptions { Token = token }.ApiBase,
        };
        faults.AddRange(options?.Faults() ?? []);
        return faults.Count > 0
            ? throw new CommandException(string.Join('\n', faults))
            : new DiscordSettings(options!, new DiscordOptions { MessageContent = content }, testGuild.IsNone ? null : testGuild); // without options there is a fault
    }

    private static string? SecretOf(IConfigurationSection section, List<string> faults)
    {
        if (section["Token"] is { } token && !string.IsNullOrWhiteSpace(token))
        {
            if (!string.IsNullOrWhiteSpace(section["TokenFile"]))
            {
                faults.Add($"{Section}:Token and {Section}:TokenFile are both set: leave one of them out.");
            }

            return token;
        }

        if (section["TokenFile"] is not { } file || string.IsNullOrWhiteSpace(file))
        {
            return null;
        }

        return SettingFile.Read($"{Section}:TokenFile", file, "the bot's token", faults);
    }

    private static bool OnOff(IConfigurationSection section, string key, List<string> faults)
    {
        var value = section[key];
        if (string.IsNullOrWhiteSpace(value) || value.Equals(BotSettings.Off, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (!value.Equals(BotSettings.On, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add($"{Section}:{key} is '{value}': write {BotSettings.On} or {BotSettings.Off}.");
        }

        return true;
    }

    /// <summary>'auto', or this process's share: '0-3/16', '2/4'.</summary>
    private static (int? Count, IReadOnlyList<int>? Shards) ShardsOf(string? value, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Trim().Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return (null, null);
        }

        if (Share().Match(value.Trim()) is { Success: true } share)
        {
            var first = int.Parse(share.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var last = share.Groups[2].Success ? int.Parse(share.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : first;
            var count = int.Parse(share.Groups[3].ValueSpan, CultureInfo.InvariantCulture);
            if (first <= last && last < count)
            {
                return (count, [.. Enumerable.Range(first, last - first + 1)]);
            }
        }

        faults.Add($"{Section}:Shards is '{value}': write auto, or this process's share of all shards such as 0-3/16 (the first four of sixteen).");
        return (null, null);
    }

    private static Uri? AddressOf(string? value, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var address))
        {
            faults.Add($"{Section}:ApiBase is '{value}', which is no address such as https://discord.com/api/v10.");
        }

        return address;
    }

    [GeneratedRegex(@"^([0-9]{1,5})(?:-([0-9]{1,5}))?/([0-9]{1,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Share();
}
