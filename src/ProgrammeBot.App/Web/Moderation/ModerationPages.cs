using ProgrammeBot.App.Web.Moderation.Entries;
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
    }

    private static void MapEntries(RouteGroupBuilder pages)
    {
        Get<EntryPages>(pages, "/entries", (page, call, cancellationToken) => page.ListAsync(call, cancellationToken));
        Get<EntryPages>(pages, "/entries/{id}", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
        Get<HistoryPage>(pages, "/entries/{id}/history", (page, call, cancellationToken) => page.ShowAsync(call, cancellationToken));
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
}
