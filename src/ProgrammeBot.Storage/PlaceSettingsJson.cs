using System.Text.Json;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage;

/// <summary>How the settings of a place are written into a database. Fields are added, never renamed; a missing one is inherited.</summary>
internal sealed record PlaceSettingsJson
{
    public string? Programme { get; init; }

    public string? Intake { get; init; }

    public AnsweringMode? Answering { get; init; }

    public bool? PrivateAnswers { get; init; }

    public IReadOnlyList<string>? WakeWords { get; init; }

    public string? Language { get; init; }

    public string? ModeratorRole { get; init; }

    public string? ModeratorChannel { get; init; }

    public IReadOnlyList<string>? Moderators { get; init; }

    public IReadOnlyList<string>? Administrators { get; init; }

    public bool? AskChannel { get; init; }

    public bool? Forum { get; init; }

    public bool? IgnoresStaff { get; init; }

    public bool? SecondPerson { get; init; }

    public static string Write(PlaceSettings settings) => JsonSerializer.Serialize(
        new PlaceSettingsJson
        {
            Programme = settings.Programme,
            Intake = settings.Intake,
            Answering = settings.Answering,
            PrivateAnswers = settings.PrivateAnswers,
            WakeWords = settings.WakeWords,
            Language = settings.Language,
            ModeratorRole = settings.ModeratorRole,
            ModeratorChannel = settings.ModeratorChannel,
            Moderators = settings.Moderators,
            Administrators = settings.Administrators,
            AskChannel = settings.IsAskChannel,
            Forum = settings.IsForum,
            IgnoresStaff = settings.IgnoresStaff,
            SecondPerson = settings.SecondPerson,
        },
        StoredJsonContext.Readable.PlaceSettingsJson);

    /// <exception cref="JsonException">It is not JSON of that form.</exception>
    /// <exception cref="ArgumentException">A value is over a limit.</exception>
    public static PlaceSettings Read(string json)
    {
        var read = JsonSerializer.Deserialize(json, StoredJsonContext.Readable.PlaceSettingsJson)
            ?? throw new JsonException("The settings of a place are null.");
        return new PlaceSettings
        {
            Programme = read.Programme,
            Intake = read.Intake,
            Answering = read.Answering,
            PrivateAnswers = read.PrivateAnswers,
            WakeWords = read.WakeWords,
            Language = read.Language,
            ModeratorRole = read.ModeratorRole,
            ModeratorChannel = read.ModeratorChannel,
            Moderators = read.Moderators,
            Administrators = read.Administrators,
            IsAskChannel = read.AskChannel,
            IsForum = read.Forum,
            IgnoresStaff = read.IgnoresStaff,
            SecondPerson = read.SecondPerson,
        };
    }
}
