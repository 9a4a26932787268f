using System.Collections.Frozen;

namespace ProgrammeBot.Passages;

/// <summary>Tells a full stop that belongs to a word ('Dr.', 'e.g.', 'J. Smith', '2. ') from one that ends a sentence.</summary>
internal static class SentenceStops
{
    /// <summary>Words whose stop never ends a sentence, because something always follows.</summary>
    private static readonly FrozenSet<string> Leading = Words(
        "dr prof professor mr mrs ms mx rev hon sir st assoc asst messrs capt lt col gen sgt e.g eg i.e ie cf vs v viz approx ca circa esp incl excl resp "
        + "fig figs eq eqs ref refs sec sect chap ch vol vols ed eds p pp para paras");

    /// <summary>Words whose stop ends a sentence unless a figure follows: 'No. 5', but 'No. While…'.</summary>
    private static readonly FrozenSet<string> BeforeFigures = Words("no nos nr art jan feb mar apr jun jul aug sep sept oct nov dec app tel ext c");

    /// <summary>Words that carry a stop and may still end a sentence: then the next word decides.</summary>
    private static readonly FrozenSet<string> EitherWay = Words("etc al inc ltd co corp plc univ dept min max hrs hr yr yrs wk wks dist ext op");

    /// <summary>Words that often begin a sentence, and hardly ever follow an initial or an abbreviation within one.</summary>
    private static readonly FrozenSet<string> Beginners = Words(
        "the they this these that those there it its he she we you your i a an all any each every both no not in on at for from by with as to if when while "
        + "where after before during once since although though however moreover furthermore also but and or so then thus students applicants candidates "
        + "modules please note see most some many such what who how which our their his her my one two three other others only both either");

    /// <summary>Words that a single capital letter labels: 'Group A.' ends a sentence, 'Andrew Y.' does not.</summary>
    private static readonly FrozenSet<string> Labelled = Words(
        "group groups option options part parts section sections table tables grade grades level levels stream streams plan category categories appendix annex "
        + "schedule block blocks class type paper figure module modules term stage phase band pathway track set list route and or to");

    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence began.</param>
    /// <param name="stop">Where the full stop stands.</param>
    /// <param name="next">Where the next word begins, behind white space.</param>
    /// <param name="limit">The first place that is not to be looked at.</param>
    public static bool IsPartOfWord(string text, int start, int stop, int next, int limit)
    {
        var begin = stop;
        while (begin > start && !char.IsWhiteSpace(text[begin - 1]) && text[begin - 1] is not ('(' or '[' or '"' or '“' or '‘' or '/' or '—' or '–'))
        {
            begin--;
        }

        if (begin == stop)
        {
            return false;
        }

        var word = text[begin..stop].ToLowerInvariant();
        if (text.AsSpan(start, begin - start).IsWhiteSpace() && IsListMarker(word))
        {
            return true;
        }

        if (Leading.Contains(word))
        {
            return true;
        }

        if (BeforeFigures.Contains(word) && char.IsDigit(text[next]))
        {
            return true;
        }

        var following = WordAt(text, next, limit);
        if (EitherWay.Contains(word) || (word.Contains('.', StringComparison.Ordinal) && word.All(c => char.IsLetter(c) || c == '.')))
        {
            return !Beginners.Contains(following) && char.IsLetterOrDigit(text[next]) && !EndsLikely(word, following);
        }

        var isInitial = word.Length == 1 && char.IsUpper(text[begin]) && char.IsUpper(text[next]);
        return isInitial && !Beginners.Contains(following) && !Labelled.Contains(WordBefore(text, start, begin));
    }

    /// <summary>'etc.' closes a list, so a capital behind it nearly always begins anew.</summary>
    private static bool EndsLikely(string word, string following) => word is "etc" && following.Length > 0;

    private static bool IsListMarker(string word) =>
        (word.Length <= 3 && word.All(char.IsAsciiDigit))
        || (word.Length == 1 && char.IsAsciiLetter(word[0]))
        || (word.Length <= 4 && word.All(c => c is 'i' or 'v' or 'x'));

    private static string WordAt(string text, int at, int limit)
    {
        while (at < limit && !char.IsLetterOrDigit(text[at]) && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < limit && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[at..end].ToLowerInvariant();
    }

    private static string WordBefore(string text, int start, int begin)
    {
        var end = begin;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        var from = end;
        while (from > start && char.IsLetterOrDigit(text[from - 1]))
        {
            from--;
        }

        return text[from..end].ToLowerInvariant();
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
