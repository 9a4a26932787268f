using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Intents;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>What <c>/ask</c> suggests while somebody types: titles of FAQ entries that answer, and questions that documents answer themselves.</summary>
internal sealed class AskSuggestions(DiscordServices services)
{
    private volatile Tuple<FaqBook, Suggestions>? _made;

    public IReadOnlyList<CommandChoice> For(string? typed)
    {
        // Made anew only when the entries changed: this is asked at every key.
        var book = services.Faq.Current;
        var made = _made;
        if (made is null || !ReferenceEquals(made.Item1, book))
        {
            var titles = book.Items.Where(i => i.Answers).Select(i => i.Content.Title);
            _made = made = Tuple.Create(book, new Suggestions(titles.Concat(services.Suggestions()).Select(Suggestion.OfQuestion)));
        }

        return made.Item2.For(typed);
    }
}
