using System.Collections.Frozen;

namespace ProgrammeBot.Answering.Tables;

/// <summary>Tells which row an acronym in a question stands for.</summary>
internal static class Acronyms
{
    /// <summary>Two letters are short enough to be a word or a name; those of a field are known, others must stand for one row alone.</summary>
    private static readonly FrozenDictionary<string, IReadOnlySet<string>> WellKnown = new Dictionary<string, string>
    {
        ["rl"] = "reinforcement learning",
        ["drl"] = "deep reinforcement learning",
        ["ml"] = "machine learning",
        ["dl"] = "deep learning",
        ["cv"] = "computer vision",
        ["nlp"] = "natural language processing",
        ["gnn"] = "graph neural networks",
        ["gnns"] = "graph neural networks",
        ["hri"] = "human robot interaction",
        ["hci"] = "human computer interaction",
        ["os"] = "operating systems",
        ["dsp"] = "digital signal processing",
        ["genai"] = "generative ai",
        ["llms"] = "large language models",
        ["llm"] = "large language models",
    }.ToFrozenDictionary(p => p.Key, p => (IReadOnlySet<string>)RowQuery.Terms(p.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>The analysed words a well-known acronym stands for; none for any other word.</summary>
    public static IReadOnlySet<string> Expand(string word) => WellKnown.GetValueOrDefault(word, FrozenSet<string>.Empty);

    /// <summary>Whether the word stands for this row: 'RL' for 'Reinforcement Learning' and not for 'Robot Learning', 'NLI' for 'Natural Language Interfaces'.</summary>
    public static bool Names(string word, TableRow row, RowTable table)
    {
        if (word.Length < 2 || row.Initials.Length == 0)
        {
            return false;
        }

        return WellKnown.TryGetValue(word, out var terms) && table.Rows.Any(r => r.NameTerms.SetEquals(terms))
            ? row.NameTerms.SetEquals(terms)
            : word.Length >= 3 && row.Initials.Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
