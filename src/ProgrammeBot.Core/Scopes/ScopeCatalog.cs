using System.Collections.Frozen;

namespace ProgrammeBot.Scopes;

/// <summary>The tree of scopes, and which document belongs where. Immutable.</summary>
public sealed class ScopeCatalog
{
    /// <summary>No programmes known: every document is general.</summary>
    public static readonly ScopeCatalog Empty = new([], []);

    private readonly FrozenDictionary<string, Scope> _byId;
    private readonly FrozenDictionary<string, string> _byDocument;

    /// <param name="scopes">Each id once; every parent is among them and wider than its child.</param>
    /// <param name="foreign">Names of other universities and degrees, which no document describes.</param>
    /// <exception cref="ArgumentException">An id stands twice, a parent is unknown or not wider, or a document is claimed by two scopes; the message names it.</exception>
    public ScopeCatalog(IReadOnlyList<Scope> scopes, IReadOnlyList<string> foreign)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(foreign);
        var byId = new Dictionary<string, Scope>(StringComparer.Ordinal);
        var byDocument = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var scope in scopes)
        {
            if (!byId.TryAdd(scope.Id, scope))
            {
                throw new ArgumentException($"The scope '{scope.Id}' stands twice.", nameof(scopes));
            }

            foreach (var document in scope.Documents)
            {
                if (!byDocument.TryAdd(document, scope.Id))
                {
                    throw new ArgumentException($"The document '{document}' is claimed by '{byDocument[document]}' and '{scope.Id}'.", nameof(scopes));
                }
            }
        }

        foreach (var scope in scopes.Where(s => s.Parent is not null))
        {
            if (!byId.TryGetValue(scope.Parent!, out var parent) || parent.Kind >= scope.Kind)
            {
                throw new ArgumentException($"The scope '{scope.Id}' needs a wider scope as its parent, and '{scope.Parent}' is none.", nameof(scopes));
            }
        }

        Scopes = scopes;
        Foreign = foreign;
        _byId = byId.ToFrozenDictionary(StringComparer.Ordinal);
        _byDocument = byDocument.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<Scope> Scopes { get; }

    /// <summary>Names of other universities and degrees, which no document describes.</summary>
    public IReadOnlyList<string> Foreign { get; }

    public Scope? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The scope a document is mapped to, or null.</summary>
    public string? ScopeOfDocument(string documentId) => _byDocument.GetValueOrDefault(documentId);

    /// <summary>
    /// The ids of everything that may answer somebody who stands at a scope: itself, what it inherits from, the scopes within
    /// it, and the empty id of documents without a scope. An unknown id sees what is general.
    /// </summary>
    public IReadOnlySet<string> VisibleFrom(string id)
    {
        var visible = new HashSet<string>(StringComparer.Ordinal) { "" };
        visible.UnionWith(Scopes.Where(s => s.Kind == ScopeKind.General).Select(s => s.Id));
        if (Find(id) is not { } scope)
        {
            return visible;
        }

        for (var at = scope; at is not null; at = at.Parent is null ? null : Find(at.Parent))
        {
            visible.Add(at.Id);
        }

        visible.UnionWith(Scopes.Where(s => IsWithin(s, scope.Id)).Select(s => s.Id));
        return visible;
    }

    /// <summary>Whether what stands at <paramref name="ancestor"/> holds at a scope too: it is the scope itself, one above it, or none (general).</summary>
    public bool Inherits(string id, string? ancestor) => ancestor is null || id == ancestor || (Find(ancestor)?.Kind == ScopeKind.General) || (Find(id) is { } scope && IsWithin(scope, ancestor));

    /// <summary>Whether what stands at a scope speaks of no programme or department: none, the general one, or one unknown.</summary>
    public bool IsGeneral(string? id) => string.IsNullOrEmpty(id) || Find(id)?.Kind is ScopeKind.General or null;

    private bool IsWithin(Scope scope, string ancestor)
    {
        for (var at = scope; at.Parent is not null && Find(at.Parent) is { } parent; at = parent)
        {
            if (parent.Id == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}
