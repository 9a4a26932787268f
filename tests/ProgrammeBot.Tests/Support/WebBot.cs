using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Web;
using ProgrammeBot.Channels;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Tests.Support;

/// <summary>The web channel on a free port of this machine, over documents and replies a test gives.</summary>
public sealed class WebBot : IAsyncDisposable, IAnswerer, ICorpusSource, ICorpus, IVotes, IKeptTexts, IStarterQuestions, IProgrammeChoices
{
    private readonly WebApplication app;

    private WebBot(WebOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IAnswerer>(this).AddSingleton<ICorpusSource>(this).AddSingleton<IVotes>(this)
            .AddSingleton<IKeptTexts>(this).AddSingleton<IStarterQuestions>(this).AddSingleton<IProgrammeChoices>(this);
        builder.Services.AddProgrammeBotWeb(options);
        app = builder.Build();
        app.MapProgrammeBot();
    }

    public Dictionary<string, Func<Question, Reply>> Replies { get; } = [];

    public Dictionary<string, SourceDocument> Sources { get; } = [];

    public Dictionary<string, string> Kept { get; } = [];

    public List<Question> Asked { get; } = [];

    public List<Vote> Votes { get; } = [];

    public IReadOnlyList<string> Questions { get; set; } = [];

    public IReadOnlyList<ProgrammeChoice> Programmes { get; set; } = [];

    /// <summary>Held until released, so that a test sees the waiting.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    public Uri Address => new(app.Urls.Single());

    public HttpClient Client => field ??= new HttpClient { BaseAddress = Address };

    public IReadOnlyList<DocumentMetadata> Documents => [.. Sources.Values.Select(d => d.Metadata).OrderBy(d => d.Id, StringComparer.Ordinal)];

    public ICorpus Current => this;

    public IPassageIndex Index => throw new NotSupportedException("The web channel does not search.");

    public IVocabulary Vocabulary => throw new NotSupportedException("The web channel does not search.");

    public static async Task<WebBot> StartAsync(Action<WebOptions>? set = null, TimeProvider? time = null)
    {
        var options = new WebOptions { AskPerMinute = 1000, ReadPerMinute = 10_000 };
        set?.Invoke(options);
        var bot = new WebBot(options, time ?? TimeProvider.System);
        await bot.app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    public WebBot With(params SourceDocument[] documents)
    {
        foreach (var document in documents)
        {
            Sources[document.Id] = document;
        }

        return this;
    }

    public WebBot Says(string question, Reply reply) => Says(question, _ => reply);

    public WebBot Says(string question, Func<Question, Reply> reply)
    {
        Replies[question] = reply;
        return this;
    }

    public Answered Answer(Question question, CancellationToken cancellationToken = default)
    {
        Gate.Wait(cancellationToken);
        lock (Asked)
        {
            Asked.Add(question);
        }

        var reply = Replies.TryGetValue(question.Text, out var given) ? given(question)
            : new Abstain("I looked through the documents and found nothing on that.");
        return new Answered(reply, Trace.Empty, TimeSpan.FromMilliseconds(1.94));
    }

    public SourceDocument? Find(string documentId) => Sources.GetValueOrDefault(documentId);

    public IReadOnlyList<Passage> PassagesOf(string documentId) => [];

    public ValueTask KeepAsync(Vote vote, CancellationToken cancellationToken)
    {
        lock (Votes)
        {
            Votes.Add(vote);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FindAsync(string documentId, string version, CancellationToken cancellationToken) =>
        ValueTask.FromResult<string?>(Kept.FirstOrDefault(k => k.Key.StartsWith(version, StringComparison.Ordinal)).Value);

    public async ValueTask DisposeAsync()
    {
        Gate.Set();
        Client.Dispose();
        await app.DisposeAsync();
        Gate.Dispose();
    }
}
