using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.App.Web;

/// <summary>What the web chat says in its own words, in one language; see <see cref="SharedWording"/> for how such texts are kept.</summary>
public sealed partial record WebWording
{
    /// <summary>BCP 47: <c>en</c>, <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The page that says what is kept.</summary>
    public required PrivacyWording PrivacyPage { get; init; }

    /// <summary>The pages of sources.</summary>
    public required Reading.SourcesWording SourcePages { get; init; }

    // The page
    [StringLength(100)] public required string Title { get; init; }
    [StringLength(200)] public required string Description { get; init; }
    [StringLength(60)] public required string Skip { get; init; }
    [StringLength(40)] public required string Site { get; init; }
    [StringLength(20)] public required string Asked { get; init; }
    [StringLength(20)] public required string AskedSoFar { get; init; }
    [StringLength(20)] public required string Sources { get; init; }
    [StringLength(20)] public required string New { get; init; }
    [StringLength(20)] public required string NewConversation { get; init; }
    public required string Lead { get; init; }
    [StringLength(200)] public required string NoScript { get; init; }
    [StringLength(100)] public required string ReadDocuments { get; init; }
    [StringLength(60)] public required string ToBeginWith { get; init; }
    [StringLength(100)] public required string Privacy { get; init; }
    [StringLength(60)] public required string Conversation { get; init; }
    [StringLength(60)] public required string Passage { get; init; }
    [StringLength(20)] public required string Close { get; init; }
    [StringLength(60)] public required string ClosePassage { get; init; }
    [StringLength(60)] public required string YourQuestion { get; init; }
    [StringLength(20)] public required string Ask { get; init; }
    [StringLength(20)] public required string About { get; init; }
    [StringLength(60)] public required string AllProgrammes { get; init; }
    [StringLength(100)] public required string KeysHint { get; init; }

    // While one asks
    [StringLength(60)] public required string AboutProgramme { get; init; }
    [StringLength(60)] public required string LookingItUp { get; init; }
    [StringLength(60)] public required string Stopped { get; init; }
    [StringLength(40)] public required string TryAgain { get; init; }
    [StringLength(60)] public required string CharactersLeft { get; init; }
    [StringLength(60)] public required string CharactersOver { get; init; }
    [StringLength(200)] public required string BegunAnew { get; init; }

    // What goes wrong
    [StringLength(200)] public required string TookTooLong { get; init; }
    [StringLength(200)] public required string NotReached { get; init; }
    [StringLength(200)] public required string Offline { get; init; }
    [StringLength(200)] public required string TooMany { get; init; }
    [StringLength(200)] public required string WentWrong { get; init; }
    [StringLength(200)] public required string NotSent { get; init; }

    // The reply
    [StringLength(40)] public required string Sure { get; init; }
    [StringLength(200)] public required string SureMeans { get; init; }
    [StringLength(40)] public required string FairlySure { get; init; }
    [StringLength(200)] public required string FairlySureMeans { get; init; }
    [StringLength(40)] public required string Partly { get; init; }
    [StringLength(200)] public required string PartlyMeans { get; init; }
    [StringLength(100)] public required string Official { get; init; }
    [StringLength(100)] public required string Digest { get; init; }
    [StringLength(100)] public required string Secondary { get; init; }
    [StringLength(100)] public required string Opinion { get; init; }
    [StringLength(40)] public required string AsOf { get; init; }
    [StringLength(40)] public required string Page { get; init; }
    [StringLength(100)] public required string FoundNowhere { get; init; }
    [StringLength(100)] public required string WhomToAsk { get; init; }
    [StringLength(100)] public required string WhereItSaysSo { get; init; }
    [StringLength(150)] public required string NearestPassages { get; init; }
    [StringLength(60)] public required string Source { get; init; }
    [StringLength(60)] public required string ChooseOne { get; init; }
    [StringLength(60)] public required string ShowInContext { get; init; }
    [StringLength(60)] public required string OpenDocument { get; init; }
    [StringLength(60)] public required string InNewTab { get; init; }
    [StringLength(40)] public required string Table { get; init; }
    [StringLength(20)] public required string Copy { get; init; }
    [StringLength(20)] public required string Copied { get; init; }
    [StringLength(100)] public required string CopiedWithSources { get; init; }
    [StringLength(60)] public required string CopyingNotAllowed { get; init; }

    // The passage
    [StringLength(60)] public required string OpeningPassage { get; init; }
    [StringLength(200)] public required string TextAsCited { get; init; }
    [StringLength(200)] public required string CurrentTextInstead { get; init; }
    [StringLength(40)] public required string Version { get; init; }
    [StringLength(60)] public required string OpenWhole { get; init; }

    // What one thinks of it
    [StringLength(60)] public required string WasItHelpful { get; init; }
    [StringLength(20)] public required string Helpful { get; init; }
    [StringLength(20)] public required string Yes { get; init; }
    [StringLength(20)] public required string No { get; init; }
    [StringLength(60)] public required string ThankYou { get; init; }
    [StringLength(60)] public required string WhatWasWrong { get; init; }
    [StringLength(60)] public required string ReasonWrong { get; init; }
    [StringLength(60)] public required string ReasonNotMyProgramme { get; init; }
    [StringLength(60)] public required string ReasonOutOfDate { get; init; }
    [StringLength(60)] public required string ReasonUnclear { get; init; }
    [StringLength(60)] public required string ReasonOther { get; init; }
    [StringLength(100)] public required string OwnWords { get; init; }
    [StringLength(20)] public required string Send { get; init; }

    // What one would answer
    [StringLength(40)] public required string SuggestAnswer { get; init; }
    public required string SuggestTold { get; init; }
    [StringLength(60)] public required string SuggestQuestion { get; init; }
    [StringLength(100)] public required string SuggestWords { get; init; }
    [StringLength(100)] public required string SuggestSent { get; init; }
    [StringLength(20)] public required string Cancel { get; init; }

    /// <summary>Every language there is, the one to fall back to first.</summary>
    public static IReadOnlyList<WebWording> All { get; } = [InEnglish(), InGerman()];

    public static Wordings<WebWording> BuiltIn { get; } = new(All, w => w.Language);

    /// <summary>All texts by name, as the chat's scripts read them.</summary>
    public string ToJson() => JsonSerializer.Serialize(WordingTexts.Of(this).ToDictionary(t => t.Key, t => t.Text), WebJson.Default.DictionaryStringString);
}
