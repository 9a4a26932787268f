using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.SetUp;

/// <summary>What was set for guilds, teams, channels and chats. Who moderates a place is the operator's to set, or its platform's.</summary>
internal sealed class PlacesPages(Shell shell, IStore store, ScopeCatalog scopes, AuditNotes audit)
{
    private static readonly string[] Platforms = ["discord", "teams", "web"];
    private static readonly (string Value, string Words)[] Switch = [("", "as around it"), ("yes", "yes"), ("no", "no")];

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var places = new List<Place>();
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            foreach (var platform in Platforms)
            {
                places.AddRange((await unit.Places.ListOfAsync(platform, cancellationToken)).Where(p => call.Who.Sees(p.Id)));
            }
        }

        var words = call.Asked("q");
        List<Place> shown = [.. places.Where(p => p.Id.ToString().Contains(words, StringComparison.OrdinalIgnoreCase))];
        return shell.Page(call, Part.Places, "Places", html =>
        {
            html.AddMarkup("<p class=\"lead\">Where the bot is, with what was set there. What a place leaves open holds as in the place around it.</p>\n");
            Listing.Filters(html, call, Part.Places.Path, "Id of the place");
            Listing.Rows(
                html, call, Part.Places.Path, shown, "1 place", "places",
                none => none.AddMarkup("<p><strong>No place is set up here.</strong> Set the bot up where it is: <code>/setup</code> on Discord, or its card in Teams. It is listed here from then on.</p>"),
                (row, place) =>
                {
                    row.Add($"<p class=\"title\"><a href=\"{PathOf(place.Id)}\">{place.Id}</a></p><p class=\"facts\">");
                    Listing.Badge(row, place.Id.Platform);
                    row.Add($"{(place.Settings.Programme is { } programme ? scopes.Find(programme)?.Name ?? programme : "no programme of its own")} · {(place.Settings.Answering is { } mode ? InWords(mode) : "answers as around it")}</p>");
                });
        });
    }

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken) =>
        await FindAsync(call, cancellationToken) is { } place ? Page(call, place) : shell.Missing(call, Part.Places);

    public async Task<IResult> SaveAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } seen)
        {
            return shell.Missing(call, Part.Places);
        }

        PlaceSettings settings;
        try
        {
            settings = Read(call, form, seen.Settings);
        }
        catch (ArgumentException e)
        {
            return Page(call, seen, e.Message.Split(" (Parameter")[0], form);
        }

        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            if (await unit.Places.FindAsync(seen.Id, cancellationToken) is not { } now || HashOf(now) != form.Typed("was"))
            {
                return Shell.To(PathOf(seen.Id), "meanwhile");
            }

            if (settings == now.Settings)
            {
                return Shell.To(PathOf(seen.Id), "unchanged");
            }

            await unit.Places.SaveAsync(now.With(settings), cancellationToken);
            await unit.Audit.AddAsync(audit.Of(call, "place changed", seen.Id.ToString(), Changed(now.Settings, settings), seen.Id), cancellationToken);
            await unit.CommitAsync(cancellationToken);
        }

        return Shell.To(PathOf(seen.Id), "saved");
    }

    private static string PathOf(PlaceId id) => $"{Part.Places.Path}/{Uri.EscapeDataString(id.ToString())}";

    private static string HashOf(Place place) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.Settings.ToString())));

    private static string Changed(PlaceSettings before, PlaceSettings after) => string.Join(", ", new[]
    {
        before.Programme != after.Programme ? "programme" : null, before.Intake != after.Intake ? "intake" : null, before.Answering != after.Answering ? "answering" : null,
        before.PrivateAnswers != after.PrivateAnswers ? "private answers" : null, !Equals(before.WakeWords, after.WakeWords) ? "wake words" : null, before.Language != after.Language ? "language" : null,
        before.IsAskChannel != after.IsAskChannel ? "ask channel" : null, before.IsForum != after.IsForum ? "forum" : null, before.IgnoresStaff != after.IgnoresStaff ? "staff" : null,
        before.SecondPerson != after.SecondPerson ? "second person" : null, before.ModeratorRole != after.ModeratorRole || before.ModeratorChannel != after.ModeratorChannel ? "moderators" : null,
        !Equals(before.Moderators, after.Moderators) || !Equals(before.Administrators, after.Administrators) ? "people" : null,
    }.Where(w => w is not null));

    private async Task<Place?> FindAsync(SignedIn call, CancellationToken cancellationToken)
    {
        if (!PlaceId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) || !call.Who.Sees(id))
        {
            return null;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Places.FindAsync(id, cancellationToken);
    }

    private static PlaceSettings Read(SignedIn call, IFormCollection form, PlaceSettings now)
    {
        var settings = now with
        {
            Programme = Optional(form.Line("programme")),
            Intake = Optional(form.Line("intake")),
            Answering = Enum.TryParse<AnsweringMode>(form.Typed("answering"), out var mode) && Enum.IsDefined(mode) ? mode : null,
            PrivateAnswers = YesNo(form.Typed("private")),
            WakeWords = Items(form.Line("wake"), ','),
            Language = Optional(form.Line("language")),
            IsAskChannel = YesNo(form.Typed("ask")),
            IsForum = YesNo(form.Typed("forum")),
            IgnoresStaff = YesNo(form.Typed("staff")),
        };

        // Who moderates, and whether two must look, would be a way to take more than was given.
        return !call.Who.IsOperator ? settings : settings with
        {
            ModeratorRole = Optional(form.Line("role")),
            ModeratorChannel = Optional(form.Line("channel")),
            SecondPerson = YesNo(form.Typed("second")),
            Moderators = People(form, "people", now.Moderators),
            Administrators = People(form, "administrators", now.Administrators),
        };
    }

    private static IReadOnlyList<string>? People(IFormCollection form, string name, IReadOnlyList<string>? now) =>
        form.ContainsKey(name) ? Items(form.Typed(name).ReplaceLineEndings("\n"), '\n') : now;

    /// <summary>What a list says: nothing is 'as around it', '-' alone is none.</summary>
    private static IReadOnlyList<string>? Items(string typed, char between) =>
        typed.Trim() switch { "" => null, "-" => [], var items => [.. items.Split(between).Select(StoredText.CleanLine).Where(i => i.Length > 0).Distinct(StringComparer.Ordinal)] };

    private static string Listed(IReadOnlyList<string>? items, string between) => items is { Count: 0 } ? "-" : string.Join(between, items ?? []);

    private static bool? YesNo(string value) => value switch { "yes" => true, "no" => false, _ => null };

    private static string? Optional(string line) => line.Length > 0 ? line : null;

    private IResult Page(SignedIn call, Place place, string? fault = null, IFormCollection? typed = null) => shell.Page(call, Part.Places, place.Id.ToString(), html =>
    {
        if (fault is not null)
        {
            html.Add($"<p class=\"notice\" role=\"alert\">Not saved: {fault}</p>\n");
        }

        // What was typed stays, right or wrong.
        string Shown(string name, string set) => typed is null || !typed.ContainsKey(name) ? set : typed.Typed(name);
        var settings = place.Settings;
        html.AddMarkup("<p class=\"lead\">A change holds within a minute. What is left open holds as in the place around it.</p>\n");
        var form = Form.Begin(html, call, PathOf(place.Id)).Hidden("was", Shown("was", HashOf(place)));
        html.AddMarkup("<fieldset class=\"columns\"><legend>What is asked here</legend>\n");
        form.Choice("programme", "Programme", scopes.Scopes.Where(s => s.Kind >= ScopeKind.Programme).Select(s => (s.Id, s.Name)).Prepend(("", "as around it")), Shown("programme", settings.Programme ?? ""))
            .Line("intake", "Intake", Shown("intake", settings.Intake ?? ""), max: PlaceSettings.MaxIntakeLength)
            .Line("language", "Language", Shown("language", settings.Language ?? ""), "Such as en or de.", max: PlaceSettings.MaxLanguageLength);
        html.AddMarkup("</fieldset>\n<fieldset class=\"columns\"><legend>When and how the bot answers</legend>\n");
        form.Choice("answering", "Answers", Enum.GetValues<AnsweringMode>().Select(m => (m.ToString(), InWords(m))).Prepend(("", "as around it")), Shown("answering", settings.Answering?.ToString() ?? ""))
            .Choice("private", "Only the asker sees it", Switch, Shown("private", YesNo(settings.PrivateAnswers)))
            .Line("wake", "Words that wake it", Shown("wake", Listed(settings.WakeWords, ", ")), "Commas between; ‘-’ for none.", max: 1200)
            .Choice("ask", "Is there for asking it", Switch, Shown("ask", YesNo(settings.IsAskChannel)))
            .Choice("forum", "Each post is a question", Switch, Shown("forum", YesNo(settings.IsForum)))
            .Choice("staff", "Leaves staff’s words alone", Switch, Shown("staff", YesNo(settings.IgnoresStaff)));
        html.AddMarkup("</fieldset>\n");
        if (call.Who.IsOperator)
        {
            html.AddMarkup("<fieldset class=\"columns\"><legend>Moderators</legend>\n");
            form.Line("role", "Role", Shown("role", settings.ModeratorRole ?? ""), "The platform’s id.", max: PlaceSettings.MaxPlatformIdLength)
                .Line("channel", "Channel they read", Shown("channel", settings.ModeratorChannel ?? ""), "The platform’s id.", max: PlaceSettings.MaxPlatformIdLength)
                .Choice("second", "A second person approves", Switch, Shown("second", YesNo(settings.SecondPerson)), "What a moderator of this place writes goes live only once another one approved it.")
                .Text("people", "People, beside those of the role", Shown("people", Listed(settings.Moderators, "\n")), $"The platform’s ids, one a line, at most {PlaceSettings.MaxPeople}. Left open: as in the place around it; ‘-’ for nobody.", rows: 3)
                .Text("administrators", "People who may set it up", Shown("administrators", Listed(settings.Administrators, "\n")), "Needed where the platform does not say so itself. As above.", rows: 3);
            html.AddMarkup("</fieldset>\n");
        }

        form.BeginButtons().Button("Save", "save", "main-button").EndButtons().End();
        if (!call.Who.IsOperator)
        {
            html.Add($"<p class=\"hint\">A second person approves what goes live: {(settings.SecondPerson is { } asks ? YesNo(asks) : "as around it")}. That, and who moderates this place, is the operator’s to set.</p>\n");
        }
    }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (Part.Places.Path, "Places"));

    private static string YesNo(bool? value) => value switch { true => "yes", false => "no", _ => "" };

    private static string InWords(AnsweringMode mode) => mode switch { AnsweringMode.Off => "never", AnsweringMode.WhenAsked => "when asked", _ => "to every question" };
}
