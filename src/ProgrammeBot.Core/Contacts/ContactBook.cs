using ProgrammeBot.Scopes;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Contacts;

/// <summary>Whom to ask about what, by topic and scope. Immutable.</summary>
/// <remarks>
/// The topic's own contact goes before any default, and of these the narrowest scope's: what a programme does not say it
/// inherits from its department, and that from what is general.
/// </remarks>
public sealed class ContactBook
{
    /// <summary>Knows nobody.</summary>
    public static readonly ContactBook Empty = new([], [], ScopeCatalog.Empty);

    private const string Everywhere = "";

    private readonly ScopeCatalog _scopes;
    private readonly PhraseTable<int> _words;
    private readonly Dictionary<(string Scope, string Topic), ContactPoint> _byTopic = [];
    private readonly Dictionary<string, ContactPoint> _defaults = new(StringComparer.Ordinal);

    /// <param name="topics">Where two fit a question equally, the first is taken.</param>
    /// <param name="contacts">Where two stand for one topic and scope, the first is taken.</param>
    /// <param name="scopes">What inherits from what.</param>
    public ContactBook(IReadOnlyList<ContactTopic> topics, IReadOnlyList<ContactPoint> contacts, ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(scopes);
        Topics = topics;
        _scopes = scopes;
        _words = new PhraseTable<int>(topics.SelectMany((topic, i) => topic.Words.Select(word => (word, i))));
        foreach (var contact in contacts)
        {
            var scope = contact.Scope ?? Everywhere;
            foreach (var topic in contact.Topics)
            {
                _byTopic.TryAdd((scope, topic), contact);
            }

            if (contact.IsDefault)
            {
                _defaults.TryAdd(scope, contact);
            }
        }
    }

    public IReadOnlyList<ContactTopic> Topics { get; }

    /// <summary>Whom to ask about a question; the scope's default where no topic is told; null where that is unknown too.</summary>
    /// <param name="text">The question.</param>
    /// <param name="scopeId">Where it was asked, or what it names; null or unknown is general.</param>
    public Contact? For(string text, string? scopeId)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TopicsOf(text).Select(topic => ByTopic(topic.Id, scopeId)).FirstOrDefault(c => c is not null) ?? DefaultOf(scopeId);
    }

    /// <summary>As <see cref="For(string, string?)"/>, by the ids of topics, such as a FAQ entry's tags; unknown ids are passed over.</summary>
    public Contact? For(IEnumerable<string> topics, string? scopeId)
    {
        ArgumentNullException.ThrowIfNull(topics);
        return topics.Select(topic => ByTopic(topic, scopeId)).FirstOrDefault(c => c is not null) ?? DefaultOf(scopeId);
    }

    /// <summary>The topic's contact, without a default in its place.</summary>
    public Contact? ByTopic(string topic, string? scopeId)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return Upwards(scopeId).Select(scope => _byTopic.GetValueOrDefault((scope, topic))).FirstOrDefault(c => c is not null) is { } found
            ? new Contact(topic, found.Name, found.Link)
            : null;
    }

    /// <summary>The topics a question speaks of, the one with the most words met first.</summary>
    public IReadOnlyList<ContactTopic> TopicsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. _words.In(text)
            .GroupBy(hit => hit.Value)
            .OrderByDescending(topic => topic.Sum(hit => hit.Length))
            .ThenBy(topic => topic.Key)
            .Select(topic => Topics[topic.Key])];
    }

    /// <summary>Programmes and topics that come down to a default, or to nobody.</summary>
    public IReadOnlyList<(Scope Programme, ContactTopic Topic)> Lacking() =>
        [.. _scopes.Scopes.Where(s => s.Kind == ScopeKind.Programme)
            .SelectMany(programme => Topics.Where(t => ByTopic(t.Id, programme.Id) is null).Select(t => (programme, t)))];

    private Contact? DefaultOf(string? scopeId) =>
        Upwards(scopeId).Select(scope => _defaults.GetValueOrDefault(scope)).FirstOrDefault(c => c is not null) is { } found
            ? new Contact("", found.Name, found.Link)
            : null;

    private IEnumerable<string> Upwards(string? scopeId)
    {
        for (var at = scopeId is null ? null : _scopes.Find(scopeId); at is not null; at = at.Parent is null ? null : _scopes.Find(at.Parent))
        {
            yield return at.Id;
        }

        yield return Everywhere;
    }
}
