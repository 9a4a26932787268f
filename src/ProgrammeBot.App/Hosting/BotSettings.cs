using Microsoft.Extensions.Options;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Privacy;
using ProgrammeBot.App.Web;

namespace ProgrammeBot.App.Hosting;

/// <summary>Where settings come from: the program's <c>appsettings.json</c>, the caller's, the environment; the later goes before the earlier.</summary>
internal static class BotSettings
{
    public const string File = "appsettings.json";
    public const string EncoderKey = "Encoder";
    public const string PostgresKey = "Store:Postgres";
    public const string On = "on";
    public const string Off = "off";
    private const string EnvironmentPrefix = "PROGRAMMEBOT_";

    /// <exception cref="CommandException">A file is not JSON; names it and the place.</exception>
    public static void AddTo(IConfigurationBuilder configuration)
    {
        var (programs, callers) = (Path.Combine(AppContext.BaseDirectory, File), Path.Combine(Environment.CurrentDirectory, File));
        AddFile(configuration, programs);
        if (callers != programs)
        {
            AddFile(configuration, callers);
        }

        configuration.AddEnvironmentVariables(EnvironmentPrefix);
    }

    /// <exception cref="CommandException">A setting is wrong; names every fault with its key and the remedy.</exception>
    public static WebOptions Web(IConfiguration configuration)
    {
        try
        {
            var options = configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
            options.Check();
            return options;
        }
        catch (OptionsValidationException e)
        {
            throw new CommandException(string.Join('\n', e.Failures), e);
        }
        catch (InvalidOperationException e)
        {
            throw new CommandException($"{e.Message} Mend it in {File}, or in the environment ({EnvironmentPrefix}Web__…).", e);
        }
    }

    /// <summary>Whether search goes by meaning too.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="option">What the command line says; goes before the setting. Null where it says nothing.</param>
    /// <exception cref="CommandException">The setting is neither on nor off.</exception>
    public static bool Encoder(IConfiguration configuration, string? option = null)
    {
        var setting = option ?? configuration[EncoderKey] ?? On;
        return setting.Equals(On, StringComparison.OrdinalIgnoreCase)
            || (setting.Equals(Off, StringComparison.OrdinalIgnoreCase)
                ? false
                : throw new CommandException($"{EncoderKey} is '{setting}': write {On} or {Off}."));
    }

    /// <summary>How the PostgreSQL database is reached that keeps what must not be lost; null where SQLite does, in the data folder.</summary>
    public static string? Postgres(IConfiguration configuration) => configuration[PostgresKey] is { } connection && !string.IsNullOrWhiteSpace(connection) ? connection : null;

    /// <summary>As they are found now.</summary>
    /// <exception cref="CommandException">A file is not JSON; names it and the place.</exception>
    public static IConfiguration Read()
    {
        var configuration = new ConfigurationBuilder();
        AddTo(configuration);
        return configuration.Build();
    }

    /// <summary>What is wrong with the settings as they are found now; none when all is well.</summary>
    public static IReadOnlyList<string> Faults()
    {
        try
        {
            var configuration = Read();
            Web(configuration);
            Encoder(configuration);
            Channels.Discord.DiscordSettings.Read(configuration);
            Channels.Teams.TeamsSettings.Read(configuration);
            App.Desks.DeskSettings.Read(configuration, PrivacySettings.Read(configuration));
            App.Web.Moderation.ModerationOptions.Read(configuration);
            App.Faq.Life.LifeSettings.Read(configuration);
            return [];
        }
        catch (CommandException e)
        {
            return e.Message.Split('\n');
        }
    }

    // Some builders read a file when it is added and others when they build; so it is read here, for both.
    private static void AddFile(IConfigurationBuilder configuration, string path)
    {
        try
        {
            new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
            configuration.AddJsonFile(path, optional: true);
        }
        catch (InvalidDataException e)
        {
            throw new CommandException($"{path} is no JSON object of settings: {e.GetBaseException().Message} Mend it, or remove it to have the defaults.", e);
        }
    }
}
