using System.Text.RegularExpressions;
using ProgrammeBot.Answering;

namespace ProgrammeBot.Channels.Text;

/// <summary>The little Markdown that operators and moderators write in words of their own, bold and lists, put back behind a platform's escaping.</summary>
/// <remarks>Only where the words are theirs: what a document or an asker wrote stays as it is.</remarks>
public static partial class OwnMarkdown
{
    /// <param name="escaped">A text in which the platform's escaping has set a backslash before every sign.</param>
    /// <param name="reply">Whose words they are; words of documents are given back as they come.</param>
    public static string In(string escaped, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(escaped);
        return IsIn(reply) ? Bold().Replace(Bullet().Replace(escaped, "- "), "**$1**") : escaped;
    }

    /// <summary>The words without it, for where nothing is formatted.</summary>
    public static string Plain(string words, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(words);
        return IsIn(reply) ? words.Replace("**", "", StringComparison.Ordinal) : words;
    }

    private static bool IsIn(Reply reply) => reply is Abstain { IsPrivate: true } or Answer { Faq: not null } or Abstain { Faq: not null };

    [GeneratedRegex(@"^\\- ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\\\*\\\*(?=[^\s\\])([^\n*]{0,300}[^\s\\*])\\\*\\\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();
}
