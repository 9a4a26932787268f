using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgrammeBot.App.Wording;

/// <summary>Writes texts as <c>wording.yaml</c> holds them: each in quotes on one line, so that nothing in a text is taken for YAML.</summary>
internal static class WordingFileWriter
{
    // A JSON string in which every letter stands for itself is a quoted YAML scalar.
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, WordingBooks books, IEnumerable<string> languages)
    {
        output.WriteLine("# What the bot says in its own words. Keep what you change, and leave out the rest: it is then said in our words.");
        output.WriteLine("# {0}, {1} stand for what is filled in; each must stay. A start names what is wrong, with its line.");
        foreach (var language in languages)
        {
            output.WriteLine($"{language}:");
            foreach (var (part, texts) in books.Of(language))
            {
                output.WriteLine($"  {part}:");
                foreach (var (key, text) in texts)
                {
                    output.WriteLine($"    {key}: {JsonSerializer.Serialize(text, Plainly)}");
                }
            }
        }
    }
}
