using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Moderation;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Conversations;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>Questions that come as messages: mentions, direct messages, ask channels, forum posts.</summary>
internal sealed class MessageQuestions(DiscordServices services, DiscordPlaces places, Questions questions, SlowMode slow, ForumTags tags, Teaching teaching)
{
    /// <summary>A message older than this was delivered late: somebody may have answered it meanwhile.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    private const int LookedAt = 20;

    private readonly RecentItems<Snowflake, bool> _seen = new(20_000);

    public async Task HandleAsync(Message message, Snowflake self, CancellationToken cancellationToken)
    {
        if (message.Author is not { } author || !_seen.TryAdd(message.Id, true))
        {
            return;
        }

        var here = await places.HereAsync(message.GuildId, message.ChannelId, null, [], cancellationToken);
        var (how, question) = Addressing.Of(message, self, here);
        if (how == Addressed.No || (here.Settings.IgnoresStaff == true && how != Addressed.Yes && Roles.IsModerator(message.Member, here)))
        {
            return;
        }

        if (how == Addressed.Solved)
        {
            await tags.SolveAsync(here, cancellationToken);
            return;
        }

        if (how == Addressed.Yes && await teaching.TaughtAsync(message, question, here, cancellationToken))
        {
            return;
        }

        var isUnasked = how is Addressed.Unasked or Addressed.Post;
        if (question.Length == 0)
        {
            // Without the Message Content intent a post has no words for us; whoever mentions us waits for some.
            if (!isUnasked)
            {
                await SayAsync(message, here.Wording.AskHow, cancellationToken);
            }

            return;
        }

        if (slow.WaitFor(here.Place, DiscordPlaces.Person(author.Id)) is { } wait)
        {
            if (!isUnasked)
            {
                await SayAsync(message, SharedWording.Filled(here.Wording.Shared.SlowDown, Parts.Number((int)Math.Ceiling(wait.TotalSeconds))), cancellationToken);
            }

            return;
        }

        if (isUnasked && await IsAnsweredAlreadyAsync(message, how, cancellationToken))
        {
            return;
        }

        await questions.AnswerAsync(
            question,
            here,
            new ReplyAddress
            {
                Guild = message.GuildId,
                Channel = message.ChannelId,
                Message = message.Id,
                Asker = author.Id,
                IsUnasked = isUnasked,
                InThread = how == Addressed.Unasked,
            },
            cancellationToken);
    }

    /// <summary>Whether a person, or we, said something since. Looked up only where the message comes late: at once nobody can have.</summary>
    private async Task<bool> IsAnsweredAlreadyAsync(Message message, Addressed how, CancellationToken cancellationToken)
    {
        if (services.Time.GetUtcNow() - message.Id.At < Late)
        {
            return false;
        }

        var later = await services.Calls.GetMessagesAsync(message.ChannelId, LookedAt, cancellationToken);
        return later.Any(m => m.Id > message.Id && m.Author is { } other && other.Id != message.Author!.Id // its author was looked at before
            && (how == Addressed.Post || m.MessageReference?.MessageId == message.Id));
    }

    private Task<Message> SayAsync(Message to, string words, CancellationToken cancellationToken) => services.Calls.SendAsync(
        to.ChannelId,
        new OutgoingMessage { Content = words, MessageReference = new MessageReference { MessageId = to.Id, FailIfNotExists = false }, Nonce = $"s{to.Id}", EnforceNonce = true },
        cancellationToken);
}
