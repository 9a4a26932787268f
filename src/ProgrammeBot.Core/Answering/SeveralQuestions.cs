using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering;

/// <summary>Puts the replies to several questions of one message into one.</summary>
internal static partial class SeveralQuestions
{
    /// <summary>An answer where any question is answered, each under its question, with what was not held said of the others; null where none is or they do not fit.</summary>
    public static Answer? Together(IReadOnlyList<(string Question, Reply Reply)> replies)
    {
        var shown = replies.ToList();
        while (shown.Count > 1 && shown.Select(r => r.Reply).OfType<Answer>().SelectMany(a => a.Citations).Distinct().Count() > Reply.MaxCitations)
        {
            shown.RemoveAt(shown.Count - 1);
        }

        // What has no room is one click away.
        var rest = replies.Skip(shown.Count).Select(r => r.Question).ToList();
        replies = shown;
        var answers = replies.Select(r => r.Reply).OfType<Answer>().ToList();
        var citations = answers.SelectMany(a => a.Citations).Distinct().ToList();
        if (answers.Count == 0)
        {
            return null;
        }

        var text = string.Join('\n', replies.Select(r => $"{Shown(r.Question)}\n{TextOf(r.Reply, citations)}"));
        return text.Length > Reply.MaxTextLength ? null : new Answer(text, citations, answers.Count < replies.Count ? Confidence.Low : answers.Min(a => a.Confidence))
        {
            Choices = [.. rest, .. answers.SelectMany(a => a.Choices).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>A mark that the asker wrote would pass for one of ours.</summary>
    private static string Shown(string question) => $"“{Mark().Replace(question, "").TrimEnd('?', ' ')}?”";

    private static string TextOf(Reply reply, List<Citation> citations) => reply switch
    {
        Answer answer => Mark().Replace(answer.Text, m => $"[{citations.IndexOf(answer.Citations[int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - 1]) + 1}]"),
        _ => reply.Text,
    };

    [GeneratedRegex(@"\[([1-4])\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
