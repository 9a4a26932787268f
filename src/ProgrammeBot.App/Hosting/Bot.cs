using System.CommandLine;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Contract;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.App.Meanings;
using ProgrammeBot.App.Wording;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Storage.Indexes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Hosting;

/// <summary>What answers questions, put together: the scopes, the index in step with the sources, and the answerer over both.</summary>
internal sealed class Bot : IAsyncDisposable
{
    /// <summary>A first filling of so many passages takes some seconds at most, so it is waited for.</summary>
    private const int FewPassages = 1_000;

    private Bot(BotPaths paths, Knowledge knowledge, WordingBooks wording, Indexer indexer, MeaningfulCorpora? meanings, TimeProvider time)
    {
        Paths = paths;
        Wording = wording;
        Scopes = knowledge.Scopes;
        Indexer = indexer;
        Meanings = meanings;
        var asked = Encoder is null ? null : new RecentlyEncoded(Encoder);
        Faq = new LiveFaq(knowledge.Scopes, Corpora, asked, Encoder is null ? null : LiveFaq.VectorsIn(paths, Encoder));
        Knowledge = knowledge with { Faq = Faq, Encoder = asked };
        Answerer = new Answerer(Corpora, Knowledge, time);
    }

    public BotPaths Paths { get; }

    /// <summary>All that the answerer knows beside the documents.</summary>
    public Knowledge Knowledge { get; }

    public ScopeCatalog Scopes { get; }

    /// <summary>What is said in our own words.</summary>
    public WordingBooks Wording { get; }

    public Indexer Indexer { get; }

    /// <summary>Fills in vectors; null when the encoder is switched off.</summary>
    public MeaningfulCorpora? Meanings { get; }

    /// <summary>Null when it is switched off.</summary>
    public ISentenceEncoder? Encoder => Meanings?.Encoder;

    public ICorpusSource Corpora => (ICorpusSource?)Meanings ?? Indexer;

    public IAnswerer Answerer { get; }

    /// <summary>Holds no entry until <see cref="OpenFaqAsync"/>.</summary>
    public LiveFaq Faq { get; }

    /// <summary>Commands run for one person on one machine: links lead to the documents' own addresses only.</summary>
    public SourceLinks Links { get; } = SourceLinks.None;

    /// <summary>Puts it together without a look at the sources.</summary>
    /// <param name="paths">Where it reads and writes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="encoder">Whether search goes by meaning too.</param>
    /// <exception cref="CommandException">A settings file is wrong; names line and column.</exception>
    public static Bot Assemble(BotPaths paths, TimeProvider time, bool encoder = true)
    {
        var wording = WordingBooks.Read(paths);
        var knowledge = ReadSettings(paths) with { Wording = wording.Answers };
        var folder = new SourceFolder(paths.Sources);
        var directory = IndexDirectory.For(paths.Index, folder.FullPath);
        var indexer = new Indexer(folder, directory, IndexRecipe.InTree(knowledge.Scopes), time);
        var meanings = encoder ? new MeaningfulCorpora(indexer, directory, BuiltInEncoder(), time) : null;
        return new Bot(paths, knowledge, wording, indexer, meanings, time);
    }

    private static Knowledge ReadSettings(BotPaths paths)
    {
        var programmes = ProgrammesFile.Read(paths.Programmes);
        var synonyms = SynonymsFile.Read(paths.Synonyms, programmes.Catalog);
        var contacts = ContactsFile.Read(paths.Contacts, programmes.Catalog);
        var care = CareFile.Read(paths.Care);
        IngestionProblem[] problems = [.. programmes.Problems, .. synonyms.Problems, .. contacts.Problems, .. care.Problems];
        return problems.Length > 0
            ? throw new CommandException(string.Join('\n', problems.AsEnumerable()))
            : new Knowledge(programmes.Catalog) { Synonyms = synonyms.Book, Contacts = contacts.Book, Care = care.Book };
    }

    /// <summary>For a command: puts it together and brings the index in step with the sources.</summary>
    /// <exception cref="CommandException">A settings file is wrong, or there is nothing to answer from.</exception>
    public static async Task<Bot> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var bot = Assemble(CommonOptions.Paths(parsed), TimeProvider.System, CommonOptions.UsesEncoder(parsed));
        try
        {
            await bot.UpdateAsync(cancellationToken);
            await bot.FillAsync(whateverItTakes: parsed.GetValue(CommonOptions.Encoder) is not null, cancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings the index in step with the sources; what could not be read is told on standard error.</summary>
    /// <exception cref="CommandException">There is nothing to answer from.</exception>
    public async Task<IndexReport> UpdateAsync(CancellationToken cancellationToken)
    {
        var report = await IndexProgressDisplay.ShowAsync(
            Console.Error, TimeProvider.System, progress => Indexer.UpdateAsync(progress: progress, cancellationToken: cancellationToken));
        foreach (var problem in report.NewProblems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        if (!report.Serves)
        {
            throw new CommandException($"{Paths.Sources}: holds no document that can be read. Put documents there, or point --sources at some; 'programmebot doctor' says more.");
        }

        return report;
    }

    /// <summary>For a command that answers: reads the FAQ, with the starter one where the store is new.</summary>
    /// <exception cref="CommandException">The store cannot be opened.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IAsyncDisposable> OpenFaqAsync(CancellationToken cancellationToken)
    {
        var store = await FaqStore.OpenAsync(Paths, cancellationToken);
        try
        {
            await ReadFaqAsync(store, cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <see cref="OpenFaqAsync"/>, from a store that is open.</summary>
    public async Task ReadFaqAsync(IStore store, CancellationToken cancellationToken)
    {
        await FaqStore.StartAsync(store, Paths, Console.Error.WriteLine, cancellationToken);
        await Faq.RefreshAsync(store, cancellationToken);
    }

    /// <summary>Fills in the vectors that are known, and makes those that are not where that takes seconds, or was asked for.</summary>
    public async Task FillAsync(bool whateverItTakes, CancellationToken cancellationToken)
    {
        if (Meanings is not null)
        {
            var encode = whateverItTakes || Indexer.Current.Vocabulary.PassageCount <= FewPassages;
            await Meanings.FillAsync(encode, Environment.ProcessorCount, cancellationToken);
        }
    }

    /// <summary>The id of the scope that people call so: its id, its name or one of its aliases; null for null.</summary>
    /// <exception cref="CommandException">No scope is called so; names those there are.</exception>
    public string? ScopeNamed(string? name, string where, int exitCode = Commands.ExitCode.WrongUse)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var scope = Scopes.Find(name)
            ?? Scopes.Scopes.FirstOrDefault(s => s.Aliases.Prepend(s.Name).Any(a => a.Equals(name, StringComparison.OrdinalIgnoreCase)));
        return scope?.Id ?? throw new CommandException(
            $"{where}: '{name}' is no programme known here. Known: {string.Join(", ", Scopes.Scopes.Where(s => s.Kind >= ScopeKind.Programme).Select(s => s.Id))}.")
        {
            ExitCode = exitCode,
        };
    }

    public async ValueTask DisposeAsync()
    {
        Faq.Dispose();
        await (Meanings?.DisposeAsync() ?? default);
        Indexer.Dispose();
    }

    private static UseLiteEncoder BuiltInEncoder()
    {
        try
        {
            return UseLiteEncoder.BuiltIn;
        }
        catch (WeightsFormatException e)
        {
            throw new CommandException($"{e.Message} Install the program anew, or go without: --encoder off.", e);
        }
    }
}
