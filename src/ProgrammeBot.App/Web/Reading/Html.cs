using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>Writes HTML: whatever is not a literal of ours is escaped.</summary>
/// <remarks>In <c>html.Add($"&lt;p&gt;{words}&lt;/p&gt;")</c> the words are escaped, the rest is not; there is no other way in but <see cref="AddMarkup"/>.</remarks>
public sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup = new();

    public Html Add(FormattableString line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var arguments = line.GetArguments();
        var escaped = new object[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            escaped[i] = Escape(Convert.ToString(arguments[i], System.Globalization.CultureInfo.InvariantCulture));
        }

        _markup.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, line.Format, escaped);
        return this;
    }

    /// <summary>Adds what has been escaped already.</summary>
    public Html AddMarkup(string trusted)
    {
        _markup.Append(trusted);
        return this;
    }

    public static string Escape(string? words) => Encoder.Encode(words ?? "");

    public override string ToString() => _markup.ToString();
}
