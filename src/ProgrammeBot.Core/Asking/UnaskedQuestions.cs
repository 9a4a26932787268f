using System.Text.RegularExpressions;
using ProgrammeBot.Answering;

namespace ProgrammeBot.Asking;

/// <summary>Questions that were put to nobody in particular, in places where the bot may answer them: what is one, and what is worth saying to it.</summary>
public static partial class UnaskedQuestions
{
    /// <summary>Whether a message that was written to nobody asks something.</summary>
    public static bool LooksLikeQuestion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Count(char.IsLetter) >= 5 && (Asking().IsMatch(text) || text.Contains('?') && text.Contains(' '));
    }

    /// <summary>Only what is sure, or what honestly points on.</summary>
    public static bool IsWorthSaying(Reply reply) => reply switch
    {
        Answer answer => answer.Confidence >= Confidence.Medium,
        Clarify => true,
        Abstain abstain => abstain.IsPrivate || abstain.Faq is not null || abstain.Contact is not null,
        _ => false,
    };

    [GeneratedRegex(@"^\W*((hi|hello|hey|so|ok|and|but|also|please|anyone know|does anyone know|quick question|question)\W+)*(what|which|who|whom|whose|when|where|why|how|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|has|have|had|any idea|anybody know|anyone know)\b.*\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
