using System.Globalization;
using System.Text;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Makes any input plain text: control characters, markup and broken characters gone, white space folded. Blank or over-long input is answered with help.</summary>
internal sealed class CleanText : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        if (question.Asked.Text.Length > Question.MaxLength)
        {
            return question.Replying("clean", new SmallTalk(SharedWording.Filled(question.Says.TooLong, Question.MaxLength.ToString("N0", CultureInfo.InvariantCulture))), $"{question.Asked.Text.Length} characters: too long to search");
        }

        var text = Clean(question.Asked.Text);
        return text.Length == 0 || !text.Any(char.IsLetterOrDigit)
            ? question.Replying("clean", new SmallTalk(question.Says.Empty), "no words in it")
            : (question with { Text = text }).Noting("clean", text);
    }

    public static string Clean(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate comes out as U+FFFD; format characters could turn the reading direction.
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value == 0xFFFD)
            {
                plain.Append(' ');
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                plain.Append(rune.ToString());
            }
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
