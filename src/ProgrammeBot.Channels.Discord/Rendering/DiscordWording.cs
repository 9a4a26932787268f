using System.ComponentModel.DataAnnotations;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>All that the bot says in Discord in its own words, in one language. What documents, moderators and askers say is never translated.</summary>
/// <remarks>
/// A language lacks nothing, or it does not compile. A length beside a text is Discord's limit for its place. <c>{0}</c>, <c>{1}</c> stand for what
/// <see cref="SharedWording.Filled"/> puts in, already escaped where it needs to be. Texts without a length stand in messages and may use Discord's formatting.
/// </remarks>
public sealed partial record DiscordWording
{
    /// <summary>BCP 47, as Discord names it: <c>en</c>, <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What is said on every platform.</summary>
    public required SharedWording Shared { get; init; }

    /// <summary>What moderators are told.</summary>
    public required ModeratorWording ForModerators { get; init; }

    // To whoever asks, presses or reports
    public required string NoModerators { get; init; }
    public required string ButtonTooOld { get; init; }
    public required string AnswerGone { get; init; }
    public required string NotAllowed { get; init; }
    public required string NotYours { get; init; }
    public required string MissingPermission { get; init; }
    public required string PrivatelyByCommand { get; init; }
    public required string ProgrammeSet { get; init; }
    public required string Privacy { get; init; }
    public required string AskHow { get; init; }

    // What is set up
    [MaxLength(60)] public required string SetupWholeServer { get; init; }
    [MaxLength(60)] public required string SetupAnswers { get; init; }
    [MaxLength(60)] public required string SetupAskChannel { get; init; }
    [MaxLength(60)] public required string SetupForum { get; init; }
    [MaxLength(60)] public required string SetupStaff { get; init; }
    [MaxLength(300)] public required string SetupNeedsContent { get; init; }

    /// <summary>Our own words; an operator's file may have others.</summary>
    public static Wordings<DiscordWording> BuiltIn { get; } = new([InEnglish(), InGerman()], w => w.Language);

    /// <summary>Every language of our own, the one to fall back to first.</summary>
    public static IReadOnlyList<DiscordWording> All => BuiltIn.All;

    public static DiscordWording English => All[0];

    /// <inheritdoc cref="Wordings{T}.For"/>
    public static DiscordWording For(params ReadOnlySpan<string?> languages) => BuiltIn.For(languages);
}
