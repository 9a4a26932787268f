using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>The settings of a team or channel: to be changed, and as they hold.</summary>
public sealed class SetupCards(TeamsWording wording)
{
    /// <summary>Value of a choice.</summary>
    public const string On = "on";

    private readonly SharedWording _shared = wording.Shared;

    /// <summary>The form. What is saved comes back as <see cref="CardVerbs.SetupSave"/>, see <see cref="SetupChoice"/>.</summary>
    public JsonObject Form(SetupView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var own = view.Own;
        return TeamsCards.Card(wording.Language, wording.CardFallback,
        [
            TeamsCards.Heading(wording.SetupTitle),
            TeamsCards.Line(Title(view.Place)),
            TeamsCards.Choices(FormNames.Programme, _shared.SetupProgramme, Programmes(view), own.Programme ?? FormNames.Inherited),
            TeamsCards.Input(FormNames.Intake, _shared.SetupIntake, PlaceSettings.MaxIntakeLength, own.Intake ?? "", hint: wording.SetupIntakeHint),
            .. AmongOthers(view,
                TeamsCards.Choices(FormNames.Answering, _shared.SetupAnswering, Modes(view), own.Answering?.ToString() ?? FormNames.Inherited),
                TeamsCards.Choices(FormNames.Answers, wording.SetupAnswers, [.. Unset(view, _shared.SetupPublic), (_shared.SetupPublic, "public"), (_shared.SetupPrivate, "private")], Answers(own.PrivateAnswers))),
            TeamsCards.Choices(FormNames.Language, _shared.SetupLanguage, Languages(), own.Language ?? FormNames.Inherited),
            .. AmongOthers(view, TeamsCards.Choices(FormNames.Channel, wording.SetupModeratorChannel, Channels(view), own.ModeratorChannel ?? FormNames.Inherited)),
            .. view.IsPersonal || !view.HasModerators ? Array.Empty<JsonObject>()
                : [TeamsCards.People(FormNames.Moderators, _shared.SetupModerators, [.. view.Moderators.Where(m => m.AadObjectId is { } id && own.Moderators?.Contains(id) == true).Select(m => (m.Name ?? m.AadObjectId!, m.AadObjectId!))])],
            .. view.IsPersonal || view.Inherits || !view.HasModerators ? Array.Empty<JsonObject>()
                : [TeamsCards.Choices(FormNames.SecondPerson, _shared.SetupSecondPerson, [(_shared.SetupOff, FormNames.Inherited), (_shared.SetupOn, On)], own.SecondPerson == true ? On : FormNames.Inherited)],
            .. view.IsConsented ? [] : AmongOthers(view, TeamsCards.Line(TeamsCards.Plain(wording.SetupNeedsConsent), subtle: true)),
        ],
        [TeamsCards.Execute(new CardData(CardVerbs.SetupSave, view.Subject), wording.Save)]);
    }

    /// <summary>What holds, in place of the form.</summary>
    /// <param name="view">The place with its settings.</param>
    /// <param name="isSaved">Whether something was saved just now.</param>
    public JsonObject Shown(SetupView view, bool isSaved = false)
    {
        ArgumentNullException.ThrowIfNull(view);
        var holds = view.Effective;
        return TeamsCards.Card(wording.Language, wording.CardFallback,
        [
            .. isSaved ? [TeamsCards.Line(wording.SetupSaved)] : Array.Empty<JsonObject>(),
            TeamsCards.Line(Title(view.Place), bold: true),
            TeamsCards.Fact(_shared.SetupProgramme, holds.Programme is { } scope ? NameOf(view.Programmes, scope) : wording.SetupNone),
            TeamsCards.Fact(_shared.SetupIntake, holds.Intake ?? wording.SetupNone),
            .. AmongOthers(view,
                TeamsCards.Fact(_shared.SetupAnswering, InWords(holds.Answering ?? AnsweringMode.WhenAsked)),
                TeamsCards.Fact(wording.SetupAnswers, holds.PrivateAnswers == true ? _shared.SetupPrivate : _shared.SetupPublic)),
            TeamsCards.Fact(_shared.SetupLanguage, LanguageName(holds.Language)),
            .. AmongOthers(view,
                TeamsCards.Fact(wording.SetupModeratorChannel, ChannelName(view, holds.ModeratorChannel)),
                TeamsCards.Fact(_shared.SetupModerators, view.Moderators.Count == 0 ? wording.SetupNone : string.Join(", ", view.Moderators.Select(m => m.Name ?? m.Id)), 800)),
            .. view.Own.SecondPerson == true ? [TeamsCards.Fact(_shared.SetupSecondPerson, _shared.SetupOn)] : Array.Empty<JsonObject>(),
            .. holds.Answering == AnsweringMode.EveryQuestion && !view.IsConsented ? [TeamsCards.Line(wording.SetupNeedsConsent, subtle: true)] : Array.Empty<JsonObject>(),
        ],
        [TeamsCards.Execute(new CardData(CardVerbs.Setup, view.Subject), wording.SetupButton)]);
    }

    /// <summary>What there is to set only where others are.</summary>
    private static JsonObject[] AmongOthers(SetupView view, params JsonObject[] items) => view.IsPersonal ? [] : items;

    private string LanguageName(string? language) => Languages().Find(l => l.Item2 == language).Item1 ?? language ?? wording.SetupLanguageAskers;

    private string Title(string place) => SharedWording.Filled(_shared.SetupShown, TeamsText.Label(place, 200));

    private List<(string, string)> Unset(SetupView view, string standard) => [(view.Inherits ? wording.SetupInherited : standard, FormNames.Inherited)];

    /// <summary>The one it has must be among them, even one that is no longer known, or saving would change it.</summary>
    private List<(string, string)> Programmes(SetupView view)
    {
        var named = view.Programmes.Where(s => s.Kind != ScopeKind.General).Select(s => (s.Name, s.Id)).ToList();
        var unknown = view.Own.Programme is { } set && !named.Exists(s => s.Id == set) ? new[] { (set, set) } : [];
        return [.. Unset(view, wording.SetupNone), .. unknown, .. named];
    }

    private List<(string, string)> Modes(SetupView view)
    {
        var modes = Enum.GetValues<AnsweringMode>().Select(m => (InWords(m), m.ToString()));
        return [.. view.Inherits || view.Own.Answering is null ? Unset(view, wording.SetupAnsweringAsked) : [], .. modes];
    }

    private List<(string, string)> Languages() => [(wording.SetupLanguageAskers, FormNames.Inherited), ("English", "en"), ("Deutsch", "de")];

    private List<(string, string)> Channels(SetupView view)
    {
        var named = view.Channels.Select(c => (Name: c.Name ?? wording.SetupGeneral, c.Id)).ToList();
        var unknown = view.Own.ModeratorChannel is { } set && !named.Exists(c => c.Id == set) ? new[] { (set, set) } : [];
        return [.. Unset(view, wording.SetupNone), .. unknown, .. named];
    }

    private string ChannelName(SetupView view, string? channel) =>
        channel is null ? wording.SetupNone : view.Channels.FirstOrDefault(c => c.Id == channel) is { } known ? known.Name ?? wording.SetupGeneral : channel;

    private string InWords(AnsweringMode mode) => mode switch
    {
        AnsweringMode.Off => wording.SetupAnsweringOff,
        AnsweringMode.WhenAsked => wording.SetupAnsweringAsked,
        _ => wording.SetupAnsweringEvery,
    };

    private static string Answers(bool? isPrivate) => isPrivate switch { true => "private", false => "public", null => FormNames.Inherited };

    private static string NameOf(IReadOnlyList<Scope> scopes, string id) => scopes.FirstOrDefault(s => s.Id == id)?.Name ?? id;
}
