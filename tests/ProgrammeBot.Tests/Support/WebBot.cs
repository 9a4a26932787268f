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
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>The web channel on a free port of this machine, over documents and replies a test gives.</summary>
public sealed class WebBot : IAsyncDisposable, IAnswerer, ICorpusSource, ICorpus, IStarterQuestions, IProgrammeChoices
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;
    private readonly SqliteStore _store;

    private WebBot(WebOptions options, TimeProvider time, TemporaryFolder folder, SqliteStore store)
    {
        (_folder, _store) = (folder, store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IAnswerer>(this).AddSingleton<ICorpusSource>(this).AddSingleton<IStore>(store)
            .AddSingleton<IStarterQuestions>(this).AddSingleton<IProgrammeChoices>(this);
        builder.Services.AddProgrammeBotWeb(options);
        _app = builder.Build();
        _app.MapProgrammeBot();
    }

    public Dictionary<string, Func<Question, Reply>> Replies { get; } = [];

    public Dictionary<string, SourceDocument> Sources { get; } = [];

    public List<Question> Asked { get; } = [];

    public IReadOnlyList<string> Questions { get; set; } = [];

    public IReadOnlyList<ProgrammeChoice> Programmes { get; set; } = [];

    /// <summary>Held until released, so that a test sees the waiting.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    public Uri Address => new(_app.Urls.Single());

    public HttpClient Client => field ??= new HttpClient { BaseAddress = Address };

    public IReadOnlyList<DocumentMetadata> Documents => [.. Sources.Values.Select(d => d.Metadata).OrderBy(d => d.Id, StringComparer.Ordinal)];

    public ICorpus Current => this;

    public IPassageIndex Index => throw new NotSupportedException("The web channel does not search.");

    public IVocabulary Vocabulary => throw new NotSupportedException("The web channel does not search.");

    public static async Task<WebBot> StartAsync(Action<WebOptions>? set = null, TimeProvider? time = null)
    {
        var options = new WebOptions { AskPerMinute = 1000, ReadPerMinute = 10_000 };
        set?.Invoke(options);
        var folder = new TemporaryFolder();
        var store = await SqliteStore.OpenAsync(folder["programmebot.db"], TimeProvider.System, TestContext.Current.CancellationToken);
        var bot = new WebBot(options, time ?? TimeProvider.System, folder, store);
        await bot._app.StartAsync(TestContext.Current.CancellationToken);
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

    /// <summary>Every vote in the store.</summary>
    public async Task<IReadOnlyList<Feedback>> VotesAsync()
    {
        await using var unit = await _store.ReadAsync(TestContext.Current.CancellationToken);
        return await unit.Feedback.ListAsync(default, 100, TestContext.Current.CancellationToken);
    }

    /// <summary>Every cited text in the store.</summary>
    public async Task<IReadOnlyList<CitedVersion>> KeptAsync()
    {
        await using var unit = await _store.ReadAsync(TestContext.Current.CancellationToken);
        return await unit.CitedTexts.ListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Keeps a text as if it had been cited; gives its version.</summary>
    public async Task<string> KeepAsync(string documentId, string text)
    {
        var cited = new CitedText(documentId, text);
        await using var unit = await _store.WriteAsync(TestContext.Current.CancellationToken);
        await unit.CitedTexts.KeepAsync(cited, TestContext.Current.CancellationToken);
        await unit.CommitAsync(TestContext.Current.CancellationToken);
        return cited.Cited.Version;
    }

    public async ValueTask DisposeAsync()
    {
        Gate.Set();
        Client.Dispose();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
        Gate.Dispose();
    }
}
