using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgrammeBot.Privacy;

/// <summary>What is held on a person as a file of theirs: all of it, in UTF-8, to be read by people and programs.</summary>
public static class PersonalDataJson
{
    /// <summary>The name of such a file.</summary>
    public static string FileName(PersonalData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return $"my-data-{data.At:yyyy-MM-dd}.json";
    }

    public static byte[] Write(PersonalData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return JsonSerializer.SerializeToUtf8Bytes(new Contract
        {
            Person = data.Person,
            At = data.At,
            Programme = data.Remembered.Programme,
            QuestionsInMemory = data.Remembered.Questions,
            Replies = [.. data.Replies.Select(r => new Reply { Answer = r.Answer.ToString(), Place = r.Place.ToString(), GivenAt = r.GivenAt, KeptUntil = r.KeptUntil })],
            Tickets = [.. data.Tickets.Select(t => new Ticket { Id = t.Id.ToString(), Place = t.Place.ToString(), OpenedAt = t.OpenedAt, Question = t.Question, Reply = t.Reply, State = t.State.ToString(), Answer = t.Answer })],
            Suggestions = [.. data.Suggestions.Select(s => new Suggestion { Id = s.Id.ToString(), MadeAt = s.MadeAt, Question = s.Question, Answer = s.Answer })],
        }, PersonalDataJsonContext.Default.Contract);
    }

    internal sealed record Contract
    {
        public required string Person { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string? Programme { get; init; }

        public required IReadOnlyList<string> QuestionsInMemory { get; init; }

        public required IReadOnlyList<Reply> Replies { get; init; }

        public required IReadOnlyList<Ticket> Tickets { get; init; }

        public required IReadOnlyList<Suggestion> Suggestions { get; init; }
    }

    internal sealed record Reply
    {
        public required string Answer { get; init; }

        public required string Place { get; init; }

        public required DateTimeOffset GivenAt { get; init; }

        public required DateTimeOffset KeptUntil { get; init; }
    }

    internal sealed record Ticket
    {
        public required string Id { get; init; }

        public required string Place { get; init; }

        public required DateTimeOffset OpenedAt { get; init; }

        public required string Question { get; init; }

        public required string Reply { get; init; }

        public required string State { get; init; }

        public required string? Answer { get; init; }
    }

    internal sealed record Suggestion
    {
        public required string Id { get; init; }

        public required DateTimeOffset MadeAt { get; init; }

        public required string Question { get; init; }

        public required string Answer { get; init; }
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PersonalDataJson.Contract))]
internal sealed partial class PersonalDataJsonContext : JsonSerializerContext;
