using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Comparing;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary>Differences, gates, impacts and plans as <c>--json</c> prints them.</summary>
internal static class LifeContract
{
    public static string Json(object value) => FaqEntryContract.Json(value);

    public static object Of(FaqId id, int from, int to, FaqDiff diff) => new { id = id.ToString(), from, to, fields = Of(diff) };

    public static object Of(FaqDiff diff) => diff.Fields.Select(f => new
    {
        field = f.Field,
        list = f.IsList,
        spans = f.Change.Spans.Select(s => new { kind = Word(s.Kind), text = s.Text }),
    });

    public static object Of(GateReport report) => new
    {
        summary = report.Summary,
        tried = Counts(report.Tried),
        left_out = Counts(report.LeftOut),
        broken = report.Broken.Count(),
        mended = report.Mended.Count(),
        changes = report.Changes.Select(c => new
        {
            origin = Word(c.Question.Origin),
            from = c.Question.From,
            question = c.Question.Text,
            scope = c.Question.Scope,
            before = Of(c.Before),
            after = Of(c.After),
            breaks = c.Breaks,
            mends = c.Mends,
        }),
        like = report.Like.Select(l => new { entry = l.Item.Id, title = l.Item.Content.Title, score = Math.Round(l.Score, 4), asked = l.Asked }),
        faults = report.Faults,
        elapsed_ms = Math.Round(report.Duration.TotalMilliseconds, 1),
    };

    public static object Of(ImpactReport report) => new
    {
        summary = report.Summary,
        documents = report.Documents.Select(d => new { document = d.Document, fate = Word(d.Fate) }),
        entries = report.Entries.Select(e => new
        {
            id = e.Entry.Id.ToString(),
            title = e.Entry.Content.Title,
            status = FaqWords.Of(e.Entry.Content.Status),
            live = e.IsLive,
            unserved = e.IsUnserved,
            owner = e.Entry.Content.OwnerRole,
            citations = e.Citations.Select(c => new { quote = c.Citation.Quote, before = c.Before?.ToString(), now = c.Now?.ToString() }),
        }),
        tests = report.Tests.Select(t => new { from = t.From, question = t.Text }),
        answers = report.Answers.Select(a => a.Id.ToString()),
    };

    public static object Of(FaqImportPlan plan) => new
    {
        summary = plan.Summary,
        items = plan.Items.Where(i => i.Fate != ImportFate.Unchanged).Select(i => new
        {
            id = i.Id.ToString(),
            fate = Word(i.Fate),
            changes = Of(i.Diff),
            theirs = i.Theirs is { } theirs ? Of(theirs) : null,
        }),
        faults = plan.Faults,
    };

    private static object Of(GateAnswer answer) => new { kind = Word(answer.Kind), text = answer.Text, entry = answer.Entry, passages = answer.Passages, failed = answer.Failed };

    private static Dictionary<string, int> Counts(IReadOnlyDictionary<GateOrigin, int> counts) => counts.OrderBy(c => c.Key).ToDictionary(c => Word(c.Key), c => c.Value, StringComparer.Ordinal);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
