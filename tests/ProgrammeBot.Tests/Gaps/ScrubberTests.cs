using System.Text.RegularExpressions;
using ProgrammeBot.Documents;
using ProgrammeBot.Gaps;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Gaps;

public sealed partial class ScrubberTests
{
    private static readonly IVocabulary Ours = VocabularyOf("The module INFR11130 and the module ELEC70028 run in Python. Visit us in Edinburgh EH8 9AB. Call the office on 0131 650 1000, the code is 2034567.");

    [Theory]
    [InlineData("My name is Anna Smith, when is the deadline?", "My name is [name], when is the deadline?")]
    [InlineData("my name is anna, when is the deadline?", "my name is [name], when is the deadline?")]
    [InlineData("my name is anna okafor and i want to apply", "my name is [name] and i want to apply")]
    [InlineData("Hi, I'm Priya and I want to apply", "Hi, I'm [name] and I want to apply")]
    [InlineData("I am Priya Raghunathan from Chennai", "I am [name] from Chennai")]
    [InlineData("hi im priya, how much is it", "hi im [name], how much is it")]
    [InlineData("I'm Grace, can I apply?", "I'm [name], can I apply?")]
    [InlineData("I’m Ludwig van den Berg. Can I defer?", "I’m [name]. Can I defer?")]
    [InlineData("I am Seán O'Brien and want to defer", "I am [name] and want to defer")]
    [InlineData("I am Jean-Luc McDonald, may I apply?", "I am [name], may I apply?")]
    [InlineData("Hello, this is Wei Zhang speaking", "Hello, this is [name] speaking")]
    [InlineData("You can call me Babatunde.", "You can call me [name].")]
    [InlineData("please call me priya", "please call me [name]")]
    [InlineData("My full name is José María García López", "My full name is [name]")]
    [InlineData("I'm called Oluwaseun, is there a test?", "I'm called [name], is there a test?")]
    [InlineData("Name: Anna Schmidt. Question: how much?", "Name: [name]. Question: how much?")]
    [InlineData("My sister Fatima wants to apply", "My sister [name] wants to apply")]
    [InlineData("When is the deadline? Kind regards, Anna Smith", "When is the deadline? Kind regards, [name]")]
    [InlineData("When is the deadline? Thanks! Anna", "When is the deadline? Thanks! [name]")]
    [InlineData("Ich heiße Jörg Müller und möchte mich bewerben", "Ich heiße [name] und möchte mich bewerben")]
    [InlineData("ich heisse jörg und habe eine frage", "ich heisse [name] und habe eine frage")]
    [InlineData("Mein Name ist Ayşe Yılmaz. Wann ist Bewerbungsschluss?", "Mein Name ist [name]. Wann ist Bewerbungsschluss?")]
    [InlineData("Hallo, ich bin Anna und komme aus Wien", "Hallo, ich bin [name] und komme aus Wien")]
    [InlineData("Ich bin die Lena, wie hoch ist die Gebühr?", "Ich bin die [name], wie hoch ist die Gebühr?")]
    [InlineData("Wie hoch ist die Gebühr? Viele Grüße, Lena Vogel", "Wie hoch ist die Gebühr? Viele Grüße, [name]")]
    [InlineData("Mein Bruder Kemal will sich bewerben", "Mein Bruder [name] will sich bewerben")]
    [InlineData("MY NAME IS ANNA SMITH WHEN", "MY NAME IS [name]")]
    public void A_name_is_taken_out(string asked, string kept) => Assert.Equal(kept, Scrubber.Scrub(asked, Ours));

    [Theory]
    [InlineData("I am an international student")]
    [InlineData("I am Indian, do I need IELTS?")]
    [InlineData("I am Interested in Machine Learning")]
    [InlineData("I'm from Germany and want to apply")]
    [InlineData("I'm Kazakhstani student, what do I need?")]
    [InlineData("i am not sure whether i can apply")]
    [InlineData("I am BTech graduate")]
    [InlineData("I am EU citizen")]
    [InlineData("I'm good at Python, is that enough?")]
    [InlineData("I am Edinburgh based")]
    [InlineData("i am intrested in the msc")]
    [InlineData("I am Mechanical Engineer")]
    [InlineData("My name is not on the list")]
    [InlineData("my name is misspelled on the certificate")]
    [InlineData("call me back please")]
    [InlineData("This is important: when is the deadline?")]
    [InlineData("Is this Python only?")]
    [InlineData("What is the name of the module?")]
    [InlineData("Thanks! How do I apply for the scholarship in the second year?")]
    [InlineData("My friend wants to apply too")]
    [InlineData("Ich bin Student und möchte wechseln")]
    [InlineData("Ich bin Informatikerin und arbeite")]
    [InlineData("Ich bin Deutscher, brauche ich ein Visum?")]
    [InlineData("Im Modulhandbuch steht nichts, wie kann ich das sehen?")]
    [InlineData("ich bin interessiert an dem Studiengang")]
    [InlineData("Mein Name ist falsch geschrieben")]
    [InlineData("Wie heißt das Modul im Herbst?")]
    public void What_is_no_name_stays(string asked) => Assert.Equal(asked, Scrubber.Scrub(asked, Ours));

    [Theory]
    [InlineData("write to anna.smith+uni@mail.example.co.uk please", "write to [mail] please")]
    [InlineData("anna (at) mail (dot) example is my address", "[mail] is my address")]
    [InlineData("mail jörg[at]uni-köln.de", "mail [mail]")]
    [InlineData("anna at gmail dot com", "[mail]")]
    [InlineData("ANNA＠MAIL.EXAMPLE", "[mail]")]
    [InlineData("my profile https://social.example/in/anna-smith?x=1 is up", "my profile [link] is up")]
    [InlineData("see linkedin.com/in/anna-smith", "see [link]")]
    [InlineData("mailto:a@b.example", "[link]")]
    [InlineData("hey <@123456789012345678> when?", "hey [name] when?")]
    [InlineData("ask <@&123456789012345678> in <#123456789012345678>", "ask [id] in [id]")]
    [InlineData("<at>Anna Smith</at> when is it?", "[name] when is it?")]
    [InlineData("<at id=\"0\">Anna</at> when is it?", "[name] when is it?")]
    [InlineData("I wrote to @anna.smith_99 already", "I wrote to [name] already")]
    [InlineData("add me anna#1234", "add me [name]")]
    [InlineData("user 123456789012345678 said", "user [id] said")]
    [InlineData("my ip is 192.168.10.254", "my ip is [id]")]
    [InlineData("my ip is 2001:db8::8a2e:370:7334", "my ip is [id]")]
    [InlineData("key 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "key [id]")]
    public void An_address_is_taken_out(string asked, string kept) => Assert.Equal(kept, Scrubber.Scrub(asked, Ours));

    [Theory]
    [InlineData("call +44 (0)7700 900123 please", "call [phone] please")]
    [InlineData("0049-170-1234567", "[phone]")]
    [InlineData("my number is 07700900123", "my number is [phone]")]
    [InlineData("ring 0131 496 0018 tomorrow", "ring [phone] tomorrow")]
    [InlineData("Tel. 0170/1234567", "Tel. [phone]")]
    [InlineData("(415) 555-0134 is my cell", "[phone] is my cell")]
    [InlineData("my whatsapp is 98765 43210", "my whatsapp is [phone]")]
    [InlineData("Meine Handynummer lautet 0176 / 123 456 78", "Meine Handynummer lautet [phone]")]
    [InlineData("06 12 34 56 78", "[phone]")]
    [InlineData("٠٧٧٠٠٩٠٠١٢٣", "[phone]")]
    [InlineData("my student number is s2034568", "my student number is [id]")]
    [InlineData("my UCAS personal ID is 123-456-7890", "my UCAS personal ID is [id]")]
    [InlineData("application no. 4321", "application no. [id]")]
    [InlineData("Matrikelnummer: 1234567, wann?", "Matrikelnummer: [id], wann?")]
    [InlineData("meine Bewerbernummer ist 98765", "meine Bewerbernummer ist [id]")]
    [InlineData("passport number AB1234567", "passport number [id]")]
    [InlineData("I am s2034568 and enrolled", "I am [id] and enrolled")]
    [InlineData("QQ123456C is mine", "[id] is mine")]
    [InlineData("it says 7654321 there", "it says [number] there")]
    [InlineData("my ssn 123-45-6789", "my ssn [id]")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 please", "IBAN [number] please")]
    [InlineData("card 4111 1111 1111 1111", "card [number]")]
    [InlineData("4111111111111111", "[number]")]
    [InlineData("born on 12.03.1999 in Rome", "born on [number] in Rome")]
    [InlineData("my date of birth is 3rd of March 1999", "my date of birth is [number]")]
    [InlineData("ich bin geboren am 12. März 1999", "ich bin geboren am [number]")]
    [InlineData("I live in AB1 2CD", "I live in [id]")]
    public void A_number_of_somebody_is_taken_out(string asked, string kept) => Assert.Equal(kept, Scrubber.Scrub(asked, Ours));

    [Theory]
    [InlineData("Is INFR11130 open to me in 2025/26?")]
    [InlineData("Is infr11131 the same?")]
    [InlineData("Fees for 2025-26 and 2026-27, from 01.09.2025 to 30.09.2026")]
    [InlineData("Does £34,800 include everything, or 38 000 EUR?")]
    [InlineData("Is 1,000,000 pounds enough? And 100000 rupees?")]
    [InlineData("IELTS 6.5 with 5.5 in each, TOEFL 92")]
    [InlineData("Is the campus at EH8 9AB?")]
    [InlineData("Is 0131 650 1000 the number of the office?")]
    [InlineData("Deadline 15 January 2026 at 18:00, not 10:30:45?")]
    [InlineData("Between 10.00 - 12.00 on 2026-01-15")]
    [InlineData("In case 30 people apply, are 180 credits needed?")]
    [InlineData("A dissertation of 15000 words")]
    [InlineData("Is it CS101 or COMP1234 and covid2020?")]
    [InlineData("Is 10115 Berlin too far?")]
    [InlineData("Do I need ISO27001 or Python 3.11.4?")]
    [InlineData("What does 10000euros buy, and a 34800GBP fee?")]
    [InlineData("@everyone when is the deadline?")]
    [InlineData("Is https://www.example.org the page?")]
    [InlineData("M.Sc./M.Eng. and/or Ph.D.?")]
    [InlineData("C++, C# and F# needed?")]
    [InlineData("Was ist ECTS 30 im 1. Semester ab 01.10.2025?")]
    [InlineData("Kostet es 1.500 € oder 1500,00 Euro?")]
    public void What_is_nobodys_own_stays(string asked) => Assert.Equal(asked, Scrubber.Scrub(asked, Ours));

    [Fact]
    public void Without_documents_their_numbers_are_anybodys() => Assert.Equal("Is [id] at [id]?", Scrubber.Scrub("Is INFR11130 at EH8 9AB?"));

    [Fact]
    public void Anything_may_come_and_a_second_scrubbing_changes_nothing()
    {
        string[] pieces = ["my name is ", "I am ", "ich bin ", "Regards, ", "Anna", "anna.b@c.example", "+44 131 ", "0131 650 1000", "s1234567", "12.03.1999", "2025", "£34,800", "tel ", "id ", "born ", "[name]", "@x", "<@1>", "\uE000", "\uE001\uE005"];
        var random = new Random(6);
        for (var i = 0; i < 500; i++)
        {
            var asked = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(2) == 0 ? pieces[random.Next(pieces.Length)] : HostileTexts.Of(random, unseen: true, most: 3)));
            var once = Scrubber.Scrub(asked, Ours);
            Assert.Equal(once, Scrubber.Scrub(once, Ours));
            Assert.DoesNotContain("anna.b@c.example", once, StringComparison.Ordinal);
            Assert.DoesNotMatch(Unkept(), once);
        }
    }

    [Theory]
    [InlineData("0 ")]
    [InlineData("0131-")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("I am Anna ")]
    [InlineData("1,000 ")]
    [InlineData("a1")]
    [InlineData("12:")]
    [InlineData("DE89 ")]
    [InlineData("id: ")]
    [InlineData("tel ")]
    [InlineData("<at>")]
    public async Task The_longest_question_of_one_piece_takes_no_time_to_speak_of(string piece)
    {
        var asked = string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length));
        await Task.Run(() => Scrubber.Scrub(asked, Ours), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    private static IVocabulary VocabularyOf(string text)
    {
        var document = Sketch.Of(new DocumentMetadata("guide"), text);
        return InTreeCorpus.FromDocuments([new IndexedDocument(document, PassageCutter.Cut(document))]).Vocabulary;
    }

    [GeneratedRegex(@"[\uE000-\uF8FF\p{Cc}]")]
    private static partial Regex Unkept();
}
