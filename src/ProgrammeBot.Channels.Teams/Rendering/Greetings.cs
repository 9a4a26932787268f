using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What is said once when the bot is added, and to whoever asks for help.</summary>
public sealed class Greetings(TeamsWording wording)
{
    /// <param name="conversationType">See <see cref="ConversationTypes"/>.</param>
    /// <param name="examples">Questions it can answer.</param>
    public OutgoingActivity Of(string? conversationType, IReadOnlyList<string> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var shown = examples.Select(VisibleText.Line).Where(e => e.Length > 0).Take(TeamsLimits.SuggestedActions).ToList();
        if (conversationType is not (ConversationTypes.Channel or ConversationTypes.GroupChat))
        {
            return OutgoingActivity.Says(wording.GreetingPersonal) with { SuggestedActions = shown.Count == 0 ? null : new SuggestedActions([.. shown.Select(e => new SuggestedAction(TeamsText.Label(e, TeamsLimits.ButtonTitle), e))]) };
        }

        var isTeam = conversationType == ConversationTypes.Channel;
        var words = isTeam ? wording.GreetingTeam : wording.GreetingGroup;
        return OutgoingActivity.Shows(
            TeamsCards.Card(
                wording.Language,
                words,
                [TeamsCards.Line(words), .. shown.Count == 0 ? [] : shown.Select(e => TeamsCards.Line(e)).Prepend(TeamsCards.Line(wording.Examples, bold: true))],
                isTeam ? [TeamsCards.Execute(new CardData(CardVerbs.Setup), wording.SetupButton)] : []),
            TeamsText.Label(words, TeamsLimits.Summary));
    }

    /// <summary>What can be asked and written.</summary>
    public OutgoingActivity Help(bool isModerator) => OutgoingActivity.Says(isModerator ? $"{wording.Help}\n{wording.HelpModerators}" : wording.Help);
}
