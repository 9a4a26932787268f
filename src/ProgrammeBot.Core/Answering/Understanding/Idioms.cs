using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Turns of everyday speech, with the plain words that documents and phrasings have for them.</summary>
internal static class Idioms
{
    private static readonly (Regex Pattern, string Plain)[] List =
    [
        (Of(@"(mess|screw|muck|stuff)(ed|es)? up|flunk(ed|ing)?|bomb(ed)?|botch(ed)?"), "fail"),
        (Of(@"half[- ]way( through)?|mid[- ]?way( through)?"), "halfway"),
        (Of(@"(quit|drop(ped)? out( of)?|bail(ed)?( out)?( of| on)?|pack(ed)? it in)(?! my job| your job| the job)"), "stop"),
        (Of(@"(walk|come) (away|out) with"), "get"),
        (Of(@"(have i |has the )?(missed the boat|ship (has )?sailed|train (has )?left)"), "am I too old, is it too late"),
        (Of(@"set in stone|carved in stone"), "fixed or can it change"),
        (Of(@"get going( on| with)?|kick off"), "start"),
        (Of(@"big names?"), "well-known companies"),
        (Of(@"pay ?slip|pay ?check|pay ?packet|take[- ]home"), "salary"),
        (Of(@"fresh out of (uni|university|college|school)"), "as a graduate without experience"),
        (Of(@"hangs? on (that|it|this)"), "depends on it"),
        (Of(@"(get|gets|got|getting|be|been) (turned down|knocked back|binned|ghosted)"), "get rejected"),
        (Of(@"(zoom|skype|ring|phone|call|facetime)( up)?( with)? (me|us|you|applicants|candidates)( up)?"), "interview me"),
        (Of(@"doctorate|doctoral degree"), "PhD"),
        (Of(@"(a |big |bigger )*(slice|chunk) (of|is)"), "share of"),
        (Of(@"from scratch|from zero|from nothing"), "as a beginner"),
        (Of(@"hidden (costs?|fees?|charges?)|out of (my |your )?pocket"), "additional costs"),
        (Of(@"(is there|any) hope|am i out|is the door closed|do i stand a chance"), "can I still be admitted"),
        (Of(@"next to (it|work|a job|my job|that)|on the side"), "part-time beside work"),
        (Of(@"lone wolf"), "someone who works alone"),
        (Of(@"climb (all the way )?(up|the ladder)"), "become senior"),
        (Of(@"rounds will they put (me|us|you) through|hoops"), "interview stages will there be"),
        (Of(@"(no|without) (uni|university|college)( degree)?"), "without a degree"),
    ];

    /// <summary>The text with idioms in plain words.</summary>
    /// <param name="text">A question.</param>
    /// <param name="found">Takes each idiom with what it became.</param>
    public static string Plain(string text, ICollection<string> found)
    {
        foreach (var (pattern, plain) in List)
        {
            text = pattern.Replace(text, match =>
            {
                found.Add($"{match.Value} → {plain}");
                return plain;
            });
        }

        return text;
    }

    /// <summary>None of them nests quantifiers, so none needs a time-out, which a busy machine would meet without any fault of the text.</summary>
    private static Regex Of(string pattern) => new($@"\b({pattern})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
