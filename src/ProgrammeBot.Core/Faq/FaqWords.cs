using System.Globalization;
using System.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>What people type for statuses, days and names of entries.</summary>
public static class FaqWords
{
    private const int SlugLength = 60;

    /// <summary>The status that is called so, in either case; null where none is.</summary>
    public static FaqStatus? StatusNamed(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Trim().ToLowerInvariant() switch
        {
            "draft" => FaqStatus.Draft,
            "review" => FaqStatus.Review,
            "live" => FaqStatus.Live,
            "retired" => FaqStatus.Retired,
            _ => null,
        };
    }

    public static string Of(FaqStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>A day written as 2025-09-30; null where it is none.</summary>
    public static DateOnly? DayOf(string word) =>
        DateOnly.TryParseExact(word?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A slug of a question that none of these has yet; it is added to them.</summary>
    public static FaqId FreshId(string question, ISet<FaqId> taken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(taken);
        var slug = new StringBuilder();
        foreach (var c in question.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && c is not ('\'' or '’'))
            {
                slug.Append('-');
            }
        }

        var name = slug.Length == 0 ? "entry" : slug.ToString(0, Math.Min(slug.Length, SlugLength)).Trim('-');
        var id = new FaqId(name);
        for (var number = 2; !taken.Add(id); number++)
        {
            id = new FaqId(string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
        }

        return id;
    }
}
