using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>The message menu's 'Wrong answer': corrects or withdraws a reply where it stands, and keeps what must not be answered so again.</summary>
internal sealed class WrongAnswers(DiscordServices services, DiscordPlaces places, QuestionBehind behind, AskedBefore before, Corrections corrections, AskerNews news, FaqReport report) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        var form = CustomId.Read(session.Data.CustomId);
        var isCommand = session.Interaction.Type == InteractionType.Command && session.Data.Name == CommandNames.WrongAnswer;
        if (!isCommand && (session.Interaction.Type != InteractionType.ModalSubmit || form.Kind != ComponentKind.CorrectionForm))
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        if (!Roles.IsModerator(session.Interaction.Member, here))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
        }
        else if (isCommand)
        {
            await OpenAsync(session, here, cancellationToken);
        }
        else
        {
            await TakeAsync(session, form, here, cancellationToken);
        }

        return true;
    }

    private async Task OpenAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        if (session.Target is not { Author: { } author } target || author.Id != services.Self())
        {
            await session.TellAsync(here.Wording.Shared.NotMyReply, cancellationToken);
        }
        else if (await behind.AnswerOfAsync(target, here, cancellationToken) is not { } answer)
        {
            await session.TellAsync(here.Wording.Shared.ReplyUnknown, cancellationToken);
        }
        else
        {
            await session.RespondAsync(new Forms(here.Wording).Correction(answer), cancellationToken);
        }
    }

    private async Task TakeAsync(InteractionSession session, CustomId form, Here here, CancellationToken cancellationToken)
    {
        var words = here.Wording.ForModerators;
        var fields = FormFields.Of(session.Data);
        var (isFix, isCorrection, right, why) = (fields[FormFields.Kind] == Forms.Fix, fields[FormFields.Kind] is Forms.Correct or Forms.Fix, fields[FormFields.Answer], StoredText.Clean(fields[FormFields.Words]));
        if (!AnswerId.TryParse(form.Subject, out var answer) || (!isCorrection && fields[FormFields.Kind] != Forms.Withdraw))
        {
            await session.TellAsync(here.Wording.ButtonTooOld, cancellationToken);
            return;
        }

        if (isCorrection && right.Length == 0)
        {
            await session.SayAsync(FaqReport.WithWritten(here.Wording.Shared.CorrectionNeedsAnswer, why, here.Wording), cancellationToken);
            return;
        }

        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var (record, references) = await KnownAsync(answer, here, cancellationToken);
        if (references.Count == 0)
        {
            await session.EditAsync(FaqReport.WithWritten(here.Wording.Shared.ReplyUnknown, right, here.Wording), cancellationToken);
            return;
        }

        var replies = await corrections.FindAsync(answer, cancellationToken);
        var asked = await before.FindAsync(answer, replies.Count > 0 ? replies[0].Message : null, replies.Count > 0 ? replies[0].Here : here, cancellationToken);
        await VoteAsync(answer, why, cancellationToken);
        // An entry that is mended is the one to answer: it is not rejected.
        var rejected = isFix && record?.Faq is not null ? null : await RejectAsync(record, asked.Question, session, here, cancellationToken);
        var changed = isCorrection ? await corrections.CorrectAsync(replies, right, why, cancellationToken) : await corrections.WithdrawAsync(replies, why, cancellationToken);
        List<string> said = [changed == 0 ? here.Wording.Shared.ReplyGone : isCorrection ? here.Wording.Shared.ReplyCorrected : here.Wording.Shared.ReplyWithdrawn, .. rejected is null ? Array.Empty<string>() : [rejected]];
        if (isCorrection && references.FirstOrDefault(r => r.Asker is not null) is { } theirs)
        {
            said.Add(await TellAsync(theirs, asked.Question ?? "", right, replies, cancellationToken) is Told.Directly or Told.ByMention ? here.Wording.Shared.AskerTold : here.Wording.Shared.AskerNotTold);
        }

        var told = string.Join('\n', said);
        await session.EditAsync(
            isFix ? report.Of(await FixAsync(answer, asked.Question, right, session, here, cancellationToken), here.Wording, right, told) : Notices.Private(told), cancellationToken);
    }

    /// <summary>Puts the right answer into the entry that gave the wrong one, or into a new one.</summary>
    private async Task<GatedEdit> FixAsync(AnswerId answer, string? question, string right, InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        const string Note = "a wrong reply put right";
        var by = Roles.ModeratorOf(session.Invoker, here);
        if (await new ReplyFixes(services.Store, services.Quote).OfAsync(answer, question, by, cancellationToken) is { Entry: { } entry } fix)
        {
            // Sources that the new words do not point at prove nothing of them.
            IReadOnlyList<FaqCitation> kept = right.Contains("[1]", StringComparison.Ordinal) ? fix.Draft.Citations ?? [] : [];
            return await services.Edits.EditAsync(entry.Id, entry.Revision, fix.Draft with { Answer = right, Citations = kept }, by, Note, null, cancellationToken);
        }

        var draft = MessageDraft.Of(question ?? "", right) with { Scope = here.Scope is { } scope && services.Scopes.Find(scope) is not null ? scope : "" };
        return await services.Edits.AddAsync(draft, by, Note, null, cancellationToken);
    }

    /// <summary>From what the reply was made, and where it stands in this guild: a form can be forged for another's.</summary>
    private async Task<(AnswerRecord? Record, IReadOnlyList<ReplyReference> References)> KnownAsync(AnswerId answer, Here here, CancellationToken cancellationToken)
    {
        await using var unit = await services.Store.ReadAsync(cancellationToken);
        var references = await unit.ReplyReferences.OfAsync(answer, cancellationToken);
        return (await unit.Answers.FindAsync(answer, cancellationToken), [.. references.Where(r => here.Guild is { } guild && r.Place.IsUnder(DiscordPlaces.GuildPlace(guild)))]);
    }

    private async Task VoteAsync(AnswerId answer, string why, CancellationToken cancellationToken)
    {
        var kept = why[..TextCut.AtWhole(why, Feedback.MaxWordsLength)];
        await using var unit = await services.Store.WriteAsync(cancellationToken);
        await unit.Feedback.SaveAsync(new Feedback(services.Ids.NextFeedback(), answer, Vote.NotHelpful, services.Time.GetUtcNow(), FeedbackReason.Wrong, kept), cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>Keeps what must not answer this question: the entry, or else the passages. What the moderator is told of it.</summary>
    private async Task<string> RejectAsync(AnswerRecord? record, string? question, InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        var words = here.Wording.ForModerators;
        if (string.IsNullOrWhiteSpace(question) || record is null)
        {
            return here.Wording.Shared.NotRejected;
        }

        var asked = VisibleText.Line(question);
        asked = asked[..TextCut.AtWord(asked, FaqContent.MaxPhrasingLength)];
        var author = new FaqAuthor(DiscordPlaces.Person(session.Invoker));
        if (record.Faq is { } from)
        {
            return await services.Desk.RejectAsync(from.Id, asked, author, cancellationToken) is FaqOutcome.Rejected
                ? SharedWording.Filled(words.EntryRejected, from.Id.ToString())
                : here.Wording.Shared.NotRejected;
        }

        var kept = 0;
        foreach (var passage in record.Passages)
        {
            kept += await services.Desk.RejectAsync(passage, asked, author, cancellationToken) is FaqOutcome.Rejected ? 1 : 0;
        }

        return kept > 0 ? here.Wording.Shared.PassagesRejected : here.Wording.Shared.NotRejected;
    }

    private async Task<Told> TellAsync(ReplyReference theirs, string question, string right, IReadOnlyList<StandingReply> replies, CancellationToken cancellationToken)
    {
        var there = await places.HereAsync(theirs.Place, cancellationToken);
        var link = replies is [{ Message: var shown, Here.Guild: { } guild }, ..] ? new MessageAddress(shown.ChannelId, shown.Id).LinkIn(guild) : null;
        var notices = new Notices(there.Wording);
        var title = there.Wording.Shared.YourAnswerWasCorrected;
        return await news.TellAsync(
            theirs.Asker,
            notices.Answered(question, right, link, title: title),
            person => notices.Answered(question, right, link, person, title: title),
            there.Channel,
            services.Ids.Next().ToString()[^23..],
            cancellationToken);
    }
}
