using System.Runtime.CompilerServices;

namespace ProgrammeBot.Stores;

/// <summary>What was set for a place. Null is 'as in the place around it'; an empty list is set, and empty.</summary>
/// <remarks>Checked as it is made: what is over a limit throws an <see cref="ArgumentException"/> that names field and limit. Equal by content.</remarks>
public sealed record PlaceSettings
{
    public const int MaxIntakeLength = 200;
    public const int MaxWakeWords = 20;
    public const int MaxWakeWordLength = 50;
    public const int MaxLanguageLength = 35;
    public const int MaxPeople = 200;

    /// <summary>The most code units of an id that the platform gave.</summary>
    public const int MaxPlatformIdLength = 256;

    /// <summary>Nothing set: everything as in the place around it.</summary>
    public static readonly PlaceSettings None = new();

    /// <summary>What holds where nobody set anything.</summary>
    public static readonly PlaceSettings Defaults = new()
    {
        Answering = AnsweringMode.WhenAsked,
        PrivateAnswers = false,
        WakeWords = [],
        IsAskChannel = false,
        IsForum = false,
        IgnoresStaff = false,
    };

    /// <summary>The id of the scope that questions here are about.</summary>
    public string? Programme { get; init => field = Optional(value, FaqContent.MaxScopeLength); }

    /// <summary>The intake or cohort, as people call it.</summary>
    public string? Intake { get; init => field = Optional(value, MaxIntakeLength); }

    public AnsweringMode? Answering
    {
        get;
        init => field = value is not { } mode || Enum.IsDefined(mode) ? value : throw new ArgumentException($"{value} is no way of answering.", nameof(Answering));
    }

    /// <summary>Whether only the asker sees the answer.</summary>
    public bool? PrivateAnswers { get; init; }

    /// <summary>Words that wake the bot at the beginning of a message.</summary>
    public IReadOnlyList<string>? WakeWords { get; init => field = value is null ? null : Texts(value, MaxWakeWords, MaxWakeWordLength, nameof(WakeWords)); }

    /// <summary>The language of the bot's own words: 'en', 'zh-Hant'.</summary>
    public string? Language { get; init => field = value is null || IsLanguage(value) ? value : throw new ArgumentException($"Language '{value}' is no language tag such as 'en' or 'zh-Hant'.", nameof(Language)); }

    /// <summary>The platform's id of the role whose people are moderators.</summary>
    public string? ModeratorRole { get; init => field = Optional(value, MaxPlatformIdLength); }

    /// <summary>The platform's id of the channel that moderators read.</summary>
    public string? ModeratorChannel { get; init => field = Optional(value, MaxPlatformIdLength); }

    /// <summary>The platform's ids of people who are moderators, beside those of <see cref="ModeratorRole"/>.</summary>
    public IReadOnlyList<string>? Moderators { get; init => field = value is null ? null : Texts(value, MaxPeople, MaxPlatformIdLength, nameof(Moderators)); }

    /// <summary>The platform's ids of people who may set the place up, where the platform does not say so itself.</summary>
    public IReadOnlyList<string>? Administrators { get; init => field = value is null ? null : Texts(value, MaxPeople, MaxPlatformIdLength, nameof(Administrators)); }

    /// <summary>Whether the place is there for asking the bot.</summary>
    public bool? IsAskChannel { get; init; }

    /// <summary>Whether each post is a question with a thread of its own.</summary>
    public bool? IsForum { get; init; }

    /// <summary>Whether what staff writes is left alone.</summary>
    public bool? IgnoresStaff { get; init; }

    /// <summary>Whether what a moderator of the place writes goes live only once another one approved it. Null, where no place around it says so: as the host is set.</summary>
    public bool? SecondPerson { get; init; }

    /// <summary>What holds at the end of a chain of places: each field from the narrowest place that sets it.</summary>
    /// <param name="chain">The widest first: guild, category, channel, thread.</param>
    public static PlaceSettings Inherit(IEnumerable<PlaceSettings> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return chain.Aggregate(None, (wide, narrow) => narrow.Over(wide));
    }

    public static bool IsLanguage(string? tag) =>
        tag is { Length: >= 2 and <= MaxLanguageLength } && tag.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    private PlaceSettings Over(PlaceSettings wide) => new()
    {
        Programme = Programme ?? wide.Programme,
        // An intake belongs to its programme: another programme's does not come down.
        Intake = Intake ?? (Programme is null || Programme == wide.Programme ? wide.Intake : null),
        Answering = Answering ?? wide.Answering,
        PrivateAnswers = PrivateAnswers ?? wide.PrivateAnswers,
        WakeWords = WakeWords ?? wide.WakeWords,
        Language = Language ?? wide.Language,
        ModeratorRole = ModeratorRole ?? wide.ModeratorRole,
        ModeratorChannel = ModeratorChannel ?? wide.ModeratorChannel,
        Moderators = Moderators ?? wide.Moderators,
        Administrators = Administrators ?? wide.Administrators,
        IsAskChannel = IsAskChannel ?? wide.IsAskChannel,
        IsForum = IsForum ?? wide.IsForum,
        IgnoresStaff = IgnoresStaff ?? wide.IgnoresStaff,
        SecondPerson = SecondPerson ?? wide.SecondPerson,
    };

    private static ValueList<string> Texts(IReadOnlyList<string> texts, int most, int maxLength, string name)
    {
        if (texts.Count > most)
        {
            throw new ArgumentException($"{name} has {texts.Count} items, at most {most} are kept.", name);
        }

        return new ValueList<string>(texts.Select((text, i) => StoredText.Require(text, maxLength, name: $"{name}[{i}]")));
    }

    private static string? Optional(string? value, int maxLength, [CallerMemberName] string name = "") =>
        value is null ? null : StoredText.Require(value, maxLength, name: name);
}

/// <summary>When the bot answers in a place.</summary>
public enum AnsweringMode
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>To a command, a mention, a wake word.</summary>
    WhenAsked,

    /// <summary>To every message that is a question.</summary>
    EveryQuestion,
}
