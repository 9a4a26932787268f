using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_draft_and_a_review_of_a_live_entry_are_written_beside_what_goes_on_answering()
    {
        await SaveAsync(SomeFaq.Edit("fees", title: "Live"));
        await SaveAsync(SomeFaq.Edit("fees", basedOn: 1, title: "Draft", status: FaqStatus.Draft));
        var review = Assert.IsType<FaqSave.Saved>(await SaveAsync(SomeFaq.Edit("fees", basedOn: 2, title: "Review", status: FaqStatus.Review))).Entry;
        Assert.Equal((3, 1, true), (review.Revision, review.LiveRevision, review.IsBesideLive));

        await using (var unit = await _store.ReadAsync(Token))
        {
            Assert.Equal(review, await unit.Faq.FindAsync(review.Id, Token));
            Assert.Equal([review], await unit.Faq.ListAsync(FaqStatus.Review, Token));
            Assert.Empty(await unit.Faq.ListAsync(FaqStatus.Live, Token));
            var live = Assert.Single(await unit.Faq.ListLiveAsync(Token));
            Assert.Equal(("Live", 1, 1), (live.Content.Title, live.Revision, live.LiveRevision));
            Assert.All(await unit.Faq.HistoryAsync(review.Id, Token), r => Assert.Equal(1, r.Entry.LiveRevision));
        }

        await SaveAsync(SomeFaq.Edit("fees", basedOn: 3, title: "Live again"));
        await using var after = await _store.ReadAsync(Token);
        var now = Assert.Single(await after.Faq.ListLiveAsync(Token));
        Assert.Equal(("Live again", 4, 4, false), (now.Content.Title, now.Revision, now.LiveRevision, now.IsBesideLive));
    }

    [Fact]
    public async Task A_retired_entry_answers_nobody_nor_does_a_draft_of_it()
    {
        await SaveAsync(SomeFaq.Edit("fees"));
        await SaveAsync(SomeFaq.Edit("b-never-live", status: FaqStatus.Draft));
        await SaveAsync(SomeFaq.Edit("fees", basedOn: 1, status: FaqStatus.Retired));
        var draft = Assert.IsType<FaqSave.Saved>(await SaveAsync(SomeFaq.Edit("fees", basedOn: 2, status: FaqStatus.Draft))).Entry;

        Assert.Null(draft.LiveRevision);
        await using var unit = await _store.ReadAsync(Token);
        Assert.Empty(await unit.Faq.ListLiveAsync(Token));
    }

    [Fact]
    public async Task Live_entries_come_by_id_in_ordinal_order()
    {
        foreach (var id in (string[])["b", "a", "B", "a-b", "a_b"])
        {
            await SaveAsync(SomeFaq.Edit(id));
        }

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(["B", "a", "a-b", "a_b", "b"], (await unit.Faq.ListLiveAsync(Token)).Select(e => e.Id.ToString()));
    }

    [Fact]
    public async Task One_revision_is_found_with_who_wrote_it_and_why()
    {
        await SaveAsync(SomeFaq.Edit("fees", title: "One"));
        await SaveAsync(new FaqEdit(new FaqId("fees"), SomeFaq.Content("Two"), 1, "ben", "shorter"));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal("One", (await unit.Faq.FindRevisionAsync(new FaqId("fees"), 1, Token))!.Entry.Content.Title);
        var second = await unit.Faq.FindRevisionAsync(new FaqId("fees"), 2, Token);
        Assert.Equal(("Two", "ben", "shorter"), (second!.Entry.Content.Title, second.Entry.UpdatedBy, second.Note));
        Assert.Null(await unit.Faq.FindRevisionAsync(new FaqId("fees"), 3, Token));
        Assert.Null(await unit.Faq.FindRevisionAsync(new FaqId("nobody"), 1, Token));
        Assert.Null(await unit.Faq.FindRevisionAsync(default, 0, Token));
    }

    [Fact]
    public async Task The_number_of_the_latest_change_grows_with_every_revision_of_whichever_entry()
    {
        var seen = new List<long> { await ChangeAsync() };
        foreach (var edit in (FaqEdit[])[SomeFaq.Edit("a"), SomeFaq.Edit("b"), SomeFaq.Edit("a", basedOn: 1), SomeFaq.Edit("b", basedOn: 1, status: FaqStatus.Draft)])
        {
            await SaveAsync(edit);
            seen.Add(await ChangeAsync());
        }

        await SaveAsync(SomeFaq.Edit("a", basedOn: 7));
        Assert.Equal(0, seen[0]);
        Assert.Equal(seen.Distinct().Order(), seen);
        Assert.Equal(seen[^1], await ChangeAsync());

        async Task<long> ChangeAsync()
        {
            await using var unit = await _store.ReadAsync(Token);
            return await unit.Faq.LatestChangeAsync(Token);
        }
    }
}
