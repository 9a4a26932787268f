using ProgrammeBot.Conversations;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conversations;

public sealed class ConversationMemoryTests
{
    private static readonly ConversationKey Ann = new("web:room", "ann");

    private readonly TurnedClock clock = new();
    private readonly ConversationMemory memory;

    public ConversationMemoryTests() => memory = new ConversationMemory(clock);

    [Fact]
    public void Turns_come_back_oldest_first() => Assert.Equal(["one", "two"], Told("one", "two"));

    [Fact]
    public void Only_the_last_turns_are_kept() => Assert.Equal(["3", "4", "5", "6", "7", "8"], Told("1", "2", "3", "4", "5", "6", "7", "8"));

    [Fact]
    public void Blank_turns_are_not_remembered() => Assert.Equal(["one"], Told("one", " \n"));

    [Fact]
    public void A_long_turn_is_kept_in_part_and_no_character_is_halved()
    {
        var turn = new string('a', ConversationMemory.MaxTurnLength - 1) + "😀 and more";

        Assert.Equal([new string('a', ConversationMemory.MaxTurnLength - 1)], Told(turn));
    }

    [Fact]
    public void One_person_never_sees_anothers_words()
    {
        memory.Remember(Ann, "mine");

        Assert.Empty(memory.TurnsOf(Ann with { Person = "bob" }));
        Assert.Empty(memory.TurnsOf(Ann with { Place = "web:other" }));
    }

    [Fact]
    public void A_silent_conversation_is_forgotten_after_half_an_hour()
    {
        memory.Remember(Ann, "one");
        clock.Turn(TimeSpan.FromMinutes(20));
        memory.Remember(Ann, "two");
        clock.Turn(TimeSpan.FromMinutes(29));
        Assert.Equal(["one", "two"], memory.TurnsOf(Ann));

        clock.Turn(TimeSpan.FromMinutes(1));

        Assert.Empty(memory.TurnsOf(Ann));
        Assert.Equal(0, memory.Count);
    }

    [Fact]
    public void The_longest_silent_conversation_makes_room()
    {
        for (var i = 0; i < ConversationMemory.MaxConversations; i++)
        {
            memory.Remember(new ConversationKey("web", $"p{i}"), "hello");
        }

        memory.Remember(new ConversationKey("web", "p0"), "still here");
        memory.Remember(Ann, "new");

        Assert.Equal(ConversationMemory.MaxConversations, memory.Count);
        Assert.Equal(2, memory.TurnsOf(new ConversationKey("web", "p0")).Count);
        Assert.Empty(memory.TurnsOf(new ConversationKey("web", "p1")));
    }

    [Fact]
    public void A_person_is_forgotten_in_every_place()
    {
        memory.Remember(Ann, "one");
        memory.Remember(Ann with { Place = "elsewhere" }, "two");
        memory.Remember(Ann with { Person = "bob" }, "three");

        memory.ForgetPerson("ann");

        Assert.Equal(1, memory.Count);
    }

    [Fact]
    public void Many_may_speak_at_once()
    {
        Parallel.For(0, 2000, i => memory.Remember(new ConversationKey("web", $"p{i % 7}"), $"turn {i}"));

        Assert.Equal(7, memory.Count);
        Assert.All(Enumerable.Range(0, 7), p => Assert.Equal(ConversationMemory.MaxTurns, memory.TurnsOf(new ConversationKey("web", $"p{p}")).Count));
    }

    private IReadOnlyList<string> Told(params string[] turns)
    {
        foreach (var turn in turns)
        {
            memory.Remember(Ann, turn);
        }

        return memory.TurnsOf(Ann);
    }
}
