using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Tests.Support;

/// <summary>Two documents of an invented university, and replies that quote them.</summary>
public static class Samples
{
    public static SourceDocument Guide() => Sketch.Of(
        new DocumentMetadata("msc-robotics-guide")
        {
            Title = "MSc Robotics: a guide for applicants",
            Publisher = "Northfield University",
            Cohort = "2025-26 entry",
            AsOf = "2025-01",
            Scope = "msc-robotics",
            Standing = Standing.Digest,
            DigestOf = "Programme Specification: MSc Robotics",
        },
        """
        # Programme overview
        The MSc Robotics is a one-year, full-time programme of 90 ECTS credits.
        Students write an individual project from May to September.
        ## Modules
        Five modules are compulsory. The table names them all.
        Module | Term | ECTS
        Kinematics | Autumn | 5
        Robot Laboratory* | Autumn | 10
        * Pass or fail.
        Perception | Spring | 5
        Individual Project | Summer | 40
        ## Admission
        Applicants need a First Class degree in engineering.
        IELTS 7.0 overall is the language requirement, with at least 6.5 in each element.
        - Transcripts of every degree
        - Two references
        - A statement of purpose of at most 700 words
        Applications close on 31 March.
        ## Fees
        The guide names no fees.
        """);

    public static SourceDocument Handbook() => Sketch.Of(
        new DocumentMetadata("mres-handbook") { Title = "MRes Handbook", Publisher = "Northfield University", AsOf = "2024", Scope = "mres", Standing = Standing.Official },
        """
        # Assessment
        The thesis counts for 75% of the marks.
        # Dates
        The thesis is due on 4 September.
        """);

    public static Answer Ielts(SourceDocument guide) => new(
        "IELTS 7.0 overall is the language requirement, with at least 6.5 in each element. [1]",
        [guide.Quote("IELTS 7.0 overall is the language requirement, with at least 6.5 in each element.")],
        Confidence.High);

    public static Answer Credits(SourceDocument guide) => new(
        "Module | Term | ECTS\nPerception | Spring | 5\nIt carries 5 ECTS. [1]",
        [guide.Quote("Module | Term | ECTS", "Perception | Spring | 5")],
        Confidence.Medium)
    { Choices = ["Which modules run in Autumn?"] };

    public static Clarify WhichThesis(SourceDocument guide, SourceDocument handbook) => new(
        "That differs by programme. Which one do you mean?",
        ["MSc Robotics", "MRes"],
        [guide.Quote("Students write an individual project from May to September."), handbook.Quote("The thesis is due on 4 September.")]);

    public static Abstain Fees(SourceDocument guide) => new("I found no amount for the tuition fee in the documents.")
    {
        Nearest = [guide.Quote("The guide names no fees.")],
        Missing = ["tuition", "<b>pounds</b>"],
        Contact = "Admissions office, admissions@northfield.example",
    };
}
