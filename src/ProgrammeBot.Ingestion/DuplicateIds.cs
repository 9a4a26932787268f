namespace ProgrammeBot.Ingestion;

/// <summary>An id that more than one document claims.</summary>
/// <param name="Id">The id.</param>
/// <param name="Files">The files that claim it, in ordinal order; one file stands here as often as it does.</param>
public sealed record DuplicateId(string Id, IReadOnlyList<string> Files)
{
    /// <summary>A problem for each file: none of the documents is taken, since nobody can say which was meant.</summary>
    public IEnumerable<IngestionProblem> Problems()
    {
        foreach (var file in Files.Distinct(StringComparer.Ordinal))
        {
            var others = Files.Where(f => f != file).Distinct(StringComparer.Ordinal).ToList();
            var where = others.Count > 0 ? "also given by " + string.Join(", ", others) : "given twice in this file";
            yield return new IngestionProblem(file, $"its document id '{Id}' is {where}; none of them is used", "Rename a file, or give one of the documents another 'id'");
        }
    }
}

/// <summary>Finds ids that more than one document claims.</summary>
public static class DuplicateIds
{
    /// <summary>The ids given more than once, in ordinal order.</summary>
    /// <param name="claims">Every document of the whole folder, files that were not read again included: an indexer keeps this list beside its index.</param>
    public static IReadOnlyList<DuplicateId> Find(IEnumerable<(string File, string Id)> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var doubles = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (file, id) in claims)
        {
            if (first.TryAdd(id, file))
            {
                continue;
            }

            if (!doubles.TryGetValue(id, out var files))
            {
                doubles.Add(id, files = [first[id]]);
            }

            files.Add(file);
        }

        return doubles.Select(d => new DuplicateId(d.Key, d.Value.Order(StringComparer.Ordinal).ToList())).ToList();
    }
}
