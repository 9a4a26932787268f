namespace ProgrammeBot.Answering.Understanding;

/// <summary>What kind of thing a question asks for; it decides what an answering sentence must hold.</summary>
public enum QuestionKind
{
    /// <summary>Anything else: what, which, why, how.</summary>
    Open,

    /// <summary>A count or a size: some number.</summary>
    HowMany,

    /// <summary>An amount of money.</summary>
    HowMuchMoney,

    /// <summary>A duration.</summary>
    HowLong,

    /// <summary>A date, month, term or year.</summary>
    When,

    /// <summary>A place, page or office.</summary>
    Where,

    /// <summary>A person or body.</summary>
    Who,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>The same facet of two programmes.</summary>
    Compare,
}
