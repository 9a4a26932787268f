using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What somebody set on the card of settings; null is 'as in the place around it'. Rights, programme and channel are for whoever saves to check.</summary>
public sealed record SetupChoice
{
    public string? Programme { get; init; }

    public string? Intake { get; init; }

    public AnsweringMode? Answering { get; init; }

    public bool? PrivateAnswers { get; init; }

    public string? Language { get; init; }

    public string? ModeratorChannel { get; init; }

    /// <summary>Whether a second person is asked for here, whatever holds elsewhere.</summary>
    public bool AsksSecondPerson { get; init; }

    /// <summary>Object ids of people, not blank, each once.</summary>
    public IReadOnlyList<string> Moderators { get; init; } = [];

    /// <summary>Reads the card's fields; what is too long or none of the choices counts as not set.</summary>
    public static SetupChoice Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new SetupChoice
        {
            Programme = Text(data[FormNames.Programme], FaqContent.MaxScopeLength),
            Intake = Text(StoredText.CleanLine(data[FormNames.Intake]), PlaceSettings.MaxIntakeLength),
            Answering = Enum.TryParse<AnsweringMode>(data[FormNames.Answering], out var mode) && Enum.IsDefined(mode) ? mode : null,
            PrivateAnswers = data[FormNames.Answers] switch { "private" => true, "public" => false, _ => null },
            Language = PlaceSettings.IsLanguage(data[FormNames.Language]) ? data[FormNames.Language] : null,
            ModeratorChannel = Text(data[FormNames.Channel], PlaceSettings.MaxPlatformIdLength),
            AsksSecondPerson = data[FormNames.SecondPerson] == SetupCards.On,
            Moderators = [.. data.Chosen(FormNames.Moderators).Where(id => Text(id, 100) is not null).Distinct(StringComparer.OrdinalIgnoreCase).Take(TeamsLimits.ListChoices)],
        };
    }

    private static string? Text(string value, int max) => value is "" or FormNames.Inherited || value.Length > max || StoredText.FaultIn(value, max) is not null ? null : value;
}
