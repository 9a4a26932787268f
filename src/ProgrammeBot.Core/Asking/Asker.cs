using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Conversations;
using ProgrammeBot.Intents;
using ProgrammeBot.Privacy;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>Takes a person's question to the answerer, with the scope and the conversation of where it was asked. Many may call at once.</summary>
public sealed class Asker(IAnswerer answerer, ScopeCatalog scopes, IFaqBooks faq, UlidSource ids, PersonalChoices choices, GivenReplies given, TimeProvider time) : IPersonMemory
{
    /// <summary>The guild, team or tenant of a place; null for a person's own chat.</summary>
    public Func<PlaceId, PlaceId?> Within { get; init; } = _ => null;

    private const int MostMeanings = 4;

    private readonly ConversationMemory _memory = new(time);

    /// <param name="text">The question as asked.</param>
    /// <param name="place">Where.</param>
    /// <param name="settings">What holds there.</param>
    /// <param name="person">Who asks: <c>platform:tenant:user</c>.</param>
    /// <param name="programme">The programme named beside the question; null where none is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="thread">The conversation, where a place has several at once: what is said in one is not heard in another.</param>
    public Task<GivenReply> AskAsync(
        string text, PlaceId place, PlaceSettings settings, string person, string? programme, CancellationToken cancellationToken, string? thread = null) =>
        Task.Run(() => Ask(text, place, settings, new ConversationKey($"{place}{(thread is null ? "" : $";{thread}")}", person), programme, cancellationToken), cancellationToken);

    /// <summary>Asked beside any conversation: nothing was said before, and nothing of it is said to what comes after.</summary>
    /// <param name="text">The question as asked.</param>
    /// <param name="place">Where.</param>
    /// <param name="settings">What holds there.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="isRemembered">Whether the reply is remembered, for buttons below it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<GivenReply> AskAloneAsync(string text, PlaceId place, PlaceSettings settings, string person, bool isRemembered, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var said = Answer(text, [], place, settings, person, null, cancellationToken);
            if (isRemembered)
            {
                given.Add(said);
            }

            return said;
        },
        cancellationToken);

    public RememberedOfPerson Of(string person) =>
        new([.. given.QuestionsOf(person).Concat(_memory.TurnsOfPerson(person)).Distinct(StringComparer.Ordinal)], choices.ScopeOf(person));

    /// <summary>'Forget me': what a person said everywhere, and chose, and was answered.</summary>
    public void Forget(string person)
    {
        _memory.ForgetPerson(person);
        choices.Forget(person);
        given.ForgetPerson(person);
    }

    private GivenReply Ask(string text, PlaceId place, PlaceSettings settings, ConversationKey key, string? programme, CancellationToken cancellationToken)
    {
        var said = Answer(text, _memory.TurnsOf(key), place, settings, key.Person, programme, cancellationToken);
        if (said.Reply is not Abstain { IsPrivate: true })
        {
            // What somebody in distress wrote is no part of a later question, and is said back to them by no answer.
            _memory.Remember(key, text);
        }

        given.Add(said);
        return said;
    }

    private GivenReply Answer(string text, IReadOnlyList<string> turns, PlaceId place, PlaceSettings settings, string person, string? programme, CancellationToken cancellationToken)
    {
        var scope = ScopeFor(settings, person, programme);
        var reply = answerer.Answer(new Question(text) { Scope = scope, Language = settings.Language, EarlierTurns = turns }, cancellationToken).Reply;
        var entry = (reply as Answer)?.Faq ?? (reply as Abstain)?.Faq;
        var book = faq.Current;
        return new GivenReply(ids.NextAnswer(), text, reply, person, place, scope)
        {
            Within = Within(place),
            FaqRevision = entry is not null && book.Find(entry) is { } item ? item.Revision : 0,
            OtherMeanings = reply is Answer
                ? [.. book.MatchNamed(text, MostMeanings + 1).Where(m => m.Entry != entry && m.Score >= book.Near / 2).Select(m => book.Find(m.Entry)!.Content.Title).Distinct(StringComparer.Ordinal).Take(MostMeanings)] // found in this book
                : [],
        };
    }

    /// <summary>What was named beside the question, else what the person chose, else what is set for the place.</summary>
    private string? ScopeFor(PlaceSettings settings, string person, string? programme)
    {
        var scope = Known(programme) ?? Known(choices.ScopeOf(person)) ?? Known(settings.Programme);
        return scope is not null && IntakeOf(settings.Intake, scope) is { } intake ? intake : scope;
    }

    /// <summary>The intake of a programme by its id, or as people call it where only one is called so.</summary>
    private string? IntakeOf(string? called, string programme)
    {
        if (called is null || (Known(called) is not null && scopes.Inherits(called, programme)))
        {
            return called;
        }

        var named = scopes.Scopes.Where(s => s.Kind == ScopeKind.Intake && scopes.Inherits(s.Id, programme)
            && (s.Name.Equals(called, StringComparison.OrdinalIgnoreCase) || s.Aliases.Contains(called, StringComparer.OrdinalIgnoreCase))).Take(2).ToList();
        return named is [var only] ? only.Id : null;
    }

    private string? Known(string? scope) => scope is not null && scopes.Find(scope) is not null ? scope : null;
}
