using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Indexing;

/// <summary>One state of the index: its manifest, the segments opened, and the corpus over them. Immutable.</summary>
internal sealed record LoadedIndex(IndexManifest Manifest, IReadOnlyDictionary<string, Segment> Segments, ICorpus Corpus)
{
    public static LoadedIndex Empty(string recipe) => Of(
        new IndexManifest { Generation = 0, Engine = recipe, SourcesHash = "", Segments = [], Files = [] },
        new Dictionary<string, Segment>(StringComparer.Ordinal));

    /// <summary>The corpus over the manifest's segments, without their deleted documents.</summary>
    public static LoadedIndex Of(IndexManifest manifest, IReadOnlyDictionary<string, Segment> segments)
    {
        var served = manifest.Segments.ToDictionary(s => s.File, s => segments[s.File], StringComparer.Ordinal);
        var views = manifest.Segments.Select(s => new SegmentView(served[s.File], s.Deleted.ToHashSet(StringComparer.Ordinal)));
        return new(manifest, served, InTreeCorpus.Create([.. views]));
    }

    /// <summary>What the folder holds, or why that is not served.</summary>
    public static (LoadedIndex? Index, IndexLoad.Unusable? Fault) Open(IndexDirectory directory, string recipe)
    {
        var load = directory.Load(recipe);
        if (load is not IndexLoad.Loaded loaded)
        {
            return (null, (IndexLoad.Unusable)load);
        }

        var segments = new Dictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, file) in loaded.Segments)
        {
            try
            {
                segments[name] = Segment.Open(file.Memory);
            }
            catch (SegmentFormatException e)
            {
                return (null, new(IndexFault.Damaged, $"{name} cannot be used: {e.Message}"));
            }
        }

        return (Of(loaded.Manifest, segments), null);
    }
}
