using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Tables;

public sealed class ListedRowsTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Theory]
    [InlineData("5-credit electives in autumn on the msc robotics", "2 rows (Elective, Autumn, 5): Field Robots (not running in 2025-26); Legged Locomotion [1]")]
    [InlineData("what electives could I take in the autumn term on the robotics msc", "2 rows (Elective, Autumn): Field Robots (not running in 2025-26); Legged Locomotion [1]")]
    [InlineData("show me everything in spring on the msc robotics", "3 rows (Spring): Robot Perception; Soft Grippers; Natural Language Interfaces [1]")]
    [InlineData("msc robotics modules worth more than 5 credits", "2 rows (more than 5): Kinematics; Robot Perception [1]")]
    [InlineData("msc robotics modules not in spring", "3 rows (not Spring): Kinematics; Field Robots (not running in 2025-26); Legged Locomotion [1]")]
    [InlineData("list all optics mres modules except core", "2 rows (not Core): Fibres; Metamaterials [1]")]
    [InlineData("which mandatory modules are there on the optics mres", "2 rows (Core): Lasers; Imaging [1]")]
    [InlineData("which module is not running", "1 row (not running): Field Robots (not running in 2025-26) [1]")]
    [InlineData("which msc robotics modules have to do with locomotion", "1 row (locomotion): Legged Locomotion [1]")]
    [InlineData("which electives are about robots or interfaces on the msc robotics", "2 rows (robots or interfaces, Elective): Field Robots (not running in 2025-26); Natural Language Interfaces [1]")]
    [InlineData("how many modules per term on the msc robotics", "6 rows by Term: Autumn: 3; Spring: 3 [1]")]
    public void Rows_are_asked_for_in_many_ways(string question, string text) => Assert.Equal(text, FirstLine(_bot.AnswerTo(question)));

    [Fact]
    public void Each_programmes_rows_stand_under_its_name() =>
        Assert.StartsWith(
            "MRes Optics: 2 rows (Spring): Imaging; Fibres [1]\nMSc Robotics: 3 rows (Spring): Robot Perception; Soft Grippers; Natural Language Interfaces [2]",
            _bot.AnswerTo("show me everything in spring").Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("is soft grippers a spring module", "Yes. ")]
    [InlineData("is soft grippers an autumn module", "No. ")]
    [InlineData("is legged locomotion worth 10 credits", "No. ")]
    [InlineData("is soft grippers core or elective", "Code: ")]
    [InlineData("is soft grippers not in spring", "Code: ")]
    [InlineData("is field robots in autumn", "Code: ")]
    public void Yes_or_no_leads_only_where_the_row_proves_it(string question, string lead) =>
        Assert.StartsWith(lead, _bot.AnswerTo(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("can I do soft grippers without programming?")]
    [InlineData("which electives should I take in spring")]
    [InlineData("which spring electives are easiest")]
    [InlineData("do spring electives have exams")]
    [InlineData("what is an elective module")]
    [InlineData("which electives are core")]
    public void What_the_rows_do_not_tell_is_no_list(string question) =>
        Assert.DoesNotContain(" rows (", _bot.ReplyTo(question).Text, StringComparison.Ordinal);

    [Fact]
    public void A_span_of_terms_is_told_apart_from_the_term()
    {
        var bot = new Northfield(Table("Project | Core | Autumn-Summer | 60", "Lasers | Core | Autumn | 10", "Fibres | Core | Spring | 10", "Optics | Elective | Spring | 5", "Waves | Elective | Autumn | 5", "Beams | Elective | Spring | 5"));

        Assert.Equal("1 row (Core, Spring): Fibres. Also partly: Project (Autumn-Summer) [1]", FirstLine(bot.AnswerTo("list the core modules in spring")));
        Assert.Equal("1 row (Core, not Spring): Lasers [1]", FirstLine(bot.AnswerTo("core modules not in spring")));
    }

    [Fact]
    public void A_long_list_is_counted_and_its_parts_are_offered()
    {
        var bot = new Northfield(Table([.. Enumerable.Range(0, 60).Select(i => $"Advanced Topic of {Letters(i)} Studies | Elective | {(i % 2 == 0 ? "Autumn" : "Spring")} | 5")]));
        var answer = bot.AnswerTo("list all electives of the msc robotics");

        Assert.StartsWith("60 rows (Elective), the first ", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["Autumn elective modules of the MSc Robotics", "Spring elective modules of the MSc Robotics"], answer.Choices);
        Assert.StartsWith("30 rows (Elective, Autumn)", bot.AnswerTo(answer.Choices[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how many hours of laboratory experiments", "Hours: Laboratory experiments: 250 [1]")]
    [InlineData("how many hours of lectures are there", "Hours: Lectures (all terms): 1,200 [1]")]
    [InlineData("what share of the marks is practical work", "Practical: 15% [1]")]
    public void A_name_answers_with_the_figure_beside_it(string question, string text) =>
        Assert.Equal(text, FirstLine(Pairs().AnswerTo(question)));

    [Theory]
    [InlineData("how many hours of lectures per week")]
    [InlineData("what share of practical work may be done at home")]
    public void A_figure_of_something_else_is_not_taken(string question) =>
        Assert.DoesNotMatch(@"^(Hours|Practical): ", Pairs().ReplyTo(question).Text);

    [Theory]
    [InlineData("A | B | C", "x | y | z", "x | y | z")]
    [InlineData("Module | Type | Term | Credits", " |  |  | ", " |  |  | ")]
    [InlineData("Module | Type | Term | Credits", "( | ) | ( | )", "Total |  |  | 99999999999999999999999999999999")]
    [InlineData("Module | Module | Module", "Core | Core | Core", "Core | Core | Core")]
    [InlineData("not | except | or", "not | not | or", "or | not | not")]
    public void A_hostile_table_breaks_nothing(string header, string first, string second)
    {
        var bot = new Northfield(Sketch.Of(new DocumentMetadata("t") { Scope = "msc-robotics" }, $"# Modules\n{header}\n{first}\n{second}\n{first}\n{second}"));

        foreach (var question in new[] { "which modules are not core", "list all modules except", "modules worth 999 credits not in or", "how many modules per module", "which not module or", "is core core" })
        {
            Assert.NotEmpty(bot.ReplyTo(question).Text);
        }
    }

    [Fact]
    public void The_count_stated_is_that_of_the_rows_listed_and_of_those_that_meet_the_conditions()
    {
        string[] types = ["Core", "Elective"];
        string[] terms = ["Autumn", "Spring", "Summer"];
        int[] credits = [5, 10, 15];
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(12, 18))
                .Select(i => (Name: $"{Letters(i)} Studies", Type: types[random.Next(2)], Term: terms[random.Next(3)], Credits: credits[random.Next(3)])).ToList();
            var bot = new Northfield(Table([.. rows.Select(r => $"{r.Name} | {r.Type} | {r.Term} | {r.Credits}")]));
            var asked = rows[random.Next(rows.Count)];
            var (negatesTerm, setsCredits) = (random.Next(2) == 0, random.Next(2) == 0);
            var question = $"which {(setsCredits ? $"{asked.Credits}-credit " : "")}{asked.Type.ToLowerInvariant()} modules {(negatesTerm ? "that are not in" : "run in")} {asked.Term.ToLowerInvariant()}";
            var meant = rows.Where(r => r.Type == asked.Type && (r.Term == asked.Term) != negatesTerm && (!setsCredits || r.Credits == asked.Credits)).Select(r => r.Name).ToList();
            if (meant.Count == 0)
            {
                continue;
            }

            var text = FirstLine(bot.AnswerTo(question));
            Assert.True(text.StartsWith($"{meant.Count} row", StringComparison.Ordinal), $"seed {seed}: {question} -> {text}");
            Assert.True(text.EndsWith($": {string.Join("; ", meant)} [1]", StringComparison.Ordinal), $"seed {seed}: {question} -> {text}");
        }
    }

    private static Northfield Pairs() => new(Sketch.Of(
        new DocumentMetadata("pairs") { Scope = "msc-robotics" },
        """
        # Study time
        Activity | Hours
        Lectures (all terms) | 1,200
        Laboratory experiments | 250
        # Assessment
        Kind | Share
        Coursework | 85%
        Practical | 15%
        """));

    private static SourceDocument Table(params string[] rows) =>
        Sketch.Of(new DocumentMetadata("t") { Scope = "msc-robotics" }, $"# Modules\nModule | Type | Term | Credits\n{string.Join('\n', rows)}");

    private static string Letters(int i) => $"{(char)('B' + (i / 10))}{"aeiou"[i % 5]}{(char)('k' + (i % 10))}ov";

    private static string FirstLine(Answer answer) => answer.Text.Split('\n')[0];
}
