using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>A reply as a message: its words as content, what it rests on in an embed below, what can be done as buttons.</summary>
/// <remarks>Why embeds and rows, and not Components V2: docs/adr/0010-discord-messages.md. Every message keeps every limit, whatever it quotes.</remarks>
/// <param name="wording">The language of our own words.</param>
/// <param name="link">Where a citation leads to, see <see cref="Citation"/>; null where to nowhere. Only http and https are shown.</param>
public sealed class ReplyRendering(DiscordWording wording, Func<Citation, Uri?> link)
{
    private const int QuestionRoom = 300;
    private const int ContactRoom = 400;

    private readonly CitationLines _lines = new(wording, link);

    /// <param name="reply">What to say.</param>
    /// <param name="id">The answer's id, which its buttons carry.</param>
    /// <param name="view">How it is shown.</param>
    public OutgoingMessage Of(Reply reply, AnswerId id, ReplyView? view = null)
    {
        ArgumentNullException.ThrowIfNull(reply);
        view ??= new ReplyView();
        var embed = EmbedOf(reply);
        var rows = RowsOf(reply, id.ToString(), view);
        return new OutgoingMessage
        {
            Content = ContentOf(reply, view),
            Embeds = embed is null ? null : [embed],
            Components = rows.Count == 0 ? null : rows,
            Flags = IsPrivate(reply, view) ? MessageFlags.Ephemeral : null,
        };
    }

    /// <summary>Whether only the asker shall see it: must be known when the interaction is acknowledged.</summary>
    public static bool IsPrivate(Reply reply, ReplyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.IsPrivate || reply is Abstain { IsPrivate: true };
    }

    /// <summary>'What did you mean?', privately, with the other readings of a question.</summary>
    public OutgoingMessage DidYouMean(IReadOnlyList<string> meanings, AnswerId id) => new()
    {
        Content = wording.Shared.DidYouMean,
        Components = ChoiceRows.Of(meanings, id.ToString(), wording.Shared.ChooseOne),
        Flags = MessageFlags.Ephemeral,
    };

    /// <summary>How sure an answer is, in words.</summary>
    public string InWords(Confidence confidence) => confidence switch
    {
        Confidence.High => wording.Shared.Sure,
        Confidence.Medium => wording.Shared.FairlySure,
        _ => wording.Shared.NotSure,
    };

    private string ContentOf(Reply reply, ReplyView view)
    {
        var question = view.Question is { } asked && DiscordText.EscapeLine(asked, QuestionRoom) is { Length: > 0 } shown ? $"> {shown}\n" : "";
        var contact = reply is Abstain { Contact: { } named } ? VisibleText.Line(named) : "";
        var below = contact.Length == 0 || reply.Text.Contains(contact, StringComparison.Ordinal)
            ? ""
            : $"\n**{wording.Shared.WhomToAsk}:** {DiscordText.EscapeLine(contact, ContactRoom)}";
        var headers = reply.Citations.Select(c => c.Quote.Split('\n', 2)[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var words = LabelledRows.Of(VisibleText.Of(reply.Text), line => headers.Contains(line.Trim()));

        var text = OwnMarkdown.In(DiscordText.Within(words, DiscordLimits.Content - question.Length - below.Length), reply);
        var plain = question + (text.Length == 0 ? TextCut.Ellipsis : text) + below;
        var linked = TrustedLinks.In(plain, contact, DiscordText.Escaped, DocumentLink.Plain);
        return linked.Length <= DiscordLimits.Content ? linked : plain;
    }

    private Embed? EmbedOf(Reply reply) => reply switch
    {
        Answer answer => new Embed
        {
            Title = wording.Shared.WhereItSaysSo,
            Description = _lines.All(answer.Citations, numbered: true),
            Footer = new EmbedFooter(InWords(answer.Confidence)),
        },
        Clarify { Citations.Count: > 0 } clarify => new Embed { Title = wording.Shared.WhereItSaysSo, Description = _lines.All(clarify.Citations, numbered: true) },
        Abstain { IsPrivate: false } abstain when abstain.Nearest.Count > 0 || abstain.Missing.Count > 0 => new Embed
        {
            Title = abstain.Nearest.Count == 0 ? null : wording.Shared.NearestPassages,
            Description = abstain.Nearest.Count == 0 ? null : _lines.All(abstain.Nearest, numbered: false),
            Fields = abstain.Missing.Count == 0 ? null : [new EmbedField(wording.Shared.FoundNowhere, Listed(abstain.Missing))],
        },
        _ => null,
    };

    private static string Listed(IReadOnlyList<string> words)
    {
        var listed = "";
        foreach (var word in words.Select(w => $"“{DiscordText.EscapeLine(w, 80)}”"))
        {
            if (listed.Length + 2 + word.Length > DiscordLimits.FieldValue - 2)
            {
                return $"{listed} {TextCut.Ellipsis}";
            }

            listed += listed.Length == 0 ? word : $", {word}";
        }

        return listed;
    }

    private List<Component> RowsOf(Reply reply, string subject, ReplyView view)
    {
        var choices = reply switch
        {
            Answer answer => answer.Choices,
            Clarify clarify => clarify.Choices,
            Abstain { IsPrivate: false } abstain => abstain.Choices,
            _ => [],
        };
        var rows = ChoiceRows.Of(choices, subject, wording.Shared.ChooseOne).ToList();
        List<Component> buttons = [.. ButtonsOf(reply, subject, view)];
        if (buttons.Count > 0)
        {
            rows.Add(Parts.Row(buttons));
        }

        if (view is { IsPrivate: true, CanShare: true } && reply is not (SmallTalk or Abstain { IsPrivate: true }))
        {
            rows.Add(Parts.Row(Parts.Button(new CustomId(ComponentKind.Share, subject), wording.Shared.ShareHere)));
        }

        return rows;
    }

    private IEnumerable<Component> ButtonsOf(Reply reply, string subject, ReplyView view)
    {
        if (reply is SmallTalk or Abstain { IsPrivate: true })
        {
            yield break;
        }

        if (reply is Answer && view.CanVote)
        {
            yield return Parts.Button(new CustomId(ComponentKind.Helpful, subject), "", emoji: "👍");
            yield return Parts.Button(new CustomId(ComponentKind.NotHelpful, subject), "", emoji: "👎");
        }

        if (GivenReply.PassagesOf(reply).Count > 0)
        {
            yield return Parts.Button(new CustomId(ComponentKind.Passages, subject), wording.Shared.ShowPassages);
        }

        if (reply is Answer or Abstain && view.CanAskModerator)
        {
            yield return Parts.Button(new CustomId(ComponentKind.AskModerator, subject), wording.Shared.AskModerator);
        }

        if (reply is Abstain && view.CanSuggest)
        {
            yield return Parts.Button(new CustomId(ComponentKind.Suggest, subject), wording.Shared.Desk.SuggestButton);
        }

        if (view.HasOtherMeanings)
        {
            yield return Parts.Button(new CustomId(ComponentKind.NotMeant, subject), wording.Shared.NotWhatIMeant);
        }
    }
}
