using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Asking;
using ProgrammeBot.Care;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Asking;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Gaps;

/// <summary>A bot over Northfield's papers that answers, collects what it cannot, and shows it to moderators.</summary>
public abstract class GapBed : AskingBed, IDisposable
{
    private readonly Northfield _papers = Northfield.WithAllPapers();

    protected static PlaceId Guild { get; } = PlaceId.Of("discord", "1");

    protected static PlaceId OtherGuild { get; } = PlaceId.Of("discord", "2");

    protected static Moderator Operator { get; } = new("Olga", "office") { Places = null };

    protected static Moderator OfGuild { get; } = new("Mo", "staff") { Places = [Guild] };

    private protected LiveFaq Live => field ??= new LiveFaq(Northfield.Scopes, _papers, null);

    private protected IFaqChanges Watching => field ??= new LiveFaqChanges(Live, Store, NullLogger<LiveFaqChanges>.Instance);

    protected FaqDesk Faq => field ??= new FaqDesk(Store, Live, Watching, Ids);

    protected GapOptions Options { get; set; } = new();

    protected IAnswerer Answerer => field ??= new Answerer(_papers, new Knowledge(Northfield.Scopes) { Faq = Live }, Clock);

    protected GapCollector Collector => field ??= new GapCollector(NewKeeper(), Care, Clock);

    protected virtual CareBook Care => CareBook.Empty;

    protected GapDesk Desk => new(Store, new GatedEdits(Faq, new FaqReviewDesk(Faq), null), Watching, Answerer, _papers, Ids, Options, Clock);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Live.Dispose();
    }

    protected GapKeeper NewKeeper() => new(Store, Northfield.Scopes, _papers, null, Ids, Options, Clock);

    /// <summary>Somebody asks, and what is not answered is collected.</summary>
    protected GivenReply Ask(string question, string asker = "ada", PlaceId? within = null, string? scope = null)
    {
        var reply = Answerer.Answer(new ProgrammeBot.Channels.Question(question) { Scope = scope }, Token).Reply;
        var given = new GivenReply(Ids.NextAnswer(), question, reply, asker, within ?? PlaceId.Of("web", "chat"), scope) { Within = within };
        Collector.Given(given);
        return given;
    }

    /// <summary>Keeps what was collected so far.</summary>
    protected Task KeepAsync() => Collector.RunAsync(e => throw e, new CancellationToken(true));

    protected async Task<GapView> OnlyGapAsync(Moderator? who = null, GapState state = GapState.Open) => Assert.Single((await Desk.ListAsync(who ?? Operator, state, Token)).Gaps);
}
