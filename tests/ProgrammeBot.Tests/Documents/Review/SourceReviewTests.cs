using ProgrammeBot.Documents;
using ProgrammeBot.Documents.Review;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Documents.Review;

public sealed class SourceReviewTests
{
    private const string Handbook = """
        # MSc Data Science Handbook
        ## Key facts
        The MSc Data Science is a 12-month full-time programme. The programme starts in September. It comprises 180 credits in total.
        ## Fees
        The tuition fee for home students is £16,200 and for international students £38,000. A non-refundable deposit of £2,000 secures your place.
        ## Entry requirements
        Applicants need an IELTS score of 6.5 overall, with at least 6.0 in each component.
        ## Applying
        Apply by 31 January 2026.
        ## Modules
        | Module | Term | Credits |
        |---|---|---|
        | Statistical Learning | Autumn | 20 |
        | Databases | Autumn | 10 |
        | Data Ethics | Spring | 10 |
        """;

    private const string Questions = """
        # Data Science at Northfield: Frequently Asked Questions
        ## How much does it cost?
        International students pay tuition fees of £39,500. Home students pay a fee of £16,200. The deposit is £1,500.
        ## What English level do I need?
        IELTS 7.0 overall with no element below 6.0.
        ## When is the deadline?
        Applications close on 15 January 2026.
        ## How long does it take?
        The course lasts one year. Teaching begins in October. The degree comprises 180 credits in total.
        ## Which modules are there?
        Statistical Learning (15 credits) is taught in autumn.
        | Module title | Semester | Credits |
        |---|---|---|
        | Data Ethics | Autumn | 10 |
        | Databases | Autumn | 10 |
        """;

    [Fact]
    public void Two_documents_of_one_programme_are_held_against_each_other() => Assert.Equal(
        """
        handbook and questions disagree on the start of the programme: 'September' and 'October'.
          handbook, Key facts […]: "The programme starts in September."
          questions, How long does it take? […]: "Teaching begins in October."
        handbook and questions disagree on the tuition fee (international): '£38,000' and '£39,500'.
          handbook, Fees […]: "The tuition fee for home students is £16,200 and for international students £38,000."
          questions, How much does it cost? […]: "International students pay tuition fees of £39,500."
        handbook and questions disagree on the deposit: '£2,000' and '£1,500'.
          handbook, Fees […]: "A non-refundable deposit of £2,000 secures your place."
          questions, How much does it cost? […]: "The deposit is £1,500."
        handbook and questions disagree on the IELTS score (overall): '6.5' and '7.0'.
          handbook, Entry requirements […]: "Applicants need an IELTS score of 6.5 overall, with at least 6.0 in each component."
          questions, What English level do I need? […]: "IELTS 7.0 overall with no element below 6.0."
        handbook and questions disagree on the application deadline: '31 January 2026' and '15 January 2026'.
          handbook, Applying […]: "Apply by 31 January 2026."
          questions, When is the deadline? […]: "Applications close on 15 January 2026."
        handbook and questions disagree on the credits of 'Statistical Learning': '20' and '15 credits'.
          handbook, Modules […]: "Statistical Learning | Autumn | 20"
          questions, Which modules are there? […]: "Statistical Learning (15 credits) is taught in autumn."
        handbook and questions disagree on the term of 'Data Ethics': 'Spring' and 'Autumn'.
          handbook, Modules […]: "Data Ethics | Spring | 10"
          questions, Which modules are there? […]: "Data Ethics | Autumn | 10"
        """,
        Printed(SourceReview.Of([Sketch.Of("questions", Questions), Sketch.Of("handbook", Handbook)], _ => "msc-ds")));

    [Fact]
    public void Documents_of_different_programmes_or_of_none_are_not_compared()
    {
        SourceDocument[] documents = [Sketch.Of("questions", Questions), Sketch.Of("handbook", Handbook)];

        Assert.Empty(SourceReview.Of(documents, id => id));
        Assert.Empty(SourceReview.Of(documents));
    }

    [Fact]
    public void The_credits_of_two_programmes_projects_are_no_disagreement() => Assert.Empty(SourceReview.Of(
        [
            Sketch.Of("msc", "# MSc\n## Project\nThe research project carries 40 ECTS."),
            Sketch.Of("mres", "# MRes\n## Project\nThe research project carries 60 ECTS."),
        ],
        id => id));

    [Fact]
    public void Documents_of_different_cohorts_are_not_compared() => Assert.Empty(SourceReview.Of(
        [
            Sketch.Of("old", "# Fees\nThe tuition fee is £38,000.", cohort: "2025-26 entry"),
            Sketch.Of("new", "# Fees\nThe tuition fee is £39,500.", cohort: "2026-27 entry"),
        ],
        _ => "one"));

    /// <summary>Each line looks like a disagreement with another one, and is none.</summary>
    [Fact]
    public void What_differs_by_right_is_left_alone() => Assert.Equal("", Printed(SourceReview.Of(
        [
            Sketch.Of("handbook", """
                # MSc Data Science Handbook
                ## Fees
                The tuition fee for 2025 entry is £38,000 for international students. Fees for continuing students rise by £500 each year.
                A scholarship of £5,000 reduces the fee. The fee can be paid in two instalments of £19,000.
                | Route | Home | International |
                |---|---|---|
                | Full-time | £16,200 | £38,000 |
                | Part-time | £8,100 | £19,000 |
                ## Fees for part-time students
                The tuition fee is £19,000 for international students.
                ## Length
                The programme takes 12 months full-time or 24 months part-time. A one-year placement is optional; the programme with placement lasts 2 years.
                ## English
                IELTS 7.0 overall. Applicants to the Business School need IELTS 6.5 overall. TOEFL iBT 100 overall or IELTS 7.0.
                ## Deadlines
                Applications close on 31 January 2026. Scholarship applications close on 15 December 2025. Applications for round 1 close on 5 November.
                | Round | Application deadline | Decision |
                |---|---|---|
                | 1 | 5 November | 10 January |
                | 2 | 31 January | 20 March |
                ## Assessment
                The dissertation carries 60 credits. The PG Diploma needs 120 credits, the PG Certificate needs 60 credits. The MSc comprises 180 credits in total.
                Statistics is assessed by 60% coursework and 40% exam. Databases is assessed by 50% coursework and 50% exam.
                A typical 5 ECTS module takes around 28 hours of lectures. A typical 10 ECTS module takes around 50 hours of lectures.
                """),
            Sketch.Of("notes", """
                # MSc Data Science Offer Holder Notes
                ## Money
                For 2026 entry the tuition fee is £39,500 for international students. Oxford asks a fee of £42,000 from international students.
                ## Time
                The part-time programme lasts two years. The MRes Data Science lasts 18 months. Pre-sessional courses last 10 weeks.
                ## Deadline
                Late applications close on 1 July. The deposit is due on 1 June 2026. The draft of the dissertation is due on 1 July.
                The dissertation is due on 1 September. Exams run from January to February. The dissertation abstract has 300 words.
                ## Dissertation
                The dissertation has 15,000 words. The dissertation proposal has 2,000 words. The research statement is one page.
                """),
        ],
        _ => "msc-ds")));

    [Fact]
    public void A_document_that_repeats_a_sentence_with_another_figure_disagrees_with_itself() => Assert.Equal(
        """
        guide disagrees with itself on a figure in otherwise equal sentences: '10 working days' and '15 working days'.
          guide, Teaching […]: "Written feedback on coursework appears on Blackboard within 10 working days."
          guide, Questions […]: "Written feedback on coursework normally appears on Blackboard within 15 working days."
        """,
        Printed(SourceReview.Of([Sketch.Of("guide", """
            # Guide
            ## Teaching
            Written feedback on coursework appears on Blackboard within 10 working days.
            ## Questions
            Written feedback on coursework normally appears on Blackboard within 15 working days.
            """)])));

    [Fact]
    public void A_long_quote_is_cut_around_its_figure_and_on_one_line()
    {
        var filler = string.Join(' ', Enumerable.Repeat("and this goes on", 20));

        var finding = Assert.Single(SourceReview.Of([Sketch.Of("guide", $"""
            # Guide
            ## Fees
            The tuition fee is £20,000.
            ## Again
            For those {filler} the tuition fee is £21,000 {filler}.
            """)]));

        Assert.Equal(3, finding.ToString().Split('\n').Length);
        Assert.Contains("… ", finding.Places[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("£21,000", finding.Places[1].ToString(), StringComparison.Ordinal);
        Assert.True(finding.Places[1].ToString().Length < 260);
    }

    [Fact]
    public void A_control_character_of_a_source_never_reaches_the_console()
    {
        var finding = Assert.Single(SourceReview.Of([Sketch.Of("guide", "## Fees\nThe tuition fee is £20,000.\n## A\u001b[31m\nThe \u001b[31m tuition fee is £21,000.")]));

        Assert.DoesNotContain('\u001b', finding.ToString());
    }

    [Fact]
    public void Every_quote_is_verbatim()
    {
        SourceDocument[] documents = [Sketch.Of("questions", Questions), Sketch.Of("handbook", Handbook)];

        var places = SourceReview.Of(documents, _ => "one").SelectMany(f => f.Places).ToList();

        Assert.NotEmpty(places);
        Assert.All(places, p => Assert.Equal(p.Span.In(documents.Single(d => d.Id == p.Document).Text), p.Words));
        Assert.All(places, p => Assert.True(p.Span.Contains(p.Figure)));
    }

    /// <summary>Two ways to say one thing: a finding if and only if the values differ, whatever the order of the documents.</summary>
    [Fact]
    public void Values_are_reported_exactly_when_they_differ()
    {
        (string First, string Second, string[] Values)[] topics =
        [
            ("The tuition fee is £{0}.", "Students pay a fee of £{0}.", ["20,000", "21,500", "9,250"]),
            ("Applications close on {0}.", "Apply by {0}.", ["5 January", "31 March", "1 June 2026"]),
            ("Applicants need an IELTS score of {0} overall.", "IELTS {0} overall.", ["6.5", "7.0", "7.5"]),
            ("The dissertation has {0} words.", "You write a thesis of {0} words.", ["10,000", "15,000", "20,000"]),
            ("The programme lasts {0}.", "The length of study is {0}.", ["12 months", "two years", "18 months"]),
            ("Distinction: {0}% or above.", "A distinction needs {0}%.", ["70", "75", "80"]),
        ];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (first, second, values) = topics[random.Next(topics.Length)];
            var (a, b) = (values[random.Next(values.Length)], values[random.Next(values.Length)]);
            SourceDocument[] documents =
            [
                Sketch.Of("a", "# A\n" + string.Format(null, first, a)),
                Sketch.Of("b", "# B\n" + string.Format(null, second, b)),
            ];

            var findings = SourceReview.Of(documents, _ => "one");

            Assert.True(findings.Count == (a == b ? 0 : 1), $"seed {seed}: '{first}' '{a}' and '{b}' gave {findings.Count}");
            Assert.Equal(findings, SourceReview.Of([.. documents.Reverse()], _ => "one"));
        }
    }

    [Fact]
    public void What_is_too_large_is_left_out_and_said()
    {
        var one = Sketch.Of("one", "# One\nWords.");
        var large = Sketch.Of("large", new string('x', SourceReview.LongestDocument + 1));

        Assert.Equal(
            ["The sources were not reviewed: 501 documents are more than 500."],
            SourceReview.Of([.. Enumerable.Repeat(one, SourceReview.MostDocuments + 1)]).Select(f => f.ToString()));
        Assert.Equal(
            ["large was not reviewed: its 2000002 characters are more than 2000000."],
            SourceReview.Of([one, large]).Select(f => f.ToString()));
    }

    [Fact]
    public void Many_findings_are_counted_instead_of_listed()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 150).Select(i => $"## S{i}\nStudents hand in three papers:\n- one\n- two"));

        var findings = SourceReview.Of([Sketch.Of("guide", lines)]);

        Assert.Equal(SourceReview.MostFindings + 1, findings.Count);
        Assert.Equal("50 more findings are not listed.", findings[^1].ToString());
    }

    [Theory]
    [InlineData("15 modules ")]
    [InlineData("e.g. A. B. ")]
    [InlineData("The tuition fee is £1, ")]
    [InlineData("Deep and With and ")]
    [InlineData("99999999999999999999999999 ECTS \u0000\u001b[31m")]
    [InlineData("\ud800 £9,9,9 1 - 1 - 1 ")]
    public void Hostile_text_is_read_in_bounds(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 2_000));
        var lines = string.Join('\n', Enumerable.Repeat("## 15 modules\n" + part + ".\n| Module | Credits |\n| Module 1 | 5 |", 500));

        var findings = SourceReview.Of([Sketch.Of("a", text), Sketch.Of("b", lines)], _ => "one");

        Assert.InRange(findings.Count, 0, SourceReview.MostFindings + 1);
    }

    private static string Printed(IReadOnlyList<ReviewFinding> findings) => ReviewText.WithoutOffsets(findings);
}
