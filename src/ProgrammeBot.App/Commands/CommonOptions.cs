using System.CommandLine;
using ProgrammeBot.App.Hosting;

namespace ProgrammeBot.App.Commands;

/// <summary>The options every command has.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Sources = new("--sources") { Description = "Folder of source documents, or one file (default: seeds)", HelpName = "DIR", Recursive = true };

    public static readonly Option<string?> Index = new("--index") { Description = "Folder of built indexes (default: index)", HelpName = "DIR", Recursive = true };

    public static readonly Option<string?> Data = new("--data") { Description = "Folder of what must not be lost (default: data)", HelpName = "DIR", Recursive = true };

    public static readonly Option<bool> Json = new("--json") { Description = "Print JSON instead of text for people", Recursive = true };

    public static readonly Option<string?> Encoder = MakeEncoder();

    /// <summary>What the option says, else what the settings say.</summary>
    /// <exception cref="CommandException">The setting is wrong.</exception>
    public static bool UsesEncoder(ParseResult parsed) => BotSettings.Encoder(BotSettings.Read(), parsed.GetValue(Encoder));

    public static BotPaths Paths(ParseResult parsed) => BotPaths.Resolve(
        parsed.GetValue(Sources), parsed.GetValue(Index), parsed.GetValue(Data), Environment.CurrentDirectory, AppContext.BaseDirectory);

    private static Option<string?> MakeEncoder()
    {
        var option = new Option<string?>("--encoder") { Description = "Whether search goes by meaning too, not by words alone (default: the setting Encoder, on)", HelpName = "on|off", Recursive = true };
        option.AcceptOnlyFromAmong(BotSettings.On, BotSettings.Off);
        return option;
    }
}
