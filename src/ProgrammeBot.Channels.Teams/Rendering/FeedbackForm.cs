using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>Why an answer was not helpful, where Teams lets us ask in our own words.</summary>
public sealed class FeedbackForm(TeamsWording wording)
{
    private readonly SharedWording _shared = wording.Shared;

    /// <summary>The dialog; comes back as <see cref="CardVerbs.Feedback"/> with <see cref="FormNames.Reason"/> and <see cref="FormNames.Words"/>.</summary>
    public JsonObject Of(AnswerId id) => TeamsCards.Card(wording.Language, wording.CardFallback,
    [
        TeamsCards.Choices(FormNames.Reason, _shared.FeedbackReasonLabel, [.. Enum.GetValues<FeedbackReason>().Select(r => (InWords(r), r.ToString()))], nameof(FeedbackReason.Wrong)),
        TeamsCards.Input(FormNames.Words, _shared.FeedbackWordsLabel, Feedback.MaxWordsLength, lines: true),
    ],
    [TeamsCards.Submit(new CardData(CardVerbs.Feedback, id.ToString()), wording.Send)]);

    /// <summary>The reason chosen; null where none of ours was.</summary>
    public static FeedbackReason? ReasonOf(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Enum.TryParse<FeedbackReason>(data[FormNames.Reason], out var reason) && Enum.IsDefined(reason) ? reason : null;
    }

    private string InWords(FeedbackReason reason) => reason switch
    {
        FeedbackReason.Wrong => _shared.ReasonWrong,
        FeedbackReason.OutOfDate => _shared.ReasonOutOfDate,
        FeedbackReason.NotMyProgramme => _shared.ReasonNotMyProgramme,
        FeedbackReason.Unclear => _shared.ReasonUnclear,
        _ => _shared.ReasonOther,
    };
}
