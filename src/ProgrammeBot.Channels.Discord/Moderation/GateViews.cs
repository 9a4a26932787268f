using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>What an edit would change, as moderators read it: each answer as it is beside what it would be.</summary>
internal static class GateViews
{
    private const int Shown = 4;
    private const int AnswerRoom = 500;

    /// <summary>The answers that nobody expects to change, the worst first.</summary>
    public static IReadOnlyList<Embed> Changes(GateReport report, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(wording);
        return
        [
            .. report.Surprises.Take(Shown).Select(change => new Embed
            {
                Title = DiscordText.Label(change.Question.Text, DiscordLimits.EmbedTitle),
                Fields = [Side(wording.Shared.GateNow, change.Before, wording), Side(wording.Shared.GateThen, change.After, wording)],
            }),
        ];
    }

    /// <summary>The button that makes it live, now that they have seen it.</summary>
    public static Component MakeLive(FaqEntry entry, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(wording);
        return Parts.Row(Parts.Button(Id(ComponentKind.FaqLive, entry), wording.Shared.MakeLive, ButtonStyle.Danger));
    }

    /// <summary>What can be done with an entry that waits; none where it does not.</summary>
    public static IReadOnlyList<Component>? Waiting(FaqEntry entry, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(wording);
        return entry.Content.Status switch
        {
            FaqStatus.Review =>
            [
                Parts.Row(
                    Parts.Button(Id(ComponentKind.FaqPublish, entry), wording.Shared.Approve, ButtonStyle.Success),
                    Parts.Button(Id(ComponentKind.FaqSendBack, entry), wording.Shared.SendBack)),
            ],
            FaqStatus.Draft => [Parts.Row(Parts.Button(Id(ComponentKind.FaqPublish, entry), wording.Shared.MakeLive, ButtonStyle.Success))],
            _ => null,
        };
    }

    private static CustomId Id(ComponentKind kind, FaqEntry entry) => new(kind, CustomId.SubjectOf(entry.Id.ToString()), Parts.Number(entry.Revision));

    private static EmbedField Side(string name, GateAnswer answer, DiscordWording wording)
    {
        var from = answer.Kind == ReplyKind.Abstain && answer.Entry is null ? wording.Shared.GateUnanswered : answer.Origin;
        return new EmbedField(DiscordText.Label($"{name}: {from}", 200), DiscordText.Within(answer.Text, AnswerRoom) is { Length: > 0 } text ? text : "–");
    }
}
