using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Teaching by reply: a moderator replies to somebody's question, mentions us, and says what the FAQ shall answer: <c>@bot faq: By bus 7.</c></summary>
internal sealed partial class Teaching(DiscordServices services, QuestionBehind behind, FaqReport report)
{
    /// <summary>Takes the message as an entry if it is one. Whether it was; of anybody else it is a question like others.</summary>
    /// <param name="message">The message, which mentions us.</param>
    /// <param name="words">Its words without our name.</param>
    /// <param name="here">Where.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> TaughtAsync(Message message, string words, Here here, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.MessageReference?.MessageId is null || !Roles.IsModerator(message.Member, here) || Lesson().Match(words) is not { Success: true, Groups: [_, { Value: var answer }, ..] })
        {
            return false;
        }

        var said = await behind.FindAsync(message, here, cancellationToken) is { } question
            ? report.Of(await AddAsync(message, question, answer, here, cancellationToken), here.Wording)
            : Notices.Private(here.Wording.ForModerators.QuestionNotRead);
        await services.Calls.SendAsync(
            message.ChannelId,
            said with { Flags = null, MessageReference = new MessageReference { MessageId = message.Id, FailIfNotExists = false }, Nonce = $"f{message.Id}", EnforceNonce = true },
            cancellationToken);
        return true;
    }

    private Task<GatedEdit> AddAsync(Message message, string question, string answer, Here here, CancellationToken cancellationToken) => services.Edits.AddAsync(
        MessageDraft.Of(question, answer) with { Scope = here.Scope is { } scope && services.Scopes.Find(scope) is not null ? scope : "" },
        Roles.ModeratorOf(message.Author!.Id, here), // only a person's message is looked at
        "taught by a reply",
        null,
        cancellationToken);

    [GeneratedRegex(@"^\W*(?:faq|learn|teach|lerne?|merke?(?:\s+dir)?)\b[\s:,;.–—-]*(\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Lesson();
}
