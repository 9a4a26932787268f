using ProgrammeBot.Channels.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>An entry of what somebody asked and somebody answered in messages.</summary>
public static class MessageDraft
{
    /// <summary>A question that is too long for a title stands whole among the phrasings, as far as they have room.</summary>
    public static FaqDraft Of(string question, string answer)
    {
        var line = VisibleText.Line(question);
        return new FaqDraft
        {
            Title = TitleOf(line),
            Phrasings = line.Length > FaqContent.MaxTitleLength ? [line[..TextCut.AtWord(line, FaqContent.MaxPhrasingLength)]] : [],
            Answer = VisibleText.Of(answer),
        };
    }

    /// <summary>As much of a question as a title has room for.</summary>
    public static string TitleOf(string question)
    {
        var line = VisibleText.Line(question);
        return line[..TextCut.AtWord(line, FaqContent.MaxTitleLength)].TrimEnd();
    }
}
