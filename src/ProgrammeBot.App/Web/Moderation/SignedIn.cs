using System.Globalization;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>A request by somebody who is signed in.</summary>
/// <param name="Http">The request.</param>
/// <param name="Session">Their session.</param>
/// <param name="Token">What a form of theirs carries; see <see cref="Sessions"/>.</param>
public sealed record SignedIn(HttpContext Http, SignIn Session, string Token)
{
    /// <summary>Who acts, made anew for each request.</summary>
    public Moderator Who { get; } = new(Session.Name, Session.Role) { Places = Session.Places };

    /// <summary>A value of the address; blank where there is none.</summary>
    public string Asked(string name) => Http.Request.Query.TryGetValue(name, out var values) ? StoredText.CleanLine(values[^1] ?? "") is var line && line.Length > MaxAsked ? line[..MaxAsked] : line : "";

    /// <summary>The page of a list that was asked for, from 1.</summary>
    public int PageAsked => int.TryParse(Asked("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;

    private const int MaxAsked = 500;
}
