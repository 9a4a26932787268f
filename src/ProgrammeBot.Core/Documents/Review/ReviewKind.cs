namespace ProgrammeBot.Documents.Review;

/// <summary>What is amiss with the sources; the order is the order of the report.</summary>
public enum ReviewKind
{
    /// <summary>Two documents of one scope give different values for one thing.</summary>
    DisagreementBetweenDocuments,

    /// <summary>A document gives different values for one thing in different places.</summary>
    DisagreementWithinDocument,

    /// <summary>A number of things is announced, and fewer are named.</summary>
    IncompleteList,

    /// <summary>Something was left out of the review, so that silence about it is no praise.</summary>
    NotReviewed,
}
