using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Moderation;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>All that moderators work with, put together.</summary>
/// <param name="Handlers">Answer their commands, buttons and forms; each is asked in turn.</param>
/// <param name="Teaching">Takes entries from replies that mention us.</param>
/// <param name="Corrections">Edits or marks earlier replies.</param>
/// <param name="News">Tells askers.</param>
/// <param name="TicketNews">Tells of questions that nobody takes.</param>
/// <param name="TicketAnswers">Takes answers to askers.</param>
/// <param name="SuggestionNews">Tells suggesters.</param>
internal sealed record ModeratorTools(
    IReadOnlyList<IInteractionHandler> Handlers, Teaching Teaching, Corrections Corrections, AskerNews News, ITicketNews TicketNews, ITicketAnswers TicketAnswers, ISuggestionNews SuggestionNews)
{
    public static ModeratorTools Of(DiscordServices services, DiscordPlaces places, GivenReplies given, PermissionTroubles troubles)
    {
        var corrections = new Corrections(services, places);
        var news = new AskerNews(services);
        var report = new FaqReport(services);
        var before = new AskedBefore(services, given);
        var book = new TicketBook(services, places, new TicketDesk(services.Store) { Gaps = services.Gaps, Given = given.Find, Within = DiscordPlaces.WithinOf });
        var answers = new TicketAnswers(services, book, corrections, news);
        var escalation = new Escalation(new TicketOpening(services, places, given, before, book, troubles), new TicketEnding(services, places, book, answers, report));
        var names = new FaqEntryNames(services);
        var gaps = new GapCommands(services, places, report);
        var faq = new FaqCommands(services, places, names, report, new FaqFiles(services), gaps);
        var suggestions = new SuggestionBoard(services, places, troubles);
        var behind = new QuestionBehind(services, before);
        return new ModeratorTools(
            [escalation, faq, new FaqReviews(services, places, names, report), new FaqFromMessage(services, places, given, behind), new WrongAnswers(services, places, behind, before, corrections, news, report), new SuggestionTaking(services, places, names, given, suggestions), new SuggestionDeciding(services, places, suggestions), gaps],
            new Teaching(services, behind, report),
            corrections,
            news,
            new TicketNews(services, places, news),
            answers,
            new SuggestionNews(services, places, suggestions, news));
    }
}
