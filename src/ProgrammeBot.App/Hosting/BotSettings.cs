using Microsoft.Extensions.Options;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Web;

namespace ProgrammeBot.App.Hosting;

/// <summary>Where settings come from: the program's <c>appsettings.json</c>, the caller's, the environment; the later goes before the earlier.</summary>
internal static class BotSettings
{
    public const string File = "appsettings.json";
    private const string EnvironmentPrefix = "PROGRAMMEBOT_";

    /// <exception cref="CommandException">A file is not JSON; names it and the place.</exception>
    public static void AddTo(IConfigurationBuilder configuration)
    {
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, File), optional: true);
        var callers = Path.Combine(Environment.CurrentDirectory, File);
        if (callers != Path.Combine(AppContext.BaseDirectory, File))
        {
            configuration.AddJsonFile(callers, optional: true);
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
            throw new CommandException($"{File}: {e.Message}", e);
        }
    }

    /// <summary>What is wrong with the settings as they are found now; none when all is well.</summary>
    public static IReadOnlyList<string> Faults()
    {
        try
        {
            var configuration = new ConfigurationBuilder();
            AddTo(configuration);
            Web(configuration.Build());
            return [];
        }
        catch (CommandException e)
        {
            return e.Message.Split('\n');
        }
        catch (InvalidDataException e)
        {
            return [$"{e.Message} {e.InnerException?.Message}"];
        }
    }
}
