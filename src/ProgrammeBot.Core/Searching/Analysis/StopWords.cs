using System.Collections.Frozen;

namespace ProgrammeBot.Searching.Analysis;

/// <summary>Words that say little by themselves.</summary>
/// <remarks>
/// They are marked, not dropped: a phrase keeps its 'not' and its 'who', and a question of nothing but such words still finds something.
/// 'us', 'it' and 'may' are stop words although IT, US and May are not: the analyser marks by the word, not by its case.
/// </remarks>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ("a an the and or but nor so if then than that this these those there here " +
        "i me my mine myself we our ours ourselves us you your yours yourself yourselves he him his himself she her hers herself " +
        "it its itself they them their theirs themselves " +
        "am is are was were be been being have has had having do does did doing done " +
        "can could will would shall should may might must cannot " +
        "not no to of in on at by for from with without into onto upon about as per via " +
        "who whom whose what which when where why how " +
        "also just very too such some any each both all only own same other please " +
        "im ive id ill youre youve youd youll hes shes theyre theyve were weve " +
        "isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt mustnt havent hasnt hadnt thats whats whos wheres hows theres lets")
        .Split(' '),
        StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">Folded, without apostrophes.</param>
    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 10 && BySpan.Contains(word);
}
