using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>Valid FAQ values for tests, plain and hostile.</summary>
public static class SomeFaq
{
    /// <summary>Text that has broken stores before: quotes, SQL, markup, scripts, directions, emoji, line ends.</summary>
    public static TheoryData<string> HostileWords { get; } =
    [
        "'; DROP TABLE faq_entry; --",
        "\" OR 1=1; ATTACH DATABASE '/tmp/x' AS y",
        "$id @id :id ?1 {0} %s %00 \\u0000 \\",
        "<script>alert(1)</script> & &amp; ]]>",
        "=HYPERLINK(\"http://x\")",
        "Größe 学費はいくら? Сколько стоит? كم الرسوم",
        "👩🏽‍🎓🇭🇰 Z̵̢̛a̶l̷g̸o̵",
        "\u202Eevil\u202C \uFEFF \u2028 \uFFFE \uFFFF \U0010FFFF",
    ];

    public static FaqContent Content(string title = "How long is the programme?") => new() { Title = title, Status = FaqStatus.Live };

    public static FaqEdit Edit(string id, int basedOn = 0, string title = "How long is the programme?", FaqStatus status = FaqStatus.Live) =>
        new(new FaqId(id), Content(title) with { Status = status }, basedOn, "web:local:ada", "a note");

    public static FaqCitation Citation(CitedVersion cited) => new(cited, [new TextSpan(0, 3), new TextSpan(9, 12)], "one … two");

    /// <summary>Any content at all within the limits.</summary>
    public static FaqContent Content(Random random)
    {
        return new FaqContent
        {
            Title = Line(FaqContent.MaxTitleLength),
            Phrasings = [.. Enumerable.Range(0, random.Next(8)).Select(_ => Line(FaqContent.MaxPhrasingLength))],
            Answer = StoredText.Clean(Characters(random, random.Next(200))),
            Citations = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Citation())],
            Scope = random.Next(2) == 0 ? null : Line(FaqContent.MaxScopeLength),
            Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Line(FaqContent.MaxTagLength))],
            OwnerRole = random.Next(2) == 0 ? null : Line(FaqContent.MaxOwnerRoleLength),
            Valid = new Validity(
                random.Next(2) == 0 ? null : DateOnly.FromDayNumber(random.Next(1000)),
                random.Next(2) == 0 ? null : DateOnly.FromDayNumber(1000 + random.Next(3_000_000))),
            FollowUps = [.. Enumerable.Range(0, random.Next(3)).Select(i => new FaqFollowUp(new FaqId($"other-{i}"), random.Next(2) == 0 ? null : Line(FaqFollowUp.MaxLabelLength)))],
            Status = (FaqStatus)random.Next(4),
        };

        string Line(int max) => "x" + StoredText.CleanLine(Characters(random, random.Next(max - 1)));

        FaqCitation Citation()
        {
            var start = random.Next(1000);
            return new(new CitedText($"d{random.Next(3)}", $"text {random.Next(3)}").Cited, [new TextSpan(start, start + 1), new TextSpan(start + 1, start + 9)], Line(300));
        }
    }

    /// <summary>Code units of every kind, also such as no store keeps.</summary>
    public static string Characters(Random random, int length)
    {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            text.Append(random.Next(6) switch
            {
                0 => (char)random.Next(0x20),
                1 => (char)random.Next(0xD800, 0xE000),
                2 => (char)random.Next(0x10000),
                _ => (char)random.Next(0x20, 0x7F),
            });
        }

        return text.ToString();
    }
}
