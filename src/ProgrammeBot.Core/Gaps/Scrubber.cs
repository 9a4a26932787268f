using System.Globalization;
using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Gaps.Scrubbing;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>Takes out of a question what could point at somebody, before it is kept: a word in brackets stands in its place.</summary>
/// <remarks>
/// <c>[name]</c>, <c>[mail]</c>, <c>[phone]</c>, <c>[number]</c>, <c>[id]</c> and <c>[link]</c>. It goes by form and by the words around
/// ('my name is …'), in English and German; docs/moderators.md says what that misses. Where it is in doubt it takes out: a gap is
/// read for what was asked, never for who did. Scrubbed twice is scrubbed once. Any text may come; none throws.
/// </remarks>
public static class Scrubber
{
    /// <summary>What was taken out may have hidden what stood beside it.</summary>
    private const int MostRounds = 5;

    /// <param name="text">What was asked.</param>
    /// <param name="ours">The words of the documents, which stay: module codes, numbers and postcodes that stand in them are nobody's own. Null is none.</param>
    /// <returns>One line; blank where nothing is left.</returns>
    public static string Scrub(string text, IVocabulary? ours = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = CleanText.Clean(string.Concat(text.Select(Plain)));
        for (var round = 0; round < MostRounds; round++)
        {
            var kept = new KeptPieces();
            var scrubbed = StoredText.CleanLine(kept.PutBack(Names.Out(Numbers.Out(Addresses.Out(plain), ours, kept), ours)));
            if (scrubbed == plain)
            {
                break;
            }

            plain = scrubbed;
        }

        return plain;
    }

    /// <summary>Signs that pass for others: full-width ones and the digits of other scripts are ASCII's.</summary>
    private static char Plain(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c > 0x7F && char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;
}
