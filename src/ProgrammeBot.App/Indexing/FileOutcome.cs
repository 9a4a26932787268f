using ProgrammeBot.Ingestion;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Indexing;

/// <summary>What came of reading one source file, while it is being read and after.</summary>
/// <param name="file">The file.</param>
/// <param name="sha256">Hash of its content, taken before it was read; empty when it could not be read.</param>
/// <param name="settled">See <see cref="StoredFile.Settled"/>.</param>
/// <param name="before">What its last version gave; null when it is new.</param>
internal sealed class FileOutcome(SourceFile file, string sha256, bool settled, StoredFile? before)
{
    private readonly List<string> _claims = [];
    private readonly Dictionary<string, string> _segmentOf = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public SourceFile File => file;

    public StoredFile? Before => before;

    /// <summary>The file as a whole was not read, or not to its end. One line of a corpus that was not understood is less than that.</summary>
    public bool Failed { get; private set; }

    public void Add(IngestionProblem problem)
    {
        Failed |= problem is { Severity: ProblemSeverity.Skipped, Line: null };
        _problems.Add(problem.ToString());
    }

    /// <summary>A document of this id was found in it.</summary>
    public void Claim(string id) => _claims.Add(id);

    /// <summary>Its document of this id was written to this segment.</summary>
    public void Place(string id, string segment) => _segmentOf[id] = segment;

    public void ClaimFrom(DocumentClaims claims)
    {
        foreach (var id in Failed ? before?.Served.SelectMany(s => s.Documents) ?? [] : _claims)
        {
            claims.Add(id, file.Path);
        }
    }

    /// <summary>What is served of the file from now on, once everybody has claimed.</summary>
    /// <remarks>A broken or contested document is not served, and what was served in its place goes on being served: a bad file takes nothing down.</remarks>
    public StoredFile Settle(DocumentClaims claims)
    {
        var entry = new StoredFile(file.Path, file.Length, file.LastWrite.UtcDateTime, sha256) { Settled = settled, Failed = Failed };
        if (Failed)
        {
            return entry with { Served = before?.Served ?? [], Problems = [.. _problems.Select(p => WithLastGood(p, before?.Served.Count > 0))] };
        }

        var served = new List<(string Id, string Segment)>();
        var refused = new List<string>();
        foreach (var id in _claims.Distinct(StringComparer.Ordinal))
        {
            if (!claims.IsContested(id))
            {
                served.Add((id, _segmentOf[id]));
                continue;
            }

            refused.Add(id);
            var lastGood = before?.Served.FirstOrDefault(s => s.Documents.Contains(id, StringComparer.Ordinal))?.Segment;
            if (lastGood is not null)
            {
                served.Add((id, lastGood));
            }

            _problems.Add(WithLastGood(claims.Refusal(id, file.Path), lastGood is not null));
        }

        return entry with
        {
            Served = [.. served.GroupBy(s => s.Segment, s => s.Id).Select(g => new ServedDocuments(g.Key, [.. g]))],
            Refused = refused,
            Problems = _problems,
        };
    }

    private static string WithLastGood(string problem, bool lastGood) => lastGood ? $"{problem}. Its last good version goes on being served" : problem;
}
