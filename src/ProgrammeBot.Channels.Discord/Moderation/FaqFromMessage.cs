using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Asking;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;
using FormDraft = ProgrammeBot.Channels.Discord.Rendering.FaqDraft;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>The message menu's 'Make FAQ from this': the form of a new entry, filled in with what the message says and what it replies to.</summary>
internal sealed class FaqFromMessage(DiscordServices services, DiscordPlaces places, GivenReplies given, QuestionBehind behind) : IInteractionHandler
{
    /// <summary>A form must be the first answer, within 3 seconds: what is not known by then is left blank.</summary>
    private static readonly TimeSpan LookingUp = TimeSpan.FromSeconds(1);

    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        if (session.Interaction.Type != InteractionType.Command || session.Data.Name != CommandNames.MakeFaq)
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        if (!Roles.IsModerator(session.Interaction.Member, here))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
        }
        else if (session.Target is not { } target)
        {
            await session.TellAsync(here.Wording.Shared.NoWords, cancellationToken);
        }
        else
        {
            var draft = await DraftAsync(target, here, cancellationToken);
            await session.RespondAsync(new Forms(here.Wording).Faq(draft.HasRoom ? draft : draft with { Sources = [] }, services.Scopes.Scopes), cancellationToken);
        }

        return true;
    }

    private async Task<FormDraft> DraftAsync(Message target, Here here, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LookingUp, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            if (target.Author?.Id == services.Self())
            {
                return await OfOursAsync(target, here, either.Token);
            }

            var text = Addressing.Question(target, services.Self());
            var question = IsQuestion(text) ? null : await behind.FindAsync(target, here, either.Token);
            return question is null ? Draft(text, "", here) : Draft(question, text, here);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Draft("", Addressing.Question(target, services.Self()), here);
        }
    }

    private async Task<FormDraft> OfOursAsync(Message target, Here here, CancellationToken cancellationToken)
    {
        var asked = await behind.OursAsync(target, here, cancellationToken);
        // Only an answer's passages prove it; those of a refusal are leads.
        var proof = await behind.AnswerOfAsync(target, here, cancellationToken) is { } id && given.Find(id)?.Reply is Answer answer ? answer.Citations : [];
        return Draft(asked.Question ?? "", asked.Answer, here) with { Scope = asked.Scope, Sources = [.. proof.Select(c => FaqForm.LineOf(FaqCitation.Of(c)))] };
    }

    /// <summary>A reply that asks is a question of its own, and no answer.</summary>
    private static bool IsQuestion(string text) => text.TrimEnd().EndsWith('?') && UnaskedQuestions.LooksLikeQuestion(text);

    private static FormDraft Draft(string question, string answer, Here here)
    {
        var draft = MessageDraft.Of(question, answer);
        return new FormDraft { Title = draft.Title ?? "", Phrasings = draft.Phrasings ?? [], Answer = draft.Answer ?? "", Scope = here.Scope };
    }
}
