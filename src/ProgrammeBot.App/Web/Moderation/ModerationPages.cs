using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Moderation.Files;
using ProgrammeBot.App.Web.Moderation.LookBack;
using ProgrammeBot.App.Web.Moderation.People;
using ProgrammeBot.App.Web.Moderation.SetUp;
using ProgrammeBot.App.Web.Moderation.Trying;

namespace ProgrammeBot.App.Web.Moderation;

internal static partial class ModerationEndpoints
{
    private static void MapPages(RouteGroupBuilder pages)
    {
        Get<OverviewPage>(pages, "/", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        MapEntries(pages);
        Get<TestPage>(pages, "/test", (page, call, _) => page.ShowAsync(call));
        Post<TestPage>(pages, "/test", (page, call, form, cancellationToken) => page.AskAsync(call, form, cancellationToken));
        MapPeople(pages);
        MapSetUp(pages);
        MapLookBack(pages);
    }

    private static void MapEntries(RouteGroupBuilder pages)
    {
        Get<EntryPages>(pages, "/entries", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<EntryPages>(pages, "/entries/{id}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Get<HistoryPage>(pages, "/entries/{id}/history", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Get<CorrectionPages>(pages, "/entries/{id}/replies", (page, call, cancellationToken) => page.OfEntryAsync(call, cancellationToken));
        Post<CorrectionPages>(pages, "/entries/{id}/replies", (page, call, form, cancellationToken) => page.SendOfEntryAsync(call, form, cancellationToken));
        Get<EntryWriting>(pages, "/entries/{id}/edit", (page, call, cancellationToken) => page.EditAsync(call, cancellationToken));
        Post<EntryWriting>(pages, "/entries/{id}/edit", (page, call, form, cancellationToken) => page.SaveAsync(call, form, cancellationToken));
        Post<EntryPages>(pages, "/entries/{id}/undo", (page, call, form, cancellationToken) => page.UndoAsync(call, form, cancellationToken));
        Post<EntryPages>(pages, "/entries/{id}/retire", (page, call, form, cancellationToken) => page.RetireAsync(call, form, cancellationToken));
        Post<EntryPages>(pages, "/entries/{id}/restore", (page, call, form, cancellationToken) => page.RestoreAsync(call, form, cancellationToken));
        Get<EntryWriting>(pages, "/new-entry", (page, call, _) => Task.FromResult(page.New(call)));
        Post<EntryWriting>(pages, "/new-entry", (page, call, form, cancellationToken) => page.AddAsync(call, form, cancellationToken));
        Post<EntryWriting>(pages, "/new-entry/begin", (page, call, form, _) => Task.FromResult(page.Begin(call, form)));
        Post<EntryWriting>(pages, "/preview", (_, _, form, _) => Task.FromResult(EntryWriting.Preview(form)));
    }
    private static void MapPeople(RouteGroupBuilder pages)
    {
        Get<ReviewPage>(pages, "/review", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<ReviewPage>(pages, "/review/{id}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Post<ReviewPage>(pages, "/review/{id}", (page, call, form, cancellationToken) => page.DecideAsync(call, form, cancellationToken));
        Get<GapPages>(pages, "/gaps", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<GapPages>(pages, "/gaps/{id}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Post<GapPages>(pages, "/gaps/{id}", (page, call, form, cancellationToken) => page.DecideAsync(call, form, cancellationToken));
        Get<TicketPages>(pages, "/tickets", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<TicketPages>(pages, "/tickets/{id}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Post<TicketPages>(pages, "/tickets/{id}", (page, call, form, cancellationToken) => page.DoAsync(call, form, cancellationToken));
        Get<SuggestionPages>(pages, "/suggestions", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<SuggestionPages>(pages, "/suggestions/{id}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Post<SuggestionPages>(pages, "/suggestions/{id}", (page, call, form, cancellationToken) => page.DecideAsync(call, form, cancellationToken));
        Get<FeedbackPages>(pages, "/feedback", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
    }

    private static void MapSetUp(RouteGroupBuilder pages)
    {
        Get<PlacesPages>(pages, "/places", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<PlacesPages>(pages, "/places/{id}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Post<PlacesPages>(pages, "/places/{id}", (page, call, form, cancellationToken) => page.SaveAsync(call, form, cancellationToken));
        Get<SourcesPages>(pages, "/sources", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Post<SourcesPages>(pages, "/sources/bring", (page, call, form, cancellationToken) => page.BringAsync(call, form, cancellationToken), withFile: true, forOperator: true);
        Post<SourcesPages>(pages, "/sources/place", (page, call, form, cancellationToken) => page.PlaceAsync(call, form, cancellationToken), forOperator: true);
        Get<CorrectionPages>(pages, "/sources/replies", (page, call, cancellationToken) => page.OfSourcesAsync(call, cancellationToken));
        Post<CorrectionPages>(pages, "/sources/replies", (page, call, form, cancellationToken) => page.SendOfSourcesAsync(call, form, cancellationToken));
        Get<SourcesPages>(pages, "/sources/retire", (page, call, cancellationToken) => page.ConfirmAsync(call, cancellationToken));
        Post<SourcesPages>(pages, "/sources/retire", (page, call, form, cancellationToken) => page.RetireAsync(call, form, cancellationToken), forOperator: true);
        Get<WordsPages>(pages, "/words", (page, call, _) => Task.FromResult(page.List(call)));
        Get<WordsPages>(pages, "/words/{name}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Post<WordsPages>(pages, "/words/{name}", (page, call, form, cancellationToken) => page.SaveAsync(call, form, cancellationToken), forOperator: true);
        Get<FilesPages>(pages, "/files", (page, call, _) => Task.FromResult(page.Show(call)));
        Get<FilesPages>(pages, "/files/entries.yaml", (page, call, cancellationToken) => page.ExportAsync(call, "yaml", cancellationToken));
        Get<FilesPages>(pages, "/files/entries.csv", (page, call, cancellationToken) => page.ExportAsync(call, "csv", cancellationToken));
        Get<FilesPages>(pages, "/entries/{id}/export.yaml", (page, call, cancellationToken) => page.ExportOneAsync(call, cancellationToken));
        Post<FilesPages>(pages, "/files/look", (page, call, form, cancellationToken) => page.LookAsync(call, form, cancellationToken), withFile: true);
        Post<FilesPages>(pages, "/files/import", (page, call, form, cancellationToken) => page.ImportAsync(call, form, cancellationToken));
    }

    private static void MapLookBack(RouteGroupBuilder pages)
    {
        Get<FiguresPage>(pages, "/figures", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Get<AuditPages>(pages, "/audit", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<AuditPages>(pages, "/sign-ins", (page, call, cancellationToken) => page.SignInsAsync(call, cancellationToken));
        Post<AuditPages>(pages, "/sign-ins", (page, call, form, cancellationToken) => page.EndAsync(call, form, cancellationToken), forOperator: true);
    }
}
