using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Web;
using ProgrammeBot.Channels.Teams.Package;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>The settings under <c>Teams:Package:</c>: what the app package says. They need no secret, so that a package can be made anywhere.</summary>
internal static class TeamsPackageSettings
{
    private const string Section = "Teams:Package";

    /// <summary>As configured; what the command line says goes before.</summary>
    /// <exception cref="CommandException">A setting is wrong or missing; names every fault with its key and the remedy.</exception>
    public static TeamsAppOptions Read(IConfiguration configuration, string? appId = null, string? version = null, bool readsEveryMessage = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var publicBase = Said(configuration[$"{WebOptions.Section}:{nameof(WebOptions.PublicBaseUrl)}"]);
        var plain = new TeamsAppOptions
        {
            AppId = Said(appId) ?? Said(configuration["Teams:AppId"]) ?? "",
            Developer = Text(nameof(TeamsAppOptions.Developer), ""),
            Website = Text(nameof(TeamsAppOptions.Website), publicBase ?? ""),
            Privacy = Text(nameof(TeamsAppOptions.Privacy), ""),
            Terms = Text(nameof(TeamsAppOptions.Terms), ""),
            PublicBaseUrl = publicBase,
            ReadsEveryMessage = readsEveryMessage,
        };
        var options = plain with
        {
            Version = Said(version) ?? Text(nameof(plain.Version), plain.Version),
            Name = Text(nameof(plain.Name), plain.Name),
            FullName = Text(nameof(plain.FullName), plain.FullName),
            Description = Text(nameof(plain.Description), plain.Description),
            FullDescription = Text(nameof(plain.FullDescription), plain.FullDescription),
            GermanDescription = Text(nameof(plain.GermanDescription), plain.GermanDescription),
            GermanFullDescription = Text(nameof(plain.GermanFullDescription), plain.GermanFullDescription),
        };
        return options.Faults() is { Count: > 0 } faults
            ? throw new CommandException(string.Join('\n', faults.Select(f => $"{KeyOf(f.Field)} {f.Words}")))
            : options;

        string Text(string key, string otherwise) => Said(section[key]) ?? otherwise;
    }

    private static string KeyOf(string field) => field switch
    {
        nameof(TeamsAppOptions.AppId) => "Teams:AppId",
        nameof(TeamsAppOptions.PublicBaseUrl) => "Web:PublicBaseUrl",
        _ => $"{Section}:{field}",
    };

    private static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
