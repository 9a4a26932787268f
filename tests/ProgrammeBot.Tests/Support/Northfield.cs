using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Support;

/// <summary>A bot over the papers of an invented university with two programmes.</summary>
internal sealed class Northfield : ICorpusSource
{
    private readonly Answerer _answerer;

    public Northfield(params SourceDocument[] documents)
    {
        Current = InTreeCorpus.FromDocuments([.. documents.Select(d => new IndexedDocument(d, PassageCutter.Cut(d)))]);
        _answerer = new Answerer(this, new Knowledge(Scopes), TimeProvider.System);
    }

    public static ScopeCatalog Scopes { get; } = new(
        [
            new Scope("general", ScopeKind.General, "Northfield University"),
            new Scope("msc-robotics", ScopeKind.Programme, "MSc Robotics") { Parent = "general", Aliases = ["robotics msc", "the robotics masters"], Awards = ["MSc"] },
            new Scope("mres-optics", ScopeKind.Programme, "MRes Optics") { Parent = "general", Aliases = ["optics mres"], Awards = ["MRes"] },
            new Scope("mres-optics-2025", ScopeKind.Intake, "MRes Optics, 2025-26 entry") { Parent = "mres-optics", Aliases = ["2025-26"] },
        ],
        ["Eastbridge University"]);

    public ICorpus Current { get; }

    /// <summary>Both programmes' papers and a general one.</summary>
    public static Northfield WithAllPapers() => new(Robotics(), Optics(), Careers());

    public static SourceDocument Robotics() => Sketch.Of(
        new DocumentMetadata("robotics") { Title = "MSc Robotics: specification", Scope = "msc-robotics", Standing = Standing.Official, AsOf = "2025-01" },
        """
        # Overview
        The MSc Robotics lasts one year and is studied full-time.
        Professor Ada Winter leads the programme.
        # Admission
        Applicants need an upper second class degree in engineering.
        The English requirement is IELTS 7.0 overall.
        Applicants are interviewed by a committee of two.
        # Modules
        Students choose 3 electives.
        Code | Module | Type | Term | Credits
        ROB1001 | Kinematics | Core | Autumn | 10
        ROB1002 | Robot Perception | Core | Spring | 10
        ROB1003 | Soft Grippers | Elective | Spring | 5
        ROB1004 | Field Robots (not running in 2025-26) | Elective | Autumn | 5
        ROB1005 | Natural Language Interfaces | Elective | Spring | 5
        ROB1006 | Legged Locomotion | Elective | Autumn | 5
        # Assessment
        Examinations carry 40% of the marks.
        The pass mark is 50%.
        # Fees
        Tuition fees are published by the finance office.
        # Is there a field trip?
        No. The field trip ended in 2019.
        """);

    public static SourceDocument Optics() => Sketch.Of(
        new DocumentMetadata("optics") { Title = "MRes Optics: handbook", Scope = "mres-optics", Standing = Standing.Digest, DigestOf = "the handbook", Cohort = "2025-26 entry" },
        """
        # Overview
        The MRes Optics lasts 18 months.
        # Admission
        The English requirement is IELTS 6.5 overall.
        # Modules
        Students choose exactly one elective.
        Module | Type | Term
        Lasers | Core | Autumn
        Imaging | Core | Spring
        Fibres | Elective | Spring
        Metamaterials | Elective | Autumn
        # Assessment
        Examinations carry 10% of the marks.
        The pass mark is 50%.
        """);

    public static SourceDocument Careers() => Sketch.Of(
        new DocumentMetadata("careers") { Title = "Careers after a degree", Scope = "general", Standing = Standing.Opinion },
        """
        # Pay
        Robot engineers start at £38,000 a year.
        # Employers
        Warehouses and hospitals hire most robot engineers.
        """);

    public Answered Ask(string question, params string[] earlierTurns) => _answerer.Answer(new Question(question) { EarlierTurns = earlierTurns });

    public Reply ReplyTo(string question, params string[] earlierTurns) => Ask(question, earlierTurns).Reply;

    public Answer AnswerTo(string question, params string[] earlierTurns) => Assert.IsType<Answer>(ReplyTo(question, earlierTurns));
}
