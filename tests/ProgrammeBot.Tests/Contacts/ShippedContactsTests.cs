using ProgrammeBot.Contacts;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Contacts;

public sealed class ShippedContactsTests
{
    private static readonly ContactsOutcome Shipped = ContactsFile.Read(Seeds.Path("contacts.yaml"), Seeds.Scopes);

    private static ContactBook Book => Shipped.Book;

    [Fact]
    public void The_file_is_whole_and_every_programme_has_somebody_for_every_topic()
    {
        Assert.Empty(Shipped.Problems);
        Assert.True(Book.Topics.Count >= 20);
        Assert.Empty(Book.Lacking());
    }

    [Fact]
    public void No_link_was_invented()
    {
        var text = string.Join('\n', Seeds.Documents.Values.Select(d => d.Text));
        var scopes = Seeds.Scopes.Scopes.Select(s => (string?)s.Id).Append(null);
        var links = scopes.SelectMany(s => Book.Topics.Select(t => Book.ByTopic(t.Id, s)?.Link)).OfType<Uri>().Distinct().ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(link.Host + link.PathAndQuery, text, StringComparison.Ordinal));
    }

    [Fact]
    public void No_contact_holds_an_address_or_number_in_its_name() =>
        Assert.DoesNotContain(Book.Topics, t => Book.ByTopic(t.Id, null)!.Name.Any(c => c is '@' or '+') || Book.ByTopic(t.Id, null)!.Name.Contains("www", StringComparison.Ordinal));

    [Theory]
    [InlineData("will my chinese bachelor count as an equivalent degree?", "entry-requirements")]
    [InlineData("when do applications close", "admissions")]
    [InlineData("can I send TOEFL instead", "english-language")]
    [InlineData("how much is tuition for overseas people", "fees")]
    [InlineData("any scholarships going?", "funding")]
    [InlineData("how long does the student visa take", "visas")]
    [InlineData("do you guarantee a room in halls", "accommodation")]
    [InlineData("i'm dyslexic, do i get extra time in the exam", "disability")]
    [InlineData("can I defer to next year", "deferral")]
    [InlineData("two of my electives clash", "module-choice")]
    [InlineData("when do I get the timetable", "timetable")]
    [InlineData("what if I fail an exam, can I retake it", "resits")]
    [InlineData("can i get an extension for the coursework, i was in hospital", "extensions")]
    [InlineData("is using chatgpt plagiarism", "regulations")]
    [InlineData("how do I find a supervisor for my thesis", "project")]
    [InlineData("does the careers service check CVs", "careers")]
    [InlineData("do i get access to a gpu cluster", "it-library")]
    [InlineData("I need proof of enrolment for my bank", "student-records")]
    [InlineData("when is the graduation ceremony", "graduation")]
    [InlineData("whom do I complain to", "complaints")]
    [InlineData("is there an internship in the programme", "placements")]
    [InlineData("where can i see a counsellor", "wellbeing")]
    [InlineData("is there a gym on campus", "student-life")]
    [InlineData("who is the programme director", "teaching")]
    public void A_question_is_led_to_its_topic(string question, string topic) =>
        Assert.Equal(topic, Book.For(question, "mres-aiml")!.Topic);

    [Fact]
    public void What_the_specification_links_to_is_named_first_for_its_programme()
    {
        Assert.Contains("exams-and-assessment", Book.For("what happens if I fail", "mres-aiml-2025")!.Text, StringComparison.Ordinal);
        Assert.Contains("Department of Computing", Book.For("when does the application close", "mres-aiml")!.Text, StringComparison.Ordinal);
        Assert.Contains("Electrical", Book.For("when does the application close", "msc-aml")!.Text, StringComparison.Ordinal);
        Assert.Contains("Electrical", Book.For("is there a lunar eclipse", "msc-aml")!.Text, StringComparison.Ordinal);
        Assert.Contains("department", Book.For("when does the application close", null)!.Text, StringComparison.Ordinal);
    }
}
