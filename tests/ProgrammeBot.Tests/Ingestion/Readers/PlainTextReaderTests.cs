using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Readers;

public sealed class PlainTextReaderTests
{
    [Fact]
    public void Headings_are_short_lines_without_a_stop_above_text()
    {
        Assert.Equal("""
            #! The Programme Guide
            P It has an introduction that is a whole sentence.
            # Entry Requirements
            P You need a degree. It must be good.
            # Fees and Funding
            ## Home Fees
            P They are lower.
            ## Overseas Fees
            P They are higher.
            # Next Steps
            P Apply early.
            """, Outline("""
            The Programme Guide
            It has an introduction that is a whole sentence.
            Entry Requirements
            You need a degree. It must be good.
            Fees and Funding
            Home Fees
            They are lower.
            Overseas Fees
            They are higher.
            Next Steps
            Apply early.
            """));
    }

    [Fact]
    public void Marked_headings_have_their_levels()
    {
        Assert.Equal("""
            #! HANDBOOK OF THE PROGRAMME
            P Welcome to it.
            # 1. Introduction
            P Some text here.
            ## 1.1 Aims of the Course
            P More text here.
            ## Under the line
            P Even more.
            ### Hash heading
            P The end.
            """, Outline("""
            HANDBOOK OF THE PROGRAMME

            Welcome to it.

            1. Introduction

            Some text here.

            1.1 Aims of the Course

            More text here.

            Under the line
            --------------
            Even more.

            ### Hash heading ##
            The end.
            """));
    }

    [Fact]
    public void A_question_above_its_answer_is_a_section()
    {
        Assert.Equal("""
            #! Frequently Asked Questions
            # Do I need a degree?
            P Yes.
            # Can I resit an exam?
            P Once.
            # Is there a fee?
            P There is.
            """, Outline("""
            Frequently Asked Questions

            Do I need a degree?
            Yes.

            Q: Can I resit an exam?
            A: Once.

            Q2. Is there a fee?
            There is.
            """));
    }

    [Fact]
    public void A_table_of_contents_names_headings_and_is_left_out()
    {
        Assert.Equal("""
            #! Guide
            # an odd heading, with a comma,
            P Text one.
            # Second part
            P Text two.
            """, Outline("""
            Guide
            Contents
            - an odd heading, with a comma,
            - Second part
            an odd heading, with a comma,
            Text one.
            Second part
            Text two.
            """));
    }

    [Fact]
    public void Tab_separated_lines_are_tables()
    {
        Assert.Equal("""
            # Ownership
            R0 Institution | Example College
            R0 Faculty | Engineering
            # Modules
            P Choose exactly one of these.
            H1 Code | Title | Group | Credits
            R1 AB1001 | Logic | | 5
            R1 AB1002 | Learning | B | 10
            F ¹ Core means that it must be passed.
            R1 AB1003 | Vision | | 5
            R1 Total | | | 20
            H2 | Weight
            R2 Exam | 40%
            """, Outline("Ownership\t\nInstitution\tExample College\nFaculty\tEngineering\n\nModules\t\t\t\nChoose exactly one of these.\t\t\t\nCode\tTitle\tGroup\tCredits\n"
                + "AB1001\tLogic\t\t5\nAB1002\tLearning\tB\t10\n\n¹ **Core** means that it must be passed.\n\nAB1003\tVision\t\t5\nTotal\t\t\t20\n\n\tWeight\nExam\t40%\n"));
    }

    [Fact]
    public void Pipe_tables_have_the_header_above_their_rule()
    {
        Assert.Equal("""
            P Some text first.
            H0 Module | Term
            R0 Logic | Spring
            R0 Vision |
            """, Outline("Some text first.\n| Module | Term |\n|---|---|\n| Logic | Spring |\n| Vision | |\n"));
    }

    [Fact]
    public void Columns_parted_by_blanks_are_a_table_with_wrapped_cells_put_together()
    {
        Assert.Equal("""
            P The modules are these:
            H0 Code | Title | Credits
            R0 AB1001 | A title that goes on below | 5
            R0 AB1002 | Short | 10
            P A sentence with   a gap is no table.
            """.Replace("with   a", "with a", StringComparison.Ordinal), Outline("""
            The modules are these:

            Code      Title                Credits
            AB1001    A title that goes    5
                      on below
            AB1002    Short                10

            A sentence with   a gap is no table.
            """));
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph_again()
    {
        Assert.Equal("""
            P This paragraph was wrapped by an editor at a width of sixty, and each of its lines belongs to the one before, a long-winded thing; the next begins a paragraph.
            P Here is the second, which is wrapped as well since it does not fit into a single line either.
            - an item that is longer than one line and so was wrapped with a hanging indent below it
            - a short one
            P Find it at: www.example.ac.uk/some/page
            """, Outline("""
            This paragraph was wrapped by an editor at a width of sixty,
            and each of its lines belongs to the one before, a long-
            winded thing; the next begins a paragraph.

            Here is the second, which is wrapped as well since it does
            not fit into a single line either.

            - an item that is longer than one line and so was wrapped
              with a hanging indent below it
            - a short one

            Find it at:
            www.example.ac.uk/some/page
            """.Replace("long-\n            winded", "long-\nwinded", StringComparison.Ordinal)).Replace("longwinded", "long-winded", StringComparison.Ordinal));
    }

    [Fact]
    public void Stray_tags_go_and_addresses_in_angles_stay()
    {
        Assert.Equal("""
            P IELTS of 6.5 & a 1st. Where a < b, see <https://x.ac.uk/> or <me@x.uk>.
            """, Outline("<p>IELTS of <b>6.5</b> &amp; a 1st.</p> Where a < b, see <https://x.ac.uk/> or <me@x.uk>.\n"));
    }

    [Fact]
    public void Lists_keep_their_numbers_and_depth()
    {
        var document = SomeFiles.Document("a.txt", "You must have:\n\n1. one\n2. two\n   • inner\n3. three\n");

        Assert.Equal("You must have:\n\n1. one\n2. two\n  - inner\n3. three", document.Text);
    }

    [Fact]
    public void An_address_of_short_lines_is_not_a_row_of_headings()
    {
        Assert.DoesNotContain("#", Outline("Write to us at this address.\n\nAdmissions Office\nExample House\nHigh Street\nLondon\nUnited Kingdom\n"), StringComparison.Ordinal);
    }

    private static string Outline(string text) => SomeFiles.Document("a.txt", text).Outline();
}
