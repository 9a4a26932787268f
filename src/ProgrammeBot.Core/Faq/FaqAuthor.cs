using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>Who changes an entry, and what they say of it for the history.</summary>
public sealed record FaqAuthor
{
    /// <exception cref="ArgumentException">The name is blank, or one of them is over its limit; see <see cref="FaqEdit"/>.</exception>
    public FaqAuthor(string by, string note = "")
    {
        By = StoredText.Require(by, FaqEdit.MaxByLength, name: nameof(by));
        Note = StoredText.Require(note, FaqEdit.MaxNoteLength, blank: true, lines: true, name: nameof(note));
    }

    public string By { get; }

    /// <summary>May be blank.</summary>
    public string Note { get; }

    internal FaqAuthor Saying(string note) => Note.Length > 0 ? this : new FaqAuthor(By, note);
}
