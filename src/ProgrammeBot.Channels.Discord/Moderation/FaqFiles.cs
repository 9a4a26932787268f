using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary><c>/faq import</c> and <c>/faq export</c>: entries as files.</summary>
internal sealed class FaqFiles(DiscordServices services)
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxMegabytes = 4;

    private const int MaxBytes = MaxMegabytes * 1024 * 1024;
    private const int Named = 8;
    private const int LineRoom = 160;
    private const string Yaml = "yaml";

    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    /// <summary>Whether an address is one of Discord's own: whoever sends an interaction does not choose whom we call.</summary>
    public static bool IsDiscords(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { IsDefaultPort: true, UserInfo.Length: 0 } && uri.Scheme == Uri.UriSchemeHttps && Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);

    public async Task ImportAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        var words = here.Wording.ForModerators;
        var file = Snowflake.TryParse(session.Text(CommandNames.File), out var id) ? session.Data.Resolved?.Attachments?.GetValueOrDefault(id) : null;
        var fault = services.FaqFiles is null || services.Imports is null ? words.FilesNotHere
            : file is null ? words.FileNotThere
            : file.Size is < 0 or > MaxBytes ? SharedWording.Filled(words.FileTooLarge, Parts.Number(MaxMegabytes))
            : !IsDiscords(file.Url) ? words.FileNotOurs
            : null;
        if (fault is not null)
        {
            await session.TellAsync(fault, cancellationToken);
            return;
        }

        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var said = await services.Download(file!, MaxBytes, cancellationToken) is { } content // there is one, or there were a fault
            ? content.Length > MaxBytes ? SharedWording.Filled(words.FileTooLarge, Parts.Number(MaxMegabytes))
            : await TakeAsync(services.FaqFiles!, services.Imports!, file!.Filename, content, session, here, cancellationToken)
            : words.FileNotRead;
        await session.EditAsync(Notices.Private(said), cancellationToken);
    }

    public async Task ExportAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        if (services.FaqFiles is not { } files)
        {
            await session.TellAsync(here.Wording.ForModerators.FilesNotHere, cancellationToken);
            return;
        }

        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var format = session.Text(CommandNames.Format) is "csv" ? "csv" : Yaml;
        var entries = await services.Desk.ListAsync(null, cancellationToken);
        var content = files.Write(entries, format);
        await session.EditAsync(Notices.Private(SharedWording.Filled(here.Wording.ForModerators.FileExported, Parts.Number(entries.Count))), cancellationToken);
        var name = $"faq-{services.Time.GetUtcNow():yyyy-MM-dd}.{format}";
        await services.Calls.FollowUpAsync(session.Interaction, new OutgoingMessage { Flags = MessageFlags.Ephemeral }, new OutgoingFile(name, content), cancellationToken);
    }

    private async Task<string> TakeAsync(IFaqFiles files, FaqImportDesk imports, string name, byte[] content, InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        var words = here.Wording.ForModerators;
        var read = files.Read(Path.GetFileName(name), content);
        if (read.Faults.Count > 0)
        {
            return Listed(words.FileWrong, read.Faults, here.Wording);
        }

        var note = StoredText.CleanLine($"from {Path.GetFileName(name)}");
        var by = Roles.ModeratorOf(session.Invoker, here);
        var plan = await imports.UpdateAsync(read.Entries, by, note[..TextCut.AtWhole(note, FaqEdit.MaxNoteLength)], new Dictionary<FaqId, int>(), cancellationToken);
        if (plan.Faults.Count > 0)
        {
            return Listed(words.FileWrong, plan.Faults, here.Wording);
        }

        var unchanged = plan.Count(ImportFate.Unchanged) + plan.Count(ImportFate.Edited);
        var said = SharedWording.Filled(words.FileImported, Parts.Number(plan.Count(ImportFate.Added)), Parts.Number(plan.Count(ImportFate.Changed)), Parts.Number(unchanged));
        IReadOnlyList<string> kept = [.. plan.Items.Where(i => i.Fate == ImportFate.Conflict).Select(i => i.Id.ToString())];
        said = kept.Count == 0 ? said : $"{said}\n{Listed(words.FileConflicts, kept, here.Wording)}";
        var unseen = read.Entries.Where(e => e.Content.Scope is { } scope && services.Scopes.Find(scope) is null)
            .Select(e => $"{e.Id}: {SharedWording.Filled(here.Wording.Shared.FaqScopeUnknown, e.Content.Scope!)}"); // those without were left out
        List<string> warnings = [.. read.Warnings, .. unseen];
        return warnings.Count == 0 ? said : $"{said}\n{Listed(words.FileWarnings, warnings, here.Wording)}";
    }

    private static string Listed(string head, IReadOnlyList<string> lines, DiscordWording wording)
    {
        var shown = lines.Take(Named).Select(l => $"- {DiscordText.EscapeLine(l, LineRoom)}");
        var more = lines.Count > Named ? $"\n{SharedWording.Filled(wording.Shared.FaqMore, Parts.Number(lines.Count - Named))}" : "";
        return $"{head}\n{string.Join('\n', shown)}{more}";
    }
}
