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

    public static BotPaths Paths(ParseResult parsed) => BotPaths.Resolve(
        parsed.GetValue(Sources), parsed.GetValue(Index), parsed.GetValue(Data), Environment.CurrentDirectory, AppContext.BaseDirectory);
}
