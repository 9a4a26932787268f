using System.Text.Encodings.Web;
using System.Text.Json;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary>An entry as <c>faq … --json</c> prints it.</summary>
internal static class FaqEntryContract
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object Of(FaqEntry entry) => Of(entry, []);

    /// <param name="entry">The entry.</param>
    /// <param name="flags">What there is to know of it as things stand.</param>
    public static object Of(FaqEntry entry, IReadOnlyList<FaqHint> flags) => new
    {
        id = entry.Id.ToString(),
        title = entry.Content.Title,
        phrasings = entry.Content.Phrasings,
        answer = entry.Content.Answer,
        citations = entry.Content.Citations.Select(c => new { document = c.Cited.DocumentId, section = c.Section, quote = c.Quote }),
        scope = entry.Content.Scope,
        tags = entry.Content.Tags,
        owner = entry.Content.OwnerRole,
        valid_from = entry.Content.Valid.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        valid_until = entry.Content.Valid.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        follow_ups = entry.Content.FollowUps.Select(f => new { entry = f.Entry.ToString(), label = f.Label }),
        status = FaqWords.Of(entry.Content.Status),
        revision = entry.Revision,
        live_revision = entry.LiveRevision,
        flags = flags.Select(f => f.ToString()),
        updated_by = entry.UpdatedBy,
        updated_at = entry.UpdatedAt,
    };

    public static object Of(FaqRevision revision) => new { note = revision.Note, entry = Of(revision.Entry) };

    public static string Json(object value) => JsonSerializer.Serialize(value, Readable);
}
