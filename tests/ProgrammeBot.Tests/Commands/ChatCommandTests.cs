using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class ChatCommandTests(NorthfieldFolder folder) : IClassFixture<NorthfieldFolder>
{
    [Fact]
    public async Task A_number_chooses_the_choice_offered_and_a_blank_line_ends()
    {
        var ran = await folder.TypeAsync("What is the English requirement?\n2\n\nWhen is the laboratory book due?\n", "chat");

        Assert.Equal(
            """
            MSc Robotics: The English requirement is IELTS 7.0 overall. [1]
            MRes Optics: The English requirement is IELTS 6.5 overall. [2]
            Applies to: MSc Robotics; MRes Optics, 2025-26 entry.

            Sure: the passage says so.

            [1] MSc Robotics: specification, Admission
                (official; as of 2025-01)
                > The English requirement is IELTS 7.0 overall.

            [2] MRes Optics: handbook, Admission
                (our digest of: the handbook; covers 2025-26 entry)
                > The English requirement is IELTS 6.5 overall.

            Choose one to go on:
              1. MSc Robotics
              2. MRes Optics

            The English requirement is IELTS 6.5 overall. [1]
            Applies to: MRes Optics, 2025-26 entry.

            Sure: the passage says so.

            [1] MRes Optics: handbook, Admission
                (our digest of: the handbook; covers 2025-26 entry)
                > The English requirement is IELTS 6.5 overall.

            """,
            ran.Clean);
    }

    [Fact]
    public async Task A_follow_up_leans_on_what_was_asked_before()
    {
        var ran = await folder.TypeAsync("What is the English requirement of the MSc Robotics?\nAnd for the MRes Optics?", "chat");

        Assert.Equal(
            ["The English requirement is IELTS 7.0 overall. [1]", "The English requirement is IELTS 6.5 overall. [1]"],
            ran.Clean.Split('\n').Where(l => l.EndsWith("[1]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_number_that_no_choice_has_is_a_question()
    {
        var ran = await folder.TypeAsync("What is the English requirement?\n3\n", "chat");

        Assert.DoesNotContain("\nThe English requirement is", ran.Clean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_programme_may_be_set_for_the_whole_conversation()
    {
        var ran = await folder.TypeAsync("What is the English requirement?", "chat", "--programme", "msc-robotics");

        Assert.StartsWith("The English requirement is IELTS 7.0 overall. [1]\n", ran.Clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("  \t\n")]
    public async Task Nothing_typed_ends_it_at_once(string input) =>
        Assert.Equal(new Ran(0, "", ""), await folder.TypeAsync(input, "chat"));
}
