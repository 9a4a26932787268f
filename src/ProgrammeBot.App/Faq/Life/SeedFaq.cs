using System.Security.Cryptography;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq.Life;

/// <summary>The starter FAQ of a store that has entries already: it may have moved on since it was brought in, which is told and never done by itself.</summary>
internal static class SeedFaq
{
    private const string Mark = "seeds:faq";
    private const int Named = 10;

    /// <summary>Looks at the file. Null where there is nothing new in it, or it cannot be read as a whole.</summary>
    public static async Task<FaqImportPlan?> LookAsync(FaqImportDesk desk, string path, CancellationToken cancellationToken)
    {
        var file = FaqFile.Read(path);
        if (file.Entries.Count == 0 || file.Problems.Any(p => p.Severity != ProblemSeverity.Warning))
        {
            return null;
        }

        var plan = await desk.PreviewAsync([.. file.Entries.Select(FaqImport.Brought)], cancellationToken);
        return plan.HasNews || plan.Count(ImportFate.Conflict) > 0 ? plan : null;
    }

    /// <summary>Tells of it, and keeps a notice the first time it is seen so.</summary>
    public static async Task TellAsync(IStore store, FaqImportDesk desk, string path, TimeProvider time, Action<string> tell, CancellationToken cancellationToken)
    {
        if (await LookAsync(desk, path, cancellationToken) is not { } plan)
        {
            return;
        }

        var name = Path.GetFileName(path);
        tell($"{path} has moved on since it was brought in: {plan.Summary}. 'programmebot faq import {name} --preview' shows the difference, '--update' takes what nobody changed here.");
        List<FaqImportItem> news = [.. plan.Items.Where(i => i.Fate is ImportFate.Added or ImportFate.Changed or ImportFate.Conflict)];
        var seen = $"{SourceHash(await File.ReadAllBytesAsync(path, cancellationToken))} {plan.Summary}";
        await using var unit = await store.WriteAsync(cancellationToken);
        if (await unit.Marks.FindAsync(Mark, cancellationToken) == seen)
        {
            return;
        }

        await unit.Marks.SetAsync(Mark, seen, cancellationToken);
        await NoticeBoard.AddAsync(unit, new Notice(NoticeKind.SeedsMoved, time.GetUtcNow(), $"{name} has moved on since it was brought in: {plan.Summary}")
        {
            Lines = [.. news.Take(Named).Select(i => $"{i.Fate.ToString().ToLowerInvariant()}: {i.Content.Title} ({i.Id})"), .. news.Count > Named ? new[] { $"and {news.Count - Named} more" } : []],
            Subjects = [.. news.Take(Named).Select(i => i.Id.ToString())],
        }, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private static string SourceHash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
