using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Moderation;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>All that moderators work with, put together.</summary>
/// <param name="Handlers">Answer their buttons and dialogs; each is asked in turn.</param>
/// <param name="Faq">The entries' menu.</param>
/// <param name="TicketNews">Tells of questions that nobody takes.</param>
/// <param name="TicketAnswers">Takes answers to askers.</param>
/// <param name="Suggesting">Takes what members suggest.</param>
/// <param name="SuggestionNews">Tells suggesters.</param>
/// <param name="Gaps">What was not answered.</param>
internal sealed record ModeratorTools(
    IReadOnlyList<IPressHandler> Handlers, FaqPresses Faq, ITicketNews TicketNews, ITicketAnswers TicketAnswers, SuggestionTaking Suggesting, ISuggestionNews SuggestionNews, GapPresses Gaps)
{
    public static ModeratorTools Of(TeamsServices services, TeamsPlaces places, Roles roles, GivenReplies given, ModeratorDesks desks)
    {
        var names = new PersonNames();
        var desk = new TicketDesk(services.Store) { Gaps = services.Gaps, Given = given.Find, Within = Whereabouts.WithinOf };
        var board = new TicketBoard(services, places, desks, names);
        var answers = new TicketAnswers(services, places, desk, board, new Corrections(services, given), new AskerNews(services));
        var faq = new FaqPresses(services, roles, names);
        var suggestions = new SuggestionBoard(services, places, names);
        var suggesting = new SuggestionTaking(services, given, desks, suggestions);
        var gaps = new GapPresses(services, roles, names);
        return new ModeratorTools(
            [
                new TicketOpening(services, given, desk, board, desks),
                new TicketEnding(services, roles, names, desk, board, answers),
                faq,
                suggesting,
                new SuggestionDeciding(services, places, roles, names, suggestions),
                gaps,
            ],
            faq,
            new TicketNews(services, places),
            answers,
            suggesting,
            new SuggestionNews(services, places, suggestions),
            gaps);
    }
}
