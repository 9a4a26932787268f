using System.Text;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary>Something to be suggested while it is typed.</summary>
/// <param name="Text">What is shown and searched.</param>
/// <param name="Value">What is sent when it is chosen, at most 100 characters.</param>
public sealed record Suggestion(string Text, string Value)
{
    /// <summary>A question that is sent as it stands; one that is too long is sent as far as its words have room.</summary>
    public static Suggestion OfQuestion(string question)
    {
        var line = VisibleText.Line(question);
        return new Suggestion(line, line.Length <= DiscordLimits.ChoiceText ? line : line[..TextCut.AtWord(line, DiscordLimits.ChoiceText)].TrimEnd());
    }
}

/// <summary>Finds the choices of an autocomplete, the most fitting first. Read once, asked at every key; immutable.</summary>
/// <remarks>
/// Fit: the whole text begins so; else by how many of the typed words begin one of its words, the last of them being typed still; then by
/// how early the first is met; then in the order given. At least half of the words must be met. Nothing typed brings the first ones.
/// </remarks>
public sealed class Suggestions
{
    private readonly (Suggestion Item, string Folded, string[] Words)[] _known;

    /// <param name="known">In the order in which they are offered where they fit alike. Those with blank text or a value that is blank or too long are left out.</param>
    public Suggestions(IEnumerable<Suggestion> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        _known =
        [
            .. known.Where(s => s.Value.Length is > 0 and <= DiscordLimits.ChoiceText && !string.IsNullOrWhiteSpace(s.Value) && VisibleText.Line(s.Text).Length > 0)
                .DistinctBy(s => s.Value, StringComparer.Ordinal)
                .Select(s => (s, Fold(s.Text), WordsOf(s.Text))),
        ];
    }

    /// <summary>At most 25; hostile text brings none.</summary>
    public IReadOnlyList<CommandChoice> For(string? typed)
    {
        var folded = Fold(typed ?? "").Trim();
        folded = folded.Length > DiscordLimits.ChoiceText * 4 ? folded[..(DiscordLimits.ChoiceText * 4)] : folded;
        var words = WordsOf(folded);
        if (words.Length == 0)
        {
            return folded.Length > 0 ? [] : [.. _known.Take(DiscordLimits.CommandChoices).Select(k => Choice(k.Item))];
        }

        var fitting = new List<(int Score, int Place)>();
        for (var i = 0; i < _known.Length; i++)
        {
            if (Fit(_known[i].Folded, _known[i].Words, folded, words) is > 0 and var score)
            {
                fitting.Add((score, i));
            }
        }

        return [.. fitting.OrderByDescending(f => f.Score).ThenBy(f => f.Place).Take(DiscordLimits.CommandChoices).Select(f => Choice(_known[f.Place].Item))];
    }

    private static int Fit(string text, string[] textWords, string typed, string[] words)
    {
        if (text.StartsWith(typed, StringComparison.Ordinal))
        {
            return int.MaxValue;
        }

        var met = 0;
        var first = textWords.Length;
        foreach (var word in words)
        {
            var at = Array.FindIndex(textWords, w => w.StartsWith(word, StringComparison.Ordinal));
            if (at >= 0)
            {
                met++;
                first = Math.Min(first, at);
            }
        }

        return met * 2 < words.Length || met == 0 ? 0 : (met * 1000) + Math.Max(0, 999 - first);
    }

    private static CommandChoice Choice(Suggestion suggestion) => new(DiscordText.Label(suggestion.Text, DiscordLimits.ChoiceText), suggestion.Value);

    private static string Fold(string text) => VisibleText.Line(text).ToLowerInvariant();

    private static string[] WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Fold(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, word.ToString()] : [.. words];
    }
}
