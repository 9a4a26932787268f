using System.Text.Json;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Hosting;

/// <summary>The whole program, encoder and settings files with it, asked as people ask.</summary>
public sealed class UnderstandingStoryTests : IDisposable
{
    private readonly NorthfieldFolder _folder = new();

    public UnderstandingStoryTests()
    {
        _folder.Write("seeds/contacts.yaml", """
            topics:
              - id: accommodation
                words: [accommodation, halls]
            contacts:
              - topics: [accommodation]
                name: the housing office
              - topics: []
                default: true
                name: the help desk
            """);
        _folder.Write("seeds/care.yaml", """
            kinds:
              - id: despair
                says: [i cannot go on]
                text: I am sorry that it is so hard. Please talk to your tutor today.
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_paraphrase_two_questions_a_refusal_and_distress_are_each_met_as_they_should_be()
    {
        _folder.Write("q.jsonl", """
            {"id": "paraphrase", "question": "who is in charge of the robotics masters?"}
            {"id": "two", "question": "How long does the MSc Robotics last? And what is the pass mark?"}
            {"id": "half", "question": "What is the English requirement of the MRes Optics? And is there accommodation on it?"}
            {"id": "refusal", "question": "does the MRes Optics offer accommodation?"}
            {"id": "care", "question": "hello. what is the pass mark? i cannot go on"}
            """);

        var ran = await _folder.RunAsync("batch", "--in", "q.jsonl", "--out", "r.jsonl");

        Assert.Equal(new Ran(0, "", "5 questions answered\n"), ran);
        var replies = _folder.Read("r.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToDictionary(r => r.GetProperty("id").GetString()!);
        Assert.Equal(["answer", "answer", "answer", "abstain", "abstain"], replies.Values.Select(r => r.GetProperty("kind").GetString()));

        Assert.Contains("Professor Ada Winter leads the programme. [1]", Text("paraphrase"), StringComparison.Ordinal);
        Assert.EndsWith("\nApplies to: MSc Robotics.", Text("paraphrase"), StringComparison.Ordinal);

        Assert.StartsWith("“How long does the MSc Robotics last?”\none year: The MSc Robotics lasts one year and is studied full-time. [1]", Text("two"), StringComparison.Ordinal);
        Assert.Contains("\n“what is the pass mark?”\nThe pass mark is 50%. [2]", Text("two"), StringComparison.Ordinal);

        Assert.Contains("IELTS 6.5 overall. [1]", Text("half"), StringComparison.Ordinal);
        Assert.Contains("Please ask the housing office", Text("half"), StringComparison.Ordinal);

        Assert.StartsWith("My documents do not say. Nothing in them mentions 'accommodation'.", Text("refusal"), StringComparison.Ordinal);
        Assert.EndsWith("\nPlease ask the housing office", Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("the housing office", replies["refusal"].GetProperty("contact").GetString());

        Assert.Equal("I am sorry that it is so hard. Please talk to your tutor today.", Text("care"));

        string? Text(string id) => replies[id].GetProperty("text").GetString();
    }

    private static JsonElement Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    }
}
