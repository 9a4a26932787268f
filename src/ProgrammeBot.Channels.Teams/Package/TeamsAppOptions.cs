using System.Text.RegularExpressions;

namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>What an app package says about the bot and those who run it.</summary>
public sealed partial record TeamsAppOptions
{
    /// <summary>The bot's id in Entra, a GUID.</summary>
    public required string AppId { get; init; }

    /// <summary>Three numbers with dots between. Teams takes a package as newer only when it is raised.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>As people see and mention it, at most 30 characters.</summary>
    public string Name { get; init; } = "ProgrammeBot";

    /// <summary>At most 100 characters.</summary>
    public string FullName { get; init; } = "ProgrammeBot: questions about programmes";

    /// <summary>At most 80 characters.</summary>
    public string Description { get; init; } = "Answers questions about programmes, and shows the passages it quotes.";

    /// <summary>At most 4,000 characters.</summary>
    public string FullDescription { get; init; } =
        "Ask about modules, deadlines, fees or requirements, in a chat, a group or a channel. Every answer is quoted from a document and shows its source. "
        + "What the documents do not say, the bot does not make up: it tells you whom to ask, or brings your question to a moderator.";

    /// <summary>For those whose Teams speaks German; at most 80 characters.</summary>
    public string GermanDescription { get; init; } = "Beantwortet Fragen zu Studiengängen und zeigt die Stellen, die es zitiert.";

    /// <summary>At most 4,000 characters.</summary>
    public string GermanFullDescription { get; init; } =
        "Frag nach Modulen, Fristen, Gebühren oder Voraussetzungen, im Chat, in einer Gruppe oder in einem Kanal. Jede Antwort ist aus einem Dokument zitiert und zeigt ihre Quelle. "
        + "Was die Dokumente nicht sagen, erfindet der Bot nicht: Er nennt dir, wen du fragen kannst, oder bringt deine Frage zur Moderation.";

    /// <summary>Who runs it, at most 32 characters.</summary>
    public required string Developer { get; init; }

    /// <summary>About those who run it; https.</summary>
    public required string Website { get; init; }

    /// <summary>What is kept of whom; https.</summary>
    public required string Privacy { get; init; }

    /// <summary>On what terms it may be used; https.</summary>
    public required string Terms { get; init; }

    /// <summary>The web chat's public address, to which citations link; null where there is none.</summary>
    public string? PublicBaseUrl { get; init; }

    /// <summary>Whether owners are asked at the installation to let it read messages that do not mention it. Without it, it answers only when it is called.</summary>
    public bool ReadsEveryMessage { get; init; }

    /// <summary>The package's own id: the same for the same bot, so that a later package replaces the former.</summary>
    public string PackageId => NamedGuid.Of(AppId.ToLowerInvariant());

    /// <summary>What is wrong, each with the option's name and the remedy; empty when all is well.</summary>
    public IReadOnlyList<AppFault> Faults()
    {
        var faults = new List<AppFault>();
        if (string.IsNullOrWhiteSpace(AppId))
        {
            faults.Add(new(nameof(AppId), "is missing: write the application (client) id of the app registration."));
        }
        else if (!Guid.TryParseExact(AppId, "D", out var id) || id == Guid.Empty)
        {
            faults.Add(new(nameof(AppId), $"is '{Shown(AppId)}': write the application (client) id of the app registration, such as 11111111-2222-3333-4444-555555555555."));
        }

        if (Version.Length > 256 || !ThreeNumbers().IsMatch(Version))
        {
            faults.Add(new(nameof(Version), $"is '{Shown(Version)}': write three numbers with dots between, such as 1.0.1."));
        }

        Text(nameof(Name), Name, 30);
        Text(nameof(FullName), FullName, 100);
        Text(nameof(Description), Description, 80);
        Text(nameof(FullDescription), FullDescription, 4000);
        Text(nameof(GermanDescription), GermanDescription, 80);
        Text(nameof(GermanFullDescription), GermanFullDescription, 4000);
        Text(nameof(Developer), Developer, 32);
        Address(nameof(Website), Website);
        Address(nameof(Privacy), Privacy);
        Address(nameof(Terms), Terms);
        if (PublicBaseUrl is not null)
        {
            Address(nameof(PublicBaseUrl), PublicBaseUrl);
        }

        return faults;

        void Text(string field, string value, int max)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                faults.Add(new(field, $"is missing: write 1 to {max} characters."));
            }
            else if (value.Length > max)
            {
                faults.Add(new(field, $"has {value.Length} characters: Teams takes {max} at most."));
            }
            else if (value.Any(c => char.IsControl(c) && c != '\n'))
            {
                faults.Add(new(field, "holds a control character: write plain text."));
            }
        }

        void Address(string field, string value)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                faults.Add(new(field, "is missing: write an https address."));
            }
            else if (value.Length > 2048 || !Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
            {
                faults.Add(new(field, $"is '{Shown(value)}': write an https address of at most 2,048 characters."));
            }
        }
    }

    private static string Shown(string value) => value.Length > 100 ? value[..100] + "…" : value;

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeNumbers();
}

/// <param name="Field">The option's name.</param>
/// <param name="Words">What is wrong with it, and what to do.</param>
public sealed record AppFault(string Field, string Words)
{
    public override string ToString() => $"{Field} {Words}";
}
