namespace ProgrammeBot.Channels.Wording;

/// <summary>Chooses among the languages that something is written in.</summary>
public static class Languages
{
    /// <summary>What is written in the first of these languages that there is ('de', 'de-AT', 'en-GB'); the first of all where there is none.</summary>
    /// <param name="languages">In order of preference. Null and unknown ones are passed over.</param>
    /// <param name="all">What there is, the one to fall back to first.</param>
    /// <param name="languageOf">The language of each, such as 'de'.</param>
    public static T First<T>(ReadOnlySpan<string?> languages, IReadOnlyList<T> all, Func<T, string> languageOf)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(languageOf);
        foreach (var language in languages)
        {
            var main = language?.Split('-', 2)[0];
            foreach (var one in all)
            {
                if (main is not null && languageOf(one).Equals(main, StringComparison.OrdinalIgnoreCase))
                {
                    return one;
                }
            }
        }

        return all[0];
    }
}
