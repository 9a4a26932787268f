using System.ComponentModel.DataAnnotations;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>What the pages of sources say around the documents, in one language; see <see cref="WebWording"/>, of which it is a part. The documents stay as they are.</summary>
public sealed partial record SourcesWording
{
    [StringLength(60)] public required string Title { get; init; }
    [StringLength(200)] public required string Lead { get; init; }
    [StringLength(200)] public required string None { get; init; }
    [StringLength(40)] public required string OneSection { get; init; }
    [StringLength(40)] public required string Sections { get; init; }
    [StringLength(40)] public required string AsOf { get; init; }
    [StringLength(40)] public required string Version { get; init; }
    [StringLength(60)] public required string ReadOriginal { get; init; }
    [StringLength(40)] public required string Contents { get; init; }
    [StringLength(60)] public required string GoToQuoted { get; init; }
    [StringLength(60)] public required string SkipToText { get; init; }

    [StringLength(60)] public required string MissingTab { get; init; }
    [StringLength(100)] public required string Missing { get; init; }
    [StringLength(200)] public required string MayBeRenamed { get; init; }
    [StringLength(60)] public required string SeeAll { get; init; }

    [StringLength(300)] public required string ChangedSince { get; init; }
    [StringLength(60)] public required string ReadCurrent { get; init; }
    [StringLength(300)] public required string NoLongerSource { get; init; }
    [StringLength(300)] public required string EarlierNotKept { get; init; }

    // Whose words these are
    [StringLength(200)] public required string OfficialOf { get; init; }
    [StringLength(200)] public required string Official { get; init; }
    [StringLength(200)] public required string SecondaryBy { get; init; }
    [StringLength(200)] public required string Secondary { get; init; }
    [StringLength(200)] public required string Opinion { get; init; }
    [StringLength(200)] public required string DigestOf { get; init; }
    [StringLength(200)] public required string Digest { get; init; }
    [StringLength(60)] public required string ItselfSecondary { get; init; }
    [StringLength(60)] public required string ItselfOpinion { get; init; }
}
