using System.Text;
using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Gaps.Scrubbing;

/// <summary>Names of people, by the words before them: 'my name is …', 'ich heiße …', 'kind regards, …'.</summary>
/// <remarks>
/// Behind 'my name is' nearly everything is a name. Behind 'I am' nearly nothing is: there a name is a word that no list of ordinary words and
/// no document has, written with a capital, or in small letters where the clause ends with it.
/// </remarks>
internal static partial class Names
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int MostWords = 4;

    /// <summary>The more, the surer it is a name.</summary>
    private enum Cue
    {
        /// <summary>'I am', 'this is', 'ich bin'.</summary>
        Weak,

        /// <summary>'regards,', 'my sister': a name, if a capital says so.</summary>
        Fair,

        /// <summary>'my name is'.</summary>
        Strong,
    }

    public static string Out(string text, IVocabulary? ours)
    {
        var isGerman = GermanWord().Count(text) >= 2;
        var spans = Cues(text, isGerman).Select(cue => SpanOf(text, cue.Cue, cue.At, ours)).Where(s => s.Length > 0).OrderBy(s => s.Start).ToList();
        var clean = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, length) in spans.Where(s => s.Start >= 0))
        {
            if (start >= at)
            {
                clean.Append(text, at, start - at).Append("[name]");
                at = start + length;
            }
        }

        return clean.Append(text, at, text.Length - at).ToString();
    }

    private static IEnumerable<(Cue Cue, int At)> Cues(string text, bool isGerman) =>
        Strong().Matches(text).Select(m => (Cue.Strong, m.Index + m.Length))
            .Concat(Fair().Matches(text).Select(m => (Cue.Fair, m.Index + m.Length)))
            .Concat(Closing().Matches(text).Where(m => EndsSoon(text, m.Index + m.Length)).Select(m => (Cue.Fair, m.Index + m.Length)))
            // German 'im' is no 'I'm'.
            .Concat(Weak().Matches(text).Where(m => !isGerman || !m.Value.StartsWith("im", StringComparison.OrdinalIgnoreCase)).Select(m => (Cue.Weak, m.Index + m.Length)));

    private static (int Start, int Length) SpanOf(string text, Cue cue, int from, IVocabulary? ours)
    {
        var words = NameWord().Matches(text, from).Take(MostWords + 1).ToList();
        var taken = new List<Match>();
        var end = from;
        foreach (var word in words)
        {
            var between = text.AsSpan(end, word.Index - end);
            if (taken.Count == MostWords || between.ContainsAnyExcept(taken.Count == 0 ? " \"'“„‘:-–,." : " ") || (taken.Count > 0 && between.Length == 0))
            {
                break;
            }

            if (taken.Count == 0 ? !Begins(text, word, cue, ours) : !GoesOn(word, taken[^1], cue))
            {
                break;
            }

            taken.Add(word);
            end = word.Index + word.Length;
        }

        while (taken.Count > 1 && NotNames.IsParticle(taken[^1].Value))
        {
            taken.RemoveAt(taken.Count - 1);
        }

        return taken.Count == 0 ? default : (taken[0].Index, taken[^1].Index + taken[^1].Length - taken[0].Index);
    }

    private static bool Begins(string text, Match word, Cue cue, IVocabulary? ours)
    {
        var name = word.Value;
        var small = name.ToLowerInvariant();
        var isCapital = char.IsUpper(name[0]);
        if (NotNames.Contains(small))
        {
            return false;
        }

        return cue switch
        {
            Cue.Strong => isCapital || !EnglishWords.Contains(small) || NotNames.IsNameAsWell(small),
            Cue.Fair => isCapital && (NotNames.IsNameAsWell(small) || !IsKnown(small, ours)),
            _ when isCapital => !IsAbbreviation(name) && (NotNames.IsNameAsWell(small) || !IsKnown(small, ours)) && !IsOfPeople(text, word),
            _ => name.Length > 1 && !EnglishWords.Contains(small) && !IsKnown(small, ours) && EndsClause(text, word),
        };
    }

    private static bool GoesOn(Match word, Match before, Cue cue)
    {
        var small = word.Value.ToLowerInvariant();
        return NotNames.IsParticle(small)
            || (char.IsUpper(word.Value[0])
                ? word.Value.Length == 1 || !NotNames.Contains(small) || char.IsUpper(before.Value[0])
                : cue == Cue.Strong && !char.IsUpper(before.Value[0]) && !EnglishWords.Contains(small) && !NotNames.Contains(small));
    }

    private static bool IsKnown(string small, IVocabulary? ours) => EnglishWords.Contains(small) || ours?.PassageFrequency(small) > 0;

    /// <summary>'MSc', 'BTech': a capital behind the first letter; a name in capitals only is longer, and 'Jean-Luc' is two.</summary>
    private static bool IsAbbreviation(string word) =>
        word.Length == 1 || (word.Split('-', '\'', '’').Any(part => part.Skip(1).Any(char.IsUpper)) && (word.Length < 4 || word.Any(char.IsLower)) && !Celtic().IsMatch(word));

    /// <summary>'I am Kazakh and a citizen …' is beyond any list, 'a Kazakh student' is not.</summary>
    private static bool IsOfPeople(string text, Match word) => OfPeople().IsMatch(text[(word.Index + word.Length)..]);

    private static bool EndsClause(string text, Match word) => ClauseEnd().IsMatch(text[(word.Index + word.Length)..]);

    private static bool EndsSoon(string text, int at) => NameWord().Count(text, at) is > 0 and <= MostWords;

    [GeneratedRegex(@"\b(?:my|the|his|her) (?:full |first |last |given |family |sur)?name(?:'s|s)?(?: is|:| =)\s|\bmy name's\s|\b(?:mein|der) (?:voller |vor|nach)?name(?: ist|:| lautet)\s|\bich hei(?:ß|ss)e\s|\b(?:i am|i'm|im|i’m) (?:called|named)\s|\bcall me\s|\bnenn(?:t|en sie)? mich\s|(?<![\p{L}\d] )\bname:\s", Options)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\bmy (?:friend|best friend|sister|brother|son|daughter|wife|husband|partner|mother|father|mum|mom|dad|flatmate|roommate|classmate|colleague|cousin|nephew|niece|girlfriend|boyfriend)(?: is called| is named|'s name is|,)?\s|\bmein(?:e|er|em|en)? (?:freund|freundin|schwester|bruder|sohn|tochter|frau|mann|mutter|vater|mitbewohner|mitbewohnerin|kollege|kollegin|kommilitone|kommilitonin)(?: heißt| heisst|,)?\s|\b(?:hier ist|hier spricht|hier schreibt)\s", Options)]
    private static partial Regex Fair();

    /// <summary>What a letter ends with: a name follows, and little else.</summary>
    [GeneratedRegex(@"\b(?:regards|wishes|sincerely|faithfully|cheers|yours|thanks|thank you|thx|many thanks|grü(?:ß|ss)en|grü(?:ß|ss)e|gru(?:ß|ss)|lg|mfg|vg|danke|vielen dank)[\s,.!:;–-]+", Options)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(?:i am|i'm|i’m|im|this is|it's|it’s|ich bin(?: die| der)?)\s", Options)]
    private static partial Regex Weak();

    [GeneratedRegex(@"[\p{L}\p{M}](?:[\p{L}\p{M}]|['’.-](?=\p{L})){0,60}", Options)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^\s+(?:students?|citizens?|nationals?|nationality|passport|applicants?|graduates?|holders?|people|speakers?|speaking|based|born|degree|background|origin|student(?:in)?en?|staatsbürger|staatsangehörig)", Options)]
    private static partial Regex OfPeople();

    [GeneratedRegex(@"^\s*(?:$|[.,;!?)]|and\b|und\b|from\b|aus\b|here\b|speaking\b)", Options)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"^(?:Mc|Mac|De|La|Le)\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Celtic();

    [GeneratedRegex(@"\b(?:der|die|das|ist|und|ich|nicht|wie|kann|für|mit|auf|dem|den|ein|eine|wann|welche|gibt|es|zum|zur|muss|wird|werden|bei|von|vom|wo|was)\b", Options)]
    private static partial Regex GermanWord();
}
