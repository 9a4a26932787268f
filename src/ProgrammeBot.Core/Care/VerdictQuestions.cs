namespace ProgrammeBot.Care;

/// <summary>Recognises questions that ask for a verdict on the asker: 'will I get in', 'am I good enough', 'should I'.</summary>
/// <remarks>To these the rule and its exception are quoted, and admissions named; whether it is met is for people to say.</remarks>
public static class VerdictQuestions
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Lists = new(StringComparer.Ordinal)
    {
        ["me"] = ["i", "we", "he", "she", "they", "someone", "somebody", "me", "us", "him", "her", "them", "people"],
        ["be"] = ["am", "is", "are", "be", "being", "im", "being"],
        ["grades"] = ["grade", "grades", "gpa", "cgpa", "degree", "profile", "background", "score", "scores", "marks", "cv", "application", "2", "ielts", "average", "experience", "qualification", "qualifications", "maths", "english", "bachelor", "bachelors", "bsc", "beng", "meng"],
        ["admit"] = ["admitted", "accepted", "rejected", "considered", "offered", "shortlisted", "refused", "declined", "selected"],
        ["enough"] = ["enough", "sufficient", "ok", "okay", "fine", "acceptable", "competitive"],
        ["pick"] = ["apply", "choose", "pick", "go", "take", "do", "accept", "bother", "prefer", "study", "enrol", "enroll", "join", "defer", "withdraw", "quit", "leave", "drop", "switch", "learn", "retake", "get", "reapply", "consider", "select", "wait", "try", "decline", "aim", "become"],
    };

    /// <summary>'When should I send it' asks for a rule, not for advice.</summary>
    private static readonly WordPattern[] NoVerdicts = Read("when|where|how|what .. should i|we do|get|go|take|send|wait|start|bring|include|study|know|use");

    private static readonly WordPattern[] Patterns = Read(
        "will|would|could|can|might|do|does <me> .. get|make it? into|in|accepted|admitted|rejected",
        "will|would|could|can|might|do|does <me> .. get a|an|the? conditional? offer|place|spot|seat",
        "will|would|could|can|might <me> .. be|get|still <admit>",
        "will|would|could|can|might they|you|imperial|admissions|committee|it|programme|mres|msc .. accept|admit|take|reject|refuse|want|consider|offer <me>",
        "will|would|could|can|might they|you|imperial|admissions|committee .. accept|admit|take|consider|reject someone|somebody|people|applicants like|with",
        "<be> <me> .. good|strong|smart|clever|qualified|eligible|competitive|suitable|prepared|ready|old|late|capable enough|for|to|too?",
        "<be> i|we .. good|strong|smart|clever|qualified|competitive enough",
        "<be> i|we|he|she|they eligible|qualified|suitable|competitive|overqualified|underqualified",
        "<be> my .. <grades> .. <enough>|good|strong|bad|low|weak|competitive",
        "is|are|would|will my .. <grades> .. <enough>",
        "is|are|would|will a|an? .. 2|3|first|third|2i|2ii|gpa .. <enough>|good enough?",
        "do|would|will|does i|we|my|he|she|they .. qualify|suffice|stand",
        "do|would|will|does i|we|he|she|they have|stand .. chance|chances|shot|hope",
        "chance|chances|odds|likelihood|probability|shot|hope for|that|of|with|if|to|as|do|are .. <me>|my|getting|being|admission|acceptance",
        "what|whats|how are? is? my|the .. chance|chances|odds|likelihood|probability",
        "my|our .. chance|chances|odds|shot",
        "how likely am|is|are|will|would|it|do <me>|it|that",
        "any|no|some|real|fair|good|realistic .. chance|chances|hope for|with|of|if|to|in .. me|my|getting|gpa|a|getting",
        "should i|we|my .. <pick>",
        "is|would it .. worth|wise|smart|sensible|realistic|crazy|stupid .. me|my|applying|it|to|trying|doing",
        "worth my|me|applying|trying|bothering",
        "would|do|will|can|could you .. recommend|advise|suggest|think .. i|me|my|for",
        "what would|should you|i .. choose|pick|recommend|suggest",
        "which|what .. should|would i|suit|suits|fit|fits|better .. choose|pick|apply|me|go|do|take",
        "better|best|right for me",
        "can|could|will i|we .. handle|cope|manage|survive .. it|this|the|with|workload|maths|programme|course",
        "will|would i pass|fail|struggle|succeed|regret|enjoy|survive",
        "will|would i .. get a? distinction|merit|job",
        "too old|stupid|dumb|weak|young for|to",
        "rate|evaluate|assess|judge|review my .. <grades>|chances",
        "guarantee|guaranteed|promise .. me|place|admission|job|offer|i");

    /// <summary>Whether a question asks for a verdict.</summary>
    public static bool Is(string text)
    {
        var words = NoVerdicts.Aggregate(WordPattern.WordsOf(text), (rest, pattern) => pattern.BlankedIn(rest));
        return Array.Exists(Patterns, pattern => pattern.IsIn(words));
    }

    private static WordPattern[] Read(params string[] patterns) =>
        [.. patterns.Select(p => WordPattern.Parse(p, Lists, out var fault) ?? throw new InvalidOperationException($"The pattern '{p}': {fault}."))];
}
