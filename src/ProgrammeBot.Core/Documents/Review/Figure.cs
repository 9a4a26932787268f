namespace ProgrammeBot.Documents.Review;

internal enum FigureUnit
{
    Money,
    Percent,
    Ects,
    Cats,

    /// <summary>Credits of a document that never says which.</summary>
    Credits,
    Hours,
    Months,
    Weeks,
    Days,
    Pages,
    Words,
    Places,
    Date,

    /// <summary>A number without a unit; only some topics read it (an IELTS score).</summary>
    Bare,
}

/// <summary>An amount or date in a statement's reading.</summary>
/// <param name="Unit">What it counts.</param>
/// <param name="Value">For comparing: numbers without separators, years as months, dates as month-day.</param>
/// <param name="Shown">As written.</param>
/// <param name="Start">Where it begins in the reading.</param>
/// <param name="End">Behind it.</param>
/// <param name="Year">The year, where a date names it.</param>
internal sealed record Figure(FigureUnit Unit, string Value, string Shown, int Start, int End, string? Year = null);
