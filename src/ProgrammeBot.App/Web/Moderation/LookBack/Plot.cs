using System.Globalization;
using ProgrammeBot.App.Web.Reading;

namespace ProgrammeBot.App.Web.Moderation.LookBack;

/// <summary>Draws figures as SVG, without a script; the same figures stand in a table beneath.</summary>
internal static class Plot
{
    private const int Width = 720;
    private const int Height = 220;
    private const int Left = 60;
    private const int Bottom = 34;
    private const int Top = 12;

    /// <summary>A bar a week: the whole is all, its lower part in another colour.</summary>
    public static void Bars(Html html, string id, string title, string says, IReadOnlyList<(string Name, int All, int Lower)> weeks)
    {
        var most = NiceAbove(weeks.Max(w => w.All));
        Begin(html, id, title, says);
        Grid(html, most, value => value.ToString(CultureInfo.InvariantCulture));
        var step = (Width - Left) / (double)weeks.Count;
        for (var i = 0; i < weeks.Count; i++)
        {
            var x = Left + (i * step) + (step * .15);
            Bar(html, "bar-b", x, weeks[i].All, most, step * .7, weeks[i].Lower);
            Bar(html, "bar-a", x, weeks[i].Lower, most, step * .7, 0);
        }

        Names(html, [.. weeks.Select(w => w.Name)], step);
        html.AddMarkup("</svg>\n");
    }

    /// <summary>A share a week, 0 to 1, as a line; a week without any has no point.</summary>
    public static void Line(Html html, string id, string title, string says, IReadOnlyList<(string Name, double? Share)> weeks)
    {
        Begin(html, id, title, says);
        Grid(html, 100, value => value.ToString(CultureInfo.InvariantCulture) + " %");
        var step = (Width - Left) / (double)weeks.Count;
        var points = weeks.Select((w, i) => (X: Left + ((i + .5) * step), w.Share)).Where(p => p.Share is not null).Select(p => $"{Number(p.X)},{Number(Y(p.Share!.Value * 100, 100))}").ToList();
        html.Add($"<polyline class=\"line\" points=\"{string.Join(' ', points)}\"/>\n");
        foreach (var point in points)
        {
            var at = point.Split(',');
            html.Add($"<circle class=\"dot\" cx=\"{at[0]}\" cy=\"{at[1]}\" r=\"3.5\"/>\n");
        }

        Names(html, [.. weeks.Select(w => w.Name)], step);
        html.AddMarkup("</svg>\n");
    }

    /// <summary>The figures themselves.</summary>
    public static void Table(Html html, string label, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Add($"<details><summary>The figures as a table</summary><div class=\"table narrow\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\"><table><thead><tr>");
        foreach (var column in columns)
        {
            html.Add($"<th scope=\"col\">{column}</th>");
        }

        html.AddMarkup("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Add($"<tr><th scope=\"row\" dir=\"auto\">{row[0]}</th>");
            foreach (var cell in row.Skip(1))
            {
                html.Add($"<td class=\"number\">{cell}</td>");
            }

            html.AddMarkup("</tr>\n");
        }

        html.AddMarkup("</tbody></table></div></details>\n");
    }

    private static void Begin(Html html, string id, string title, string says) => html.Add(
        $"<svg class=\"plot\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{says}</desc>\n");

    private static void Grid(Html html, int most, Func<int, string> words)
    {
        for (var part = 0; part <= 2; part++)
        {
            var value = most * part / 2;
            var y = Number(Y(value, most));
            html.Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y}\" y2=\"{y}\"/><text x=\"{Left - 6}\" y=\"{Number(Y(value, most) + 4)}\" text-anchor=\"end\">{words(value)}</text>\n");
        }
    }

    private static void Bar(Html html, string kind, double x, int value, int most, double width, int above)
    {
        if (value > above)
        {
            html.Add($"<rect class=\"{kind}\" x=\"{Number(x)}\" y=\"{Number(Y(value, most))}\" width=\"{Number(width)}\" height=\"{Number(Y(above, most) - Y(value, most))}\" rx=\"1.5\"/>\n");
        }
    }

    // Every fourth week is named, so that the names have room on a phone.
    private static void Names(Html html, IReadOnlyList<string> names, double step)
    {
        for (var i = (names.Count - 1) % 4; i < names.Count; i += 4)
        {
            html.Add($"<text x=\"{Number(Left + ((i + .5) * step))}\" y=\"{Height - 8}\" text-anchor=\"middle\">{names[i]}</text>\n");
        }
    }

    private static double Y(double value, int most) => Height - Bottom - (value / most * (Height - Bottom - Top));

    private static int NiceAbove(int value)
    {
        var size = 1;
        while (true)
        {
            foreach (var step in (int[])[2, 4, 10])
            {
                if (value <= step * size)
                {
                    return step * size;
                }
            }

            size *= 10;
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
