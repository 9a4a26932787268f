using System.ComponentModel.DataAnnotations;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.App.Web;

/// <summary>What the page at <c>/privacy</c> says, in one language; see <see cref="WebWording"/>, of which it is a part.</summary>
public sealed partial record PrivacyWording
{
    [StringLength(60)] public required string TabTitle { get; init; }
    [StringLength(100)] public required string Title { get; init; }
    public required string Lead { get; init; }
    [StringLength(40)] public required string OneDay { get; init; }
    [StringLength(40)] public required string Days { get; init; }

    [StringLength(100)] public required string Here { get; init; }
    public required string HereMemory { get; init; }
    public required string HereWritten { get; init; }
    public required string HereSuggested { get; init; }
    public required string HereAddress { get; init; }

    [StringLength(100)] public required string Channels { get; init; }
    public required string ChannelsQuestion { get; init; }
    public required string ChannelsReferences { get; init; }
    public required string ChannelsTickets { get; init; }
    public required string ChannelsSuggested { get; init; }

    [StringLength(100)] public required string Without { get; init; }
    public required string WithoutAnswers { get; init; }
    public required string WithoutGaps { get; init; }
    public required string WithoutVotes { get; init; }
    public required string WithoutAudit { get; init; }

    [StringLength(100)] public required string Yours { get; init; }
    public required string YoursHow { get; init; }
    public required string Distress { get; init; }

    /// <summary>A time, in days.</summary>
    public string TimeOf(TimeSpan time) => time.TotalDays == 1 ? OneDay : SharedWording.Filled(Days, Math.Ceiling(time.TotalDays).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
