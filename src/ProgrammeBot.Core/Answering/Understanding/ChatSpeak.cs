using System.Collections.Frozen;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Short forms people type in chats, with the word they stand for. Only forms that are no words themselves, or are so short that chat is the likelier reading.</summary>
internal static class ChatSpeak
{
    private static readonly FrozenDictionary<string, string> Forms = new Dictionary<string, string>
    {
        ["u"] = "you", ["ur"] = "your", ["r"] = "are", ["y"] = "why", ["n"] = "and", ["b"] = "be", ["c"] = "see",
        ["2"] = "to", ["4"] = "for", ["b4"] = "before", ["l8r"] = "later", ["gr8"] = "great",
        ["wat"] = "what", ["wot"] = "what", ["wut"] = "what", ["wht"] = "what", ["whats"] = "what is", ["wats"] = "what is",
        ["wich"] = "which", ["whch"] = "which", ["witch"] = "which", ["wen"] = "when", ["whn"] = "when", ["wher"] = "where", ["wheres"] = "where is",
        ["hw"] = "how", ["hows"] = "how is", ["whos"] = "who is", ["teh"] = "the", ["da"] = "the", ["th"] = "the", ["tha"] = "the",
        ["ned"] = "need", ["nede"] = "need", ["wnt"] = "want", ["shud"] = "should", ["cud"] = "could", ["wud"] = "would", ["hav"] = "have",
        ["dont"] = "don't", ["doesnt"] = "doesn't", ["cant"] = "can't", ["isnt"] = "isn't", ["wont"] = "won't", ["im"] = "i am", ["ive"] = "i have", ["id"] = "i would",
        ["plz"] = "please", ["pls"] = "please", ["thx"] = "thanks", ["ty"] = "thanks", ["tnx"] = "thanks",
        ["lvl"] = "level", ["yr"] = "year", ["yrs"] = "years", ["hrs"] = "hours", ["hr"] = "hour", ["mth"] = "month", ["mths"] = "months", ["wk"] = "week", ["wks"] = "weeks",
        ["uni"] = "university", ["unis"] = "universities", ["prof"] = "professor", ["dept"] = "department", ["info"] = "information", ["reqs"] = "requirements", ["req"] = "requirement",
        ["prog"] = "programme", ["progs"] = "programmes", ["mod"] = "module", ["mods"] = "modules", ["diff"] = "difference", ["btw"] = "by the way",
        ["abt"] = "about", ["bc"] = "because", ["cuz"] = "because", ["coz"] = "because", ["rn"] = "right now", ["asap"] = "soon", ["tho"] = "though", ["thru"] = "through", ["w"] = "with", ["wo"] = "without", ["ppl"] = "people",
        ["msg"] = "message", ["ans"] = "answer", ["q"] = "question", ["mrk"] = "mark", ["shld"] = "should", ["gonna"] = "going to", ["wanna"] = "want to", ["gotta"] = "have to",
    }.ToFrozenDictionary();

    /// <summary>The word or words a short form stands for, or null.</summary>
    public static string? Expand(string lowerCased) => Forms.GetValueOrDefault(lowerCased);
}
