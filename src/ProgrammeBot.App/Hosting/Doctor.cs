using ProgrammeBot.App.Channels.Discord;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.App.Wording;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Storage.Indexes;
using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Hosting;

/// <summary>Looks at everything the bot needs, changes nothing but what a start would change too, and says what to mend.</summary>
internal static class Doctor
{
    public static async Task<DoctorReport> ExamineAsync(BotPaths paths, CancellationToken cancellationToken)
    {
        var findings = new List<DoctorFinding>();
        Settings(paths, findings);
        Texts(paths, findings);
        Sources(paths, findings);
        Index(paths, findings);
        Encoder(findings);
        Discord(findings);
        Teams(findings);
        await StoreAsync(paths, findings, cancellationToken);
        return new DoctorReport(findings);
    }

    private static void Settings(BotPaths paths, List<DoctorFinding> findings)
    {
        var programmes = ProgrammesFile.Read(paths.Programmes);
        foreach (var problem in programmes.Problems)
        {
            findings.Add(new("programmes", Health.Broken, problem.ToString()));
        }

        if (programmes.Problems.Count == 0)
        {
            findings.Add(programmes.Catalog.Scopes.Count > 0
                ? new("programmes", Health.Well, $"{programmes.Catalog.Scopes.Count} scopes in {paths.Programmes}")
                : new("programmes", Health.Lacking, $"{paths.Programmes} names no programmes: every document is general, and nothing is asked back"));
        }

        findings.AddRange(BotSettings.Faults().Select(f => new DoctorFinding("settings", Health.Broken, f)));
        if (!findings.Exists(f => f.About == "settings"))
        {
            findings.Add(new("settings", Health.Well, "appsettings.json and the environment are in order"));
        }
    }

    /// <summary>What moderators write beside the documents: contacts, care, synonyms. Without them the bot answers all the same.</summary>
    private static void Texts(BotPaths paths, List<DoctorFinding> findings)
    {
        var scopes = ProgrammesFile.Read(paths.Programmes).Catalog;
        var contacts = ContactsFile.Read(paths.Contacts, scopes);
        findings.AddRange(contacts.Problems.Select(p => new DoctorFinding("contacts", Health.Lacking, p.ToString())));
        foreach (var programme in contacts.Book.Lacking().GroupBy(l => l.Programme, l => l.Topic))
        {
            findings.Add(new("contacts", Health.Lacking,
                $"nobody is named for {programme.Key.Name} ({programme.Key.Id}) on: {string.Join(", ", programme.Select(t => t.Id))}. Add a contact for these topics to {paths.Contacts}"));
        }

        if (!findings.Exists(f => f.About == "contacts"))
        {
            findings.Add(contacts.Book.Topics.Count > 0
                ? new("contacts", Health.Well, $"{contacts.Book.Topics.Count} topics, each with somebody to ask for every programme")
                : new("contacts", Health.Lacking, $"{paths.Contacts} names nobody: a refusal cannot say whom to ask"));
        }

        var care = CareFile.Read(paths.Care);
        findings.AddRange(care.Problems.Select(p => new DoctorFinding("care", Health.Lacking, p.ToString())));
        findings.Add(care.Book.Kinds.Count > 0
            ? new("care", Health.Well, $"{care.Book.Kinds.Count} kinds of distress are met with the moderators' words")
            : new("care", Health.Lacking, $"{paths.Care} tells no distress: somebody in need is answered like anybody else"));

        var synonyms = SynonymsFile.Read(paths.Synonyms, scopes);
        findings.AddRange(synonyms.Problems.Select(p => new DoctorFinding("synonyms", Health.Lacking, p.ToString())));
        findings.Add(new("synonyms", Health.Well, $"{synonyms.Book.Groups.Count} groups"));

        var wording = WordingFile.Read(paths.Wording);
        IngestionProblem[] faults = [.. wording.Problems, .. WordingBooks.Of(wording.Edits, Path.GetFileName(paths.Wording)).Problems];
        findings.AddRange(faults.Length > 0
            ? faults.Select(p => new DoctorFinding("wording", Health.Broken, p.ToString()))
            : [new("wording", Health.Well, wording.Edits.Count > 0 ? $"{wording.Edits.Count} texts are said in your words" : "everything is said in our words; 'programmebot wording' prints them")]);
    }

    private static void Sources(BotPaths paths, List<DoctorFinding> findings)
    {
        var scan = new SourceFolder(paths.Sources).Scan();
        findings.AddRange(scan.Problems.Select(p => new DoctorFinding("sources", Health.Lacking, p.ToString())));
        findings.Add(scan.Files.Count > 0
            ? new("sources", Health.Well, $"{scan.Files.Count} files in {paths.Sources}")
            : new("sources", Health.Broken, $"{paths.Sources} holds no file that is read: put documents there, or point --sources at some"));
        if (scan.Files.Any(f => f.Extension == ".pdf") && !OnPath("pdftotext"))
        {
            findings.Add(new("sources", Health.Lacking, "there are PDF files, but pdftotext is not on the PATH: install poppler-utils, or they are skipped"));
        }
    }

    private static void Index(BotPaths paths, List<DoctorFinding> findings)
    {
        var programmes = ProgrammesFile.Read(paths.Programmes);
        var directory = IndexDirectory.For(paths.Index, paths.Sources);
        try
        {
            findings.Add(directory.Load(IndexRecipe.InTree(programmes.Catalog).Name) switch
            {
                IndexLoad.Loaded loaded => new("index", Health.Well, $"whole, {loaded.Segments.Count} segments in {directory.FullPath}"),
                IndexLoad.Unusable { Fault: IndexFault.Missing } => new("index", Health.Well, "not built yet: the next start or 'index' builds it"),
                IndexLoad.Unusable unusable => new("index", Health.Lacking, $"{unusable.Reason}: the next start or 'index' builds it anew"),
                _ => new DoctorFinding("index", Health.Well, "unknown"),
            });
        }
        catch (UnauthorizedAccessException e)
        {
            findings.Add(new("index", Health.Broken, $"{directory.FullPath} may not be read ({e.Message}): give this user the right to"));
        }
    }

    private static void Encoder(List<DoctorFinding> findings)
    {
        try
        {
            findings.Add(BotSettings.Encoder(BotSettings.Read())
                ? new("encoder", Health.Well, $"on, {UseLiteEncoder.BuiltIn.Name}, computing with {EncoderArithmetics.Best}")
                : new("encoder", Health.Well, "off: search goes by words alone"));
        }
        catch (WeightsFormatException e)
        {
            findings.Add(new("encoder", Health.Broken, $"{e.Message} Install the program anew, or set {BotSettings.EncoderKey} to {BotSettings.Off}"));
        }
        catch (CommandException)
        {
            // Told among the settings.
            return;
        }
    }

    /// <summary>What can be told without asking Discord; <c>discord selftest</c> asks.</summary>
    private static void Discord(List<DoctorFinding> findings)
    {
        try
        {
            findings.Add(DiscordSettings.Read(BotSettings.Read()) switch
            {
                null => new("discord", Health.Well, "off: no token (docs/discord.md says how to get one)"),
                { Channel.MessageContent: true } => new("discord", Health.Well, "a token is set; Message Content is on, so the intent must be on in the developer portal. 'discord selftest' asks Discord itself"),
                _ => new DoctorFinding("discord", Health.Well, "a token is set; Message Content is off, so ask channels, forums and wake words do not work. 'discord selftest' asks Discord itself"),
            });
        }
        catch (CommandException)
        {
            // Told among the settings.
            return;
        }
    }

    private static void Teams(List<DoctorFinding> findings)
    {
        try
        {
            findings.AddRange(TeamsCheck.Examine(BotSettings.Read(), TimeProvider.System.GetUtcNow()));
        }
        catch (CommandException)
        {
            // Told among the settings.
            return;
        }
    }

    private static async Task StoreAsync(BotPaths paths, List<DoctorFinding> findings, CancellationToken cancellationToken)
    {
        string? postgres;
        try
        {
            postgres = BotSettings.Postgres(BotSettings.Read());
        }
        catch (CommandException)
        {
            // Told among the settings.
            return;
        }

        if (postgres is null && !File.Exists(paths.Store))
        {
            findings.Add(new("store", Health.Well, $"not there yet: the first 'run' makes {paths.Store}"));
            return;
        }

        try
        {
            await using var store = await FaqStore.OpenAsync(paths, cancellationToken);
            findings.Add(new("store", Health.Well, store is PostgresStore { Description: var found } ? found : paths.Store));
            findings.AddRange(await FaqCheck.ExamineAsync(store, paths, cancellationToken));
        }
        catch (Exception e) when (e is StoreException or CommandException)
        {
            findings.Add(new("store", Health.Broken, e.Message));
        }
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
