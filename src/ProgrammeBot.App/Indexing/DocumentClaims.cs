namespace ProgrammeBot.App.Indexing;

/// <summary>Which files claim which document id. An id is served only while one file claims it, once.</summary>
internal sealed class DocumentClaims
{
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _contested = new(StringComparer.Ordinal);

    public void Add(string id, string path)
    {
        if (_first.TryAdd(id, path))
        {
            return;
        }

        if (!_contested.TryGetValue(id, out var paths))
        {
            _contested[id] = paths = [_first[id]];
        }

        paths.Add(path);
    }

    public bool IsContested(string id) => _contested.ContainsKey(id);

    /// <summary>Why the id is refused in this file, as a line for people.</summary>
    public string Refusal(string id, string path)
    {
        var others = _contested[id].Where(p => p != path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var where = others.Count == 0 ? "more than once in this file" : $"by {string.Join(", ", others)} as well";
        return $"{path}: skipped: the document id '{id}' is used {where}. Give each document an id of its own";
    }
}
