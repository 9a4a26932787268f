using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProgrammeBot.Tools.ConvertWeights;

/// <summary>Writes the vocabulary as lines 'piece TAB score', in the order of their ids.</summary>
internal static class VocabularyFile
{
    /// <summary>Seven pieces with a colon come without a score; the original's code takes that for 0, the best of all, and prefers them.</summary>
    private const double ScoreOfNone = -20;

    public static byte[] From(byte[] json)
    {
        using var pieces = JsonDocument.Parse(json);
        var lines = new StringBuilder();
        foreach (var piece in pieces.RootElement.EnumerateArray())
        {
            var score = piece[1].ValueKind == JsonValueKind.Number ? piece[1].GetDouble() : ScoreOfNone;
            lines.Append(piece[0].GetString()).Append('\t').Append(score.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
