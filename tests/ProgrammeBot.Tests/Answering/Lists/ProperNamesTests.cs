using ProgrammeBot.Answering.Lists;

namespace ProgrammeBot.Tests.Answering.Lists;

public sealed class ProperNamesTests
{
    [Theory]
    [InlineData("Soft Grippers opens the hand to fruit.", "Soft Grippers")]
    [InlineData("Some combine Tide Tables with Optics, Applied Rigging, and Sails of the North.", "Tide Tables; Optics; Applied Rigging; Sails of the North")]
    [InlineData("Personal tutors help in the Autumn.", "")]
    [InlineData("everything is lower case, and nothing is named", "")]
    [InlineData("", "")]
    public void Runs_of_capitalised_words_are_names(string sentence, string names) =>
        Assert.Equal(names, string.Join("; ", ProperNames.In(sentence, _ => false).Select(n => n.Words)));

    [Fact]
    public void Two_ands_name_two_things_and_which_of_them_parts_is_left_open()
    {
        var name = Assert.Single(ProperNames.In("Sailors take Knots and Ropes and Wind at sea.", _ => false));

        Assert.Equal(("Knots and Ropes and Wind", 2, true), (name.Words, name.Count, name.IsCertain));
    }

    [Fact]
    public void One_and_between_names_may_part_them_or_not() =>
        Assert.False(Assert.Single(ProperNames.In("Sailors take Rope Work and Wind Lore at sea.", _ => false)).IsCertain);

    [Fact]
    public void What_is_known_as_something_else_is_no_name() =>
        Assert.Empty(ProperNames.In("It builds on Deep Water for practice.", name => name == "Deep Water"));

    [Theory]
    [InlineData("- Speech at Sea", null)]
    [InlineData("- Signals and Flags;", "Signals and Flags")]
    [InlineData("- Students sign flags.", null)]
    [InlineData("", null)]
    public void A_list_item_is_a_name_when_it_is_nothing_else(string item, string? name) => Assert.Equal(name, ProperNames.OfItem(item)?.Words);
}
