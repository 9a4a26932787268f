using System.Text.Json.Nodes;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

/// <summary>One of every card and dialog, in a language, of words as ordinary or as hostile as wanted.</summary>
internal sealed class SampleCards(string language, Func<string, string> words)
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);
    private static readonly AnswerId Id = Ulid.TryParse("01JCZX5E0GQ8Z4T0M9V7R3K2AB", out var ulid) ? new AnswerId(ulid) : default;

    private readonly TeamsWording _wording = TeamsWording.For(language);

    public IEnumerable<(string Name, JsonObject Card)> All()
    {
        var guide = Samples.Guide();
        var answers = new AnswerActivities(_wording, Link);
        var setup = new SetupCards(_wording);
        var tickets = new TicketCards(_wording);
        var faq = new FaqCards(_wording, by => words(by));
        var extension = new ExtensionResults(_wording, Link);
        var entry = Entry(3, "Is there a deposit?", "Yes, it is £500. [1]");
        var form = FaqForm.Of(entry.Content);

        yield return ("buttons", answers.ButtonsOf(Samples.Credits(guide), Id)!);
        yield return ("did-you-mean", answers.DidYouMean([words("What does it cost?")], Id));
        yield return ("passages", new PassageCard(_wording, Link).Of(Samples.Credits(guide).Citations, Id));
        yield return ("no-passages", new PassageCard(_wording, Link).Of([], Id));
        yield return ("greeting-team", Of(new Greetings(_wording).Of(ConversationTypes.Channel, [words("How many ECTS has it?")])));
        yield return ("greeting-group", Of(new Greetings(_wording).Of(ConversationTypes.GroupChat, [])));
        yield return ("setup-form", setup.Form(Setup()));
        yield return ("setup-empty", setup.Form(new SetupView(words("Cohort 2026"), PlaceSettings.None, PlaceSettings.Defaults)));
        yield return ("setup-personal", setup.Form(Setup() with { IsPersonal = true }));
        yield return ("setup-shown", setup.Shown(Setup(), isSaved: true));
        yield return ("ticket", tickets.Open(Ticket()));
        yield return ("ticket-answered", tickets.Ended(Ticket(), new TicketEnd(At, words("Ada"), words("Yes, until 31 March."))));
        yield return ("ticket-closed", tickets.Ended(Ticket(), new TicketEnd(At, words("Ada"), null)));
        yield return ("ticket-form", tickets.AnswerForm(Ticket(), addToFaq: true, words("Yes, un"), _wording.FaqChangedMeanwhile));
        yield return ("faq-menu", faq.Menu());
        yield return ("faq-found", faq.Menu(words("deposit"), [entry]));
        yield return ("faq-nothing-found", faq.Menu(words("deposit"), []));
        yield return ("faq-entry", faq.Entry(entry, ScopeCatalog.Empty));
        yield return ("faq-form-new", faq.Form(new FaqForm(), Scopes()));
        yield return ("faq-form", faq.Form(form, Scopes(), entry.Id, entry.Revision, [words("Answer: at most 8000")]));
        yield return ("faq-preview", faq.Preview(form.Answer, form, Scopes(), entry.Id, entry.Revision, [words("words not found")]));
        yield return ("faq-conflict", faq.Conflict(entry, form with { Answer = words("What I wrote.") }, Scopes()));
        yield return ("faq-saved", faq.Saved(entry, null, [words("words not found")], [words("Must I pay a deposit?")]));
        yield return ("faq-history", faq.History(entry, [new FaqRevision(entry, words("amount")), new FaqRevision(Entry(2, "Deposit?", "Yes."), "")]));
        yield return ("faq-retire", faq.RetireConfirm(entry));
        yield return ("faq-review", faq.Entry(entry with { Content = entry.Content with { Status = FaqStatus.Review } }, ScopeCatalog.Empty));
        yield return ("faq-changes", faq.Changes(entry, _wording.Shared.FaqHeld, Changes(), waits: true));
        yield return ("faq-send-back", faq.SendBack(entry, _wording.Needed));
        yield return ("news-review", Of(new Notices(_wording).News(new Notice(NoticeKind.Review, At, words("A change of an entry waits for review")) { Lines = [$"deposit: {words("Is there a deposit?")}"], Subjects = ["deposit"] })));
        var (suggestions, gaps, suggestion) = (new SuggestionCards(_wording), new GapCards(_wording), Suggested());
        yield return ("suggest-invitation", suggestions.Invitation());
        yield return ("suggest-form", suggestions.Form(Id.ToString(), words("Where can I park?"), words("In the cellar."), _wording.Shared.Desk.SuggestEntryGone));
        yield return ("suggestion", suggestions.Open(suggestion, null, words("MSc Robotics")));
        yield return ("suggestion-change", suggestions.Open(suggestion, entry, null));
        yield return ("suggestion-accepted", suggestions.Ended(suggestion.AcceptedBy("teams:t:mo", At, entry.Id), null, words("Mo")));
        yield return ("suggestion-declined", suggestions.Ended(suggestion.DeclinedBy("teams:t:mo", At, StoredText.Clean(words("We have one."))), null, words("Mo")));
        yield return ("suggestion-answer", suggestions.AnswerForm(suggestion.Id.ToString(), words("In the cellar."), _wording.FaqChangedMeanwhile));
        yield return ("suggestion-decline", suggestions.DeclineForm(suggestion.Id.ToString()));
        yield return ("gaps", gaps.List(new GapList([.. Enumerable.Repeat(Gap(), GapCards.PerPage * 2)], 2, 3), 0, words("Saved.")));
        yield return ("gaps-none", gaps.List(new GapList([], 0, 0), 3));
        yield return ("gap", gaps.Gap(Gap(), 1));
        yield return ("gap-entries", gaps.Entries(Gap(), [entry], 0));
        yield return ("gap-form", faq.FormFor(new CardData(CardVerbs.GapSave, Id.ToString()), form, Scopes()));
        yield return ("feedback", new FeedbackForm(_wording).Of(Id));
        yield return ("extension-answer", extension.Of(words("Which IELTS?"), Samples.Ielts(guide)).Content);
        yield return ("extension-refusal", extension.Of(words("What does it cost?"), Samples.Fees(guide)).Content);
        yield return ("extension-suggestion", extension.Suggestion(words("Is there a deposit?"), words("Yes, it is £500.")).Content);
    }

    private GateReport Changes()
    {
        var (was, would) = (new GateAnswer(ReplyKind.Answer, words("Yes, £500."), "fees", ["guide, Fees"], null), new GateAnswer(ReplyKind.Abstain, words("The documents do not hold it."), null, [], words("expects £500")));
        return new GateReport
        {
            Changes = [new GateChange(new GateQuestion(GateOrigin.Test, "gold", words("What must I pay before I come?")), was, would)],
            Tried = new Dictionary<GateOrigin, int> { [GateOrigin.Test] = 40 },
            LeftOut = new Dictionary<GateOrigin, int> { [GateOrigin.Asked] = 7 },
        };
    }

    private static JsonObject Of(OutgoingActivity activity) => activity.Attachments![0].Content;

    private static Uri? Link(Citation citation) => new($"https://northfield.example/{citation.Document.Id}#{citation.Enclosing.Start}");

    private FaqEntry Entry(int revision, string title, string answer) => new(
        new FaqId("deposit"),
        new FaqContent
        {
            Title = StoredText.CleanLine(words(title)),
            Phrasings = [StoredText.CleanLine(words("must I pay a deposit"))],
            Answer = StoredText.Clean(words(answer)),
            Citations = [FaqCitation.Unplaced("msc-robotics-guide", StoredText.CleanLine(words("A deposit of £500 is due.")))],
            Scope = "gone-scope",
            Tags = ["fees"],
            Status = FaqStatus.Live,
        },
        revision,
        "teams:t:ada",
        At);

    private Suggestion Suggested() => new(new SuggestionId(Id.Value), StoredText.CleanLine(words("Where can I park?")), StoredText.Clean(words("In the cellar.")), At);

    private GapView Gap() => new(
        new Gap(new GapId(Id.Value), "Where can I park?", At),
        [.. Enumerable.Range(0, 14).Select(i => new GapQuestion(new GapQuestionId(Id.Value), new GapId(Id.Value), StoredText.CleanLine($"{i} {words("where do I park?")}"), At.AddDays(-7 * (i % 3)), GapReason.Unanswered))],
        At.AddHours(1));

    private SetupView Setup() => new(words("Cohort 2026"), new PlaceSettings { Programme = "gone", Answering = AnsweringMode.EveryQuestion, Moderators = ["0aa0"] }, new PlaceSettings { Programme = "msc-robotics", Answering = AnsweringMode.EveryQuestion, ModeratorChannel = "19:b@thread.tacv2", Moderators = ["0aa0"] })
    {
        Subject = "teams:t:19_a",
        Inherits = true,
        Programmes = Scopes(),
        Channels = [new TeamChannel("19:a@thread.tacv2", null), new TeamChannel("19:b@thread.tacv2", words("Moderators"))],
        Moderators = [new Member("29:1", words("Ada"), "0aa0", "user")],
        IsConsented = false,
    };

    private TicketView Ticket() => new("01JCZX5E0GQ8Z4T0M9V7R3K2AB", words("May I pay in parts?"))
    {
        Reply = words("I found nothing about paying in parts."),
        Place = words("General"),
        Programme = words("MSc Robotics"),
        Message = new Uri("https://teams.microsoft.com/l/message/19:a@thread.tacv2/1"),
    };

    private Scope[] Scopes() => [new("all", ScopeKind.General, "Everything"), new("msc-robotics", ScopeKind.Programme, words("MSc Robotics"))];
}
