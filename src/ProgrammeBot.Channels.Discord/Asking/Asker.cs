using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Conversations;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>Takes a person's question to the answerer, with the scope and the conversation of where it was asked.</summary>
internal sealed class Asker(DiscordServices services, PersonalChoices choices, GivenReplies given)
{
    private const int MostMeanings = 4;

    private readonly ConversationMemory _memory = new(services.Time);

    /// <param name="text">The question as asked.</param>
    /// <param name="here">Where.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="programme">The programme named beside the question; null where none is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<GivenReply> AskAsync(string text, Here here, Snowflake person, string? programme, CancellationToken cancellationToken) =>
        Task.Run(() => Ask(text, here, person, programme, cancellationToken), cancellationToken);

    /// <summary>'Forget me': what a person said everywhere.</summary>
    public void ForgetPerson(Snowflake person) => _memory.ForgetPerson(DiscordPlaces.Person(person));

    private GivenReply Ask(string text, Here here, Snowflake person, string? programme, CancellationToken cancellationToken)
    {
        var key = new ConversationKey(here.Place.ToString(), DiscordPlaces.Person(person));
        var scope = ScopeFor(here, person, programme);
        var reply = services.Answerer.Answer(new Question(text) { Scope = scope, EarlierTurns = _memory.TurnsOf(key) }, cancellationToken).Reply;
        _memory.Remember(key, text);
        var entry = (reply as Answer)?.Faq ?? (reply as Abstain)?.Faq;
        var book = services.Faq.Current;
        var said = new GivenReply(services.Ids.NextAnswer(), text, reply, person, here.Place, scope)
        {
            FaqRevision = entry is not null && book.Find(entry) is { } item ? item.Revision : 0,
            OtherMeanings = reply is Answer
                ? [.. book.MatchNamed(text, MostMeanings + 1).Where(m => m.Entry != entry && m.Score >= book.Near / 2).Select(m => book.Find(m.Entry)!.Content.Title).Distinct(StringComparer.Ordinal).Take(MostMeanings)] // found in this book
                : [],
        };
        given.Add(said);
        return said;
    }

    /// <summary>What was named beside the question, else what the person chose, else what is set for the place.</summary>
    private string? ScopeFor(Here here, Snowflake person, string? programme)
    {
        var scope = Known(programme) ?? Known(choices.ScopeOf(person)) ?? Known(here.Scope);
        return Known(here.Settings.Intake) is { } intake && scope is not null && services.Scopes.Inherits(intake, scope) ? intake : scope;
    }

    private string? Known(string? scope) => scope is not null && services.Scopes.Find(scope) is not null ? scope : null;
}
