namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>The app's two icons: the web chat's speech bubble, with an opening quotation mark in it.</summary>
/// <remarks>Drawn in units of a 32nd of the width, each pixel as the mean of a grid of points within it.</remarks>
internal static class AppIcons
{
    /// <summary>The ground of the colour icon, and the web chat's own.</summary>
    public const string AccentColor = "#0f5560";

    private const int PointsAcross = 8;

    private static readonly (byte Red, byte Green, byte Blue) Ground = (0x0F, 0x55, 0x60);

    /// <summary>192 x 192, filled to the edge: Teams rounds the corners.</summary>
    public static byte[] Color() => PngImage.Of(192, 192, (x, y) =>
    {
        var white = Share(x, y, 192, p => Bubble(p, 0) && !Quotation(p));
        return new Rgba(Mixed(Ground.Red, white), Mixed(Ground.Green, white), Mixed(Ground.Blue, white), 255);
    });

    /// <summary>32 x 32, white on clear, as Teams colours it itself.</summary>
    public static byte[] Outline() => PngImage.Of(32, 32, (x, y) =>
    {
        var line = Share(x, y, 32, p =>
        {
            var wide = Wider(p);
            return (Bubble(wide, 0) && !Bubble(wide, 1.1)) || Quotation(wide);
        });
        return new Rgba(255, 255, 255, (byte)Math.Round(255 * line));
    });

    // The colour icon keeps a rim around the bubble; the outline goes nearly to the edge.
    private static (double X, double Y) Wider((double X, double Y) p) => (16 + ((p.X - 16) * 0.69), 16.6 + ((p.Y - 16) * 0.69));

    private static byte Mixed(byte ground, double white) => (byte)Math.Round(ground + ((255 - ground) * white));

    private static double Share(int x, int y, int size, Func<(double X, double Y), bool> inside)
    {
        var hits = 0;
        for (var point = 0; point < PointsAcross * PointsAcross; point++)
        {
            var (dx, dy) = ((point % PointsAcross) + 0.5, (point / PointsAcross) + 0.5);
            hits += inside(((x + (dx / PointsAcross)) * 32 / size, (y + (dy / PointsAcross)) * 32 / size)) ? 1 : 0;
        }

        return hits / (double)(PointsAcross * PointsAcross);
    }

    /// <summary>A rounded box from (6, 7) to (26, 22) with a tail down to the left, made smaller by an inset.</summary>
    private static bool Bubble((double X, double Y) p, double inset)
    {
        const double Corner = 3;
        var (dx, dy) = (Math.Abs(p.X - 16) - (10 - Corner), Math.Abs(p.Y - 14.5) - (7.5 - Corner));
        var box = Math.Min(Math.Max(dx, dy), 0) + Math.Sqrt((Math.Max(dx, 0) * Math.Max(dx, 0)) + (Math.Max(dy, 0) * Math.Max(dy, 0))) - Corner;

        // The tail's right edge falls at 45 degrees from (16.5, 22) to (11, 27.5); its left edge is upright.
        var tail = Math.Max(Math.Max(11 - p.X, (p.X + p.Y - 38.5) / Math.Sqrt(2)), 14.5 - p.Y);
        return Math.Min(box, tail) <= -inset;
    }

    private static bool Quotation((double X, double Y) p) => Mark(p, 12.9) || Mark(p, 19.2);

    /// <summary>A dot with a curved stroke up from its left side: the space between two circles.</summary>
    private static bool Mark((double X, double Y) p, double centre)
    {
        const double Dot = 2.05;
        var (x, y) = ((p.X - centre) / Dot, (p.Y - 16.1) / Dot);
        return (x * x) + (y * y) <= 1
            || (y <= 0 && x <= 0.9 && Within(x - 1, y, 2) && !Within(x - 1.45, y - 0.15, 1.65));
    }

    private static bool Within(double x, double y, double radius) => (x * x) + (y * y) <= radius * radius;
}
