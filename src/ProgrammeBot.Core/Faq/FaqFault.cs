namespace ProgrammeBot.Faq;

/// <summary>Why a field cannot be kept as it was written.</summary>
/// <param name="Field">The field of <see cref="FaqDraft"/>.</param>
/// <param name="What">The end of a sentence that begins with the field.</param>
/// <param name="Limit">The limit it is over; null where it is another fault.</param>
public sealed record FaqFault(string Field, string What, int? Limit = null)
{
    public override string ToString() => $"{Field} {What}";
}
