namespace ProgrammeBot.Channels.Wording;

/// <summary>One kind of wording in every language there is.</summary>
/// <param name="all">Each language once, the one to fall back to first.</param>
/// <param name="languageOf">The language of each: 'en', 'de'.</param>
public sealed class Wordings<T>(IReadOnlyList<T> all, Func<T, string> languageOf)
    where T : class
{
    public IReadOnlyList<T> All => all;

    /// <summary>The wording for the first of these languages that there is one for ('de', 'de-AT', 'en-GB'); the first of all where there is none.</summary>
    /// <param name="languages">In order of preference. Null and unknown ones are passed over.</param>
    public T For(params ReadOnlySpan<string?> languages) => Languages.First(languages, all, languageOf);
}
