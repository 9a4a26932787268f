using ProgrammeBot.Answering;
using ProgrammeBot.App.Channels;
using ProgrammeBot.App.Contract;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels;

public sealed class ConsoleRenderingTests
{
    private static readonly SourceDocument Guide = Samples.Guide();
    private static readonly SourceDocument Handbook = Samples.Handbook();

    [Fact]
    public void An_answer_shows_how_sure_it_is_and_that_a_digest_is_ours() => Shows(
        """
        IELTS 7.0 overall is the language requirement, with at least 6.5 in each element. [1]

        Sure: the passage says so.

        [1] MSc Robotics: a guide for applicants, Admission
            (our digest of: Programme Specification: MSc Robotics; covers 2025-26 entry; as of 2025-01)
            > IELTS 7.0 overall is the language requirement, with at least 6.5 in each element.
        """,
        Samples.Ielts(Guide));

    [Fact]
    public void Rows_of_a_table_stand_a_line_each_and_what_may_be_asked_next_is_numbered() => Shows(
        """
        Module | Term | ECTS
        Perception | Spring | 5
        It carries 5 ECTS. [1]

        Fairly sure: check the passage.

        [1] MSc Robotics: a guide for applicants, Modules
            (our digest of: Programme Specification: MSc Robotics; covers 2025-26 entry; as of 2025-01)
            > Module | Term | ECTS
            > Perception | Spring | 5

        Choose one to go on:
          1. Which modules run in Autumn?
        """,
        Samples.Credits(Guide));

    [Fact]
    public void A_question_back_numbers_its_choices() => Shows(
        """
        That differs by programme. Which one do you mean?
          1. MSc Robotics
          2. MRes

        [1] MSc Robotics: a guide for applicants, Programme overview
            (our digest of: Programme Specification: MSc Robotics; covers 2025-26 entry; as of 2025-01)
            > Students write an individual project from May to September.

        [2] MRes Handbook, Dates
            (official; as of 2024)
            > The thesis is due on 4 September.
        """,
        Samples.WhichThesis(Guide, Handbook));

    [Fact]
    public void A_refusal_shows_its_leads_as_leads_and_whom_to_ask() => Shows(
        """
        I found no amount for the tuition fee in the documents.

        Nearest passages:

        - MSc Robotics: a guide for applicants, Fees
            (our digest of: Programme Specification: MSc Robotics; covers 2025-26 entry; as of 2025-01)
            > The guide names no fees.

        Ask: Admissions office, admissions@northfield.example
        """,
        Samples.Fees(Guide));

    [Fact]
    public void Small_talk_is_its_words_alone() => Shows("Hello! Ask me about the programmes.", new SmallTalk("Hello! Ask me about the programmes."));

    [Fact]
    public void An_unsure_answer_says_so_and_a_link_stands_under_its_quote()
    {
        var paper = Sketch.Of(new DocumentMetadata("paper") { Title = "Pay", Standing = Standing.Opinion, Link = new Uri("https://blog.example/pay?a=1&b=2") }, "Robot engineers earn well.");

        Shows(
            """
            Robot engineers earn well. [1]

            Not sure: the passage speaks of it, but may not answer it.

            [1] Pay
                (opinion)
                > Robot engineers earn well.
                https://blog.example/pay?a=1&b=2
            """,
            new Answer("Robot engineers earn well. [1]", [paper.Quote("Robot engineers earn well.")], Confidence.Low));
    }

    [Fact]
    public void A_long_quote_is_cut_and_says_how_much_is_left()
    {
        var rows = Enumerable.Range(1, 14).Select(i => $"Module {i:00} | {i}").ToArray();
        var paper = Sketch.Of("modules", "# All\nName | Credits\n" + string.Join('\n', rows));

        Shows(
            """
            There are many. [1]

            Sure: the passage says so.

            [1] modules, All
                (secondary source)
                > Name | Credits
                > Module 01 | 1
                > Module 02 | 2
                > Module 03 | 3
                > Module 04 | 4
                > Module 05 | 5
                > Module 06 | 6
                > Module 07 | 7
                > Module 08 | 8
                > Module 09 | 9
                > Module 10 | 10
                > Module 11 | 11
                > … 3 more lines
            """,
            new Answer("There are many. [1]", [paper.Quote(["Name | Credits", .. rows])], Confidence.High));
    }

    [Fact]
    public void Nothing_that_is_quoted_commands_the_terminal_or_forges_a_line()
    {
        var paper = Sketch.Of(
            new DocumentMetadata("paper") { Title = "A\u001b]0;title\u0007\n[2] Forged", Cohort = "2025\u009b31m", AsOf = "2025\r", Standing = Standing.Digest, DigestOf = "x\u202ey\nz" },
            "# He\u0000ad\nRed\u001b[31m text\u007f and \u2066turned\u2069.");

        Shows(
            """
            Red [31m. [1]

            Sure: the passage says so.

            [1] A ]0;title  [2] Forged, He ad
                (our digest of: x y z; covers 2025 31m; as of 2025 )
                > Red [31m text  and  turned .
            """,
            new Answer("Red\u001b[31m. [1]", [paper.Quote("Red\u001b[31m text\u007f and \u2066turned\u2069.")], Confidence.High));
    }

    private static void Shows(string expected, Reply reply) => Assert.Equal(expected, ConsoleRendering.Of(reply, SourceLinks.None));
}
