using System.Numerics;
using System.Text;

namespace ProgrammeBot.Care;

/// <summary>A row of words to be found in a text, written so that people who look after a bot can read it. Immutable.</summary>
/// <remarks>
/// Words stand side by side, in order, within one sentence; case, accents on apostrophes and other signs do not count ("I'm" is 'im').
/// <list type="bullet">
/// <item><c>a|b</c>: one of these. <c>&lt;name&gt;</c>: one of a named list. <c>word*</c>: any word that begins so.</item>
/// <item><c>word?</c>: may be missing. <c>..</c>: up to three words of any kind.</item>
/// </list>
/// Matching takes time in proportion to the text, whatever pattern and text are.
/// </remarks>
public sealed class WordPattern
{
    /// <summary>The most words of a pattern, a gap counting as three.</summary>
    public const int MaxWords = 62;

    private const int GapWords = 3;
    private const string Boundary = ".";

    private readonly Slot[] _slots;
    private readonly string _written;

    /// <summary>The bits of the slots that may be missing.</summary>
    private readonly ulong _optional;

    private WordPattern(Slot[] slots, string written)
    {
        _slots = slots;
        _written = written;
        for (var i = 0; i < slots.Length; i++)
        {
            _optional |= slots[i].Optional ? 1UL << i : 0;
        }
    }

    /// <summary>Reads a pattern; null, and what is wrong with it, where it is none.</summary>
    /// <param name="written">The pattern.</param>
    /// <param name="lists">The named lists.</param>
    /// <param name="fault">What is wrong, as a sentence without its full stop.</param>
    public static WordPattern? Parse(string written, IReadOnlyDictionary<string, IReadOnlyList<string>> lists, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(lists);
        var slots = new List<Slot>();
        foreach (var piece in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece == "..")
            {
                slots.AddRange(Enumerable.Repeat(Slot.Gap, GapWords));
                continue;
            }

            var optional = piece.EndsWith('?');
            var words = new List<string>();
            foreach (var choice in (optional ? piece[..^1] : piece).Split('|'))
            {
                if (choice is ['<', .. var name, '>'])
                {
                    if (!lists.TryGetValue(name, out var list))
                    {
                        fault = $"it names the list <{name}>, which is not there";
                        return null;
                    }

                    words.AddRange(list);
                }
                else
                {
                    words.Add(choice);
                }
            }

            if (words.Select(Plain).ToList() is var plain && plain.Exists(w => w.Trim('*').Length == 0 || w.Contains(' ')))
            {
                fault = $"'{piece}' is no single word";
                return null;
            }

            slots.Add(new Slot(
                plain.Where(w => w[^1] != '*').ToHashSet(StringComparer.Ordinal), [.. plain.Where(w => w[^1] == '*').Select(w => w[..^1])], optional));
        }

        fault = slots.Count > MaxWords ? $"it has more than {MaxWords} words" : slots.TrueForAll(s => s.Optional) ? "it would be found in any text" : null;
        return fault is null ? new WordPattern([.. slots], written) : null;
    }

    /// <summary>The words of a text as patterns see them: lower case, without apostrophes; '.' where a sentence ends.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '\u2019' or '\u02BC' or '`'))
            {
                End();
                var inFigure = c == '.' && i + 1 < text.Length && char.IsDigit(text[i + 1]);
                if (c is '.' or '!' or '?' or ';' or '\n' && !inFigure && words.Count > 0 && words[^1] != Boundary)
                {
                    words.Add(Boundary);
                }
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>Whether it stands in a text.</summary>
    /// <param name="words">As <see cref="WordsOf"/> gives them.</param>
    public bool IsIn(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var goal = 1UL << _slots.Length;
        var state = 0UL;
        for (var at = 0; at < words.Count; at++)
        {
            state = Step(Skipped(state | 1), words[at]); // bit i: the slots before i are met; all starts run at once
            if ((Skipped(state) & goal) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a text, a boundary in place of every stretch where it stands.</summary>
    /// <param name="words">As <see cref="WordsOf"/> gives them.</param>
    public IReadOnlyList<string> BlankedIn(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (!IsIn(words))
        {
            return words;
        }

        var left = words.ToArray();
        for (var start = 0; start < left.Length; start++)
        {
            var end = EndAt(left, start);
            if (end > start)
            {
                Array.Fill(left, Boundary, start, end - start);
            }
        }

        return left;
    }

    public override string ToString() => _written;

    private int EndAt(string[] words, int start)
    {
        var goal = 1UL << _slots.Length;
        var state = 1UL;
        for (var at = start; at < words.Length && state != 0; at++)
        {
            state = Step(Skipped(state), words[at]);
            if ((Skipped(state) & goal) != 0)
            {
                return at + 1;
            }
        }

        return -1;
    }

    private ulong Step(ulong state, string word)
    {
        var next = 0UL;
        for (; state != 0; state &= state - 1)
        {
            var i = BitOperations.TrailingZeroCount(state);
            if (i < _slots.Length && _slots[i].Takes(word))
            {
                next |= 1UL << (i + 1);
            }
        }

        return next;
    }

    private ulong Skipped(ulong state)
    {
        for (var optional = _optional; optional != 0; optional &= optional - 1)
        {
            var bit = optional & (~optional + 1);
            state |= (state & bit) << 1;
        }

        return state;
    }

    private static string Plain(string choice)
    {
        var words = WordsOf(choice);
        return words.Count == 0 ? "" : string.Join(' ', words) + (choice.EndsWith('*') ? "*" : "");
    }

    private sealed record Slot(HashSet<string> Words, string[] Beginnings, bool Optional, bool Any = false)
    {
        public static readonly Slot Gap = new([], [], true, true);

        public bool Takes(string word) => word != Boundary && (Any || Words.Contains(word) || Array.Exists(Beginnings, b => word.StartsWith(b, StringComparison.Ordinal)));
    }
}
