using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>Valid values of places, persons and what is kept of them.</summary>
public static class SomePlaces
{
    public static PlaceId Guild { get; } = PlaceId.Of("discord", "12");

    public static PlaceId Channel { get; } = PlaceId.Of("discord", "12", "34");

    public static PlaceId Thread { get; } = PlaceId.Of("discord", "12", "34", "56");

    /// <summary>Its name begins as the guild's does, and it is another.</summary>
    public static PlaceId OtherGuild { get; } = PlaceId.Of("discord", "123");

    public static PlaceSettings Settings { get; } = new()
    {
        Programme = "msc-aml",
        Intake = "2026-27 entry",
        Answering = AnsweringMode.EveryQuestion,
        PrivateAnswers = true,
        WakeWords = ["hey bot", "bot"],
        Language = "zh-Hant",
        ModeratorRole = "777",
        ModeratorChannel = "888",
        Moderators = ["5c", "7a"],
        Administrators = ["9e"],
        IsAskChannel = true,
        IsForum = false,
        IgnoresStaff = true,
    };

    public static Ulid Id(int number) =>
        Ulid.TryParse($"01J000000000000000000{number:00000}", out var id) ? id : throw new ArgumentOutOfRangeException(nameof(number));

    public static KeyedHash Hash(string of) => KeyedHash.Of(SHA256.HashData(Encoding.UTF8.GetBytes(of)));

    public static PersonReference Person(string name) => new(new ProtectedText($"cipher of {name}"), Hash(name));

    public static UsedPassage Passage(CitedVersion cited) => new(cited, [new(0, 3), new(9, 12)]);
}
