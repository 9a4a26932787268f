using ProgrammeBot.Answering;
using ProgrammeBot.App.Contract;
using ProgrammeBot.Channels;

namespace ProgrammeBot.App.Channels;

/// <summary>A conversation between one person and the bot: a line is a question, its number chooses a choice, an empty input ends it.</summary>
internal sealed class ConsoleChannel(TextReader input, TextWriter output, SourceLinks links, bool prompt)
{
    /// <summary>Earlier turns a follow-up may lean on.</summary>
    private const int Remembered = 6;

    public async Task RunAsync(IAnswerer answerer, string? scope, CancellationToken cancellationToken)
    {
        if (prompt)
        {
            await output.WriteLineAsync("Ask a question about the programmes. An empty line ends.".AsMemory(), cancellationToken);
        }

        var turns = new Queue<string>();
        IReadOnlyList<string> choices = [];
        while (true)
        {
            if (prompt)
            {
                await output.WriteAsync("\n> ".AsMemory(), cancellationToken);
                await output.FlushAsync(cancellationToken);
            }

            var line = await input.ReadLineAsync(cancellationToken);
            if (string.IsNullOrWhiteSpace(line))
            {
                return;
            }

            var text = int.TryParse(line, out var number) && number >= 1 && number <= choices.Count ? choices[number - 1] : line;
            var answered = answerer.Answer(new Question(text) { Scope = scope, EarlierTurns = [.. turns] }, cancellationToken);
            choices = answered.Reply switch { Clarify c => c.Choices, Answer a => a.Choices, _ => [] };
            turns.Enqueue(text);
            while (turns.Count > Remembered)
            {
                turns.Dequeue();
            }

            if (!prompt && turns.Count > 1)
            {
                await output.WriteLineAsync();
            }

            await output.WriteLineAsync(ConsoleRendering.Of(answered.Reply, links).AsMemory(), cancellationToken);
        }
    }
}
