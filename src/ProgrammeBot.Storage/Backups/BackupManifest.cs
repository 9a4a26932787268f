using System.Text.Json.Serialization;

namespace ProgrammeBot.Storage.Backups;

/// <summary>What a back-up says of itself.</summary>
/// <param name="Format">Raised whenever a reader of the format before would misread it.</param>
/// <param name="MadeAt">When its snapshot was taken.</param>
/// <param name="MadeFrom">The kind of store; says nothing of where it may be restored to.</param>
/// <param name="Parts">What it holds besides this.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset MadeAt, string MadeFrom, IReadOnlyList<BackupPart> Parts)
{
    public const int Newest = 1;

    public const string Name = "manifest.json";

    /// <summary>Its first field, by which a back-up is told from any other file.</summary>
    public string Kind { get; init; } = OurKind;

    public const string OurKind = "programmebot-backup";
}

/// <summary>One file within a back-up.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Rows">How many records it holds; 0 for a key.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">Its hash, as 64 lower-case hexadecimal digits.</param>
internal sealed record BackupPart(string Name, long Rows, long Bytes, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
