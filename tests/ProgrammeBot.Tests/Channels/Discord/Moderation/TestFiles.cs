using System.Text;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>The plainest of file formats: a line an entry, <c>id|title|answer</c>; a line without two bars is a fault.</summary>
internal sealed class TestFiles : IFaqFiles
{
    /// <summary>What the next download brings; null is nothing.</summary>
    public byte[]? Attached { get; set; }

    public List<string> Downloaded { get; } = [];

    public Task<byte[]?> DownloadAsync(Attachment attachment, int max, CancellationToken cancellationToken)
    {
        Downloaded.Add(attachment.Url);
        return Task.FromResult(Attached);
    }

    public FaqFileRead Read(string name, ReadOnlyMemory<byte> content)
    {
        var lines = Encoding.UTF8.GetString(content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('|')).ToList();
        var faults = lines.Select((l, i) => (Parts: l.Length, Line: i + 1)).Where(l => l.Parts != 3).Select(l => $"{name}, line {l.Line}: three parts are wanted").ToList();
        return new FaqFileRead(
            faults.Count > 0 ? [] : [.. lines.Select(l => new FaqImportedEntry(new FaqId(l[0]), new FaqContent { Title = l[1], Answer = l[2], Status = FaqStatus.Live }))],
            faults,
            []);
    }

    public byte[] Write(IReadOnlyList<FaqEntry> entries, string format) =>
        Encoding.UTF8.GetBytes(string.Concat(entries.Select(e => $"{e.Id}|{e.Content.Title}|{e.Content.Answer}\n")));
}
