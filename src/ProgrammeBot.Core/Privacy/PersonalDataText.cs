using System.Globalization;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Privacy;

/// <summary>What is held on a person, as they read it in a message: each kind with how long it stays, of long lists the latest.</summary>
public static class PersonalDataText
{
    private const int MostOfAKind = 5;
    private const int MostOfOne = 70;

    /// <param name="data">What is held.</param>
    /// <param name="wording">The language.</param>
    /// <param name="escape">Makes a line of somebody's words stand as words only, of at most so many code units.</param>
    /// <param name="programme">The name of a scope, escaped.</param>
    public static string Of(PersonalData data, SharedWording wording, Func<string, int, string> escape, Func<string, string> programme)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(escape);
        ArgumentNullException.ThrowIfNull(programme);
        if (data.IsNothing)
        {
            return $"{wording.MyDataNothing} {wording.MyDataNamed}";
        }

        var parts = new List<string> { wording.MyData };
        if (data.Remembered.Programme is { } chosen)
        {
            parts.Add(SharedWording.Filled(wording.MyDataProgramme, programme(chosen)));
        }

        List(wording.MyDataQuestions, data.Remembered.Questions);
        if (data.Replies.Count > 0)
        {
            parts.Add(SharedWording.Filled(
                wording.MyDataReplies, data.Replies.Count.ToString(CultureInfo.InvariantCulture), data.Replies.Max(r => r.KeptUntil).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        List(wording.MyDataTickets, [.. data.Tickets.Select(t => t.Question)]);
        List(wording.MyDataSuggestions, [.. data.Suggestions.Select(s => s.Question)]);
        parts.Add(wording.MyDataNamed);
        return string.Join("\n\n", parts);

        void List(string title, IReadOnlyList<string> texts)
        {
            if (texts.Count == 0)
            {
                return;
            }

            var lines = texts.TakeLast(MostOfAKind).Select(t => $"- {escape(t, MostOfOne)}");
            var more = texts.Count > MostOfAKind ? [$"- {SharedWording.Filled(wording.MyDataMore, (texts.Count - MostOfAKind).ToString(CultureInfo.InvariantCulture))}"] : Array.Empty<string>();
            parts.Add(string.Join('\n', [title, .. lines, .. more]));
        }
    }
}
