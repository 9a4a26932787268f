using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Importing;

public sealed class FaqImportDeskTests : IAsyncLifetime
{
    private static readonly FaqAuthor Import = new("import", "from faq.yaml");
    private static readonly FaqAuthor Ada = new("ada");
    private static readonly Moderator Staff = new("stan", "staff");
    private static readonly Dictionary<FaqId, int> None = [];
    private FaqBed _bed = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FaqImportDesk Desk => new(_bed.Store, _bed);

    public async ValueTask InitializeAsync()
    {
        _bed = await FaqBed.OpenAsync();
        await _bed.Desk.ImportAsync([Entry("same"), Entry("moved"), Entry("edited"), Entry("both")], Import, onlyIntoEmpty: false, Token);
        await EditAsync("edited");
        await EditAsync("both");
    }

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task A_preview_tells_what_the_file_changed_from_what_people_did_and_writes_nothing()
    {
        var plan = await Desk.PreviewAsync([Entry("same"), Entry("moved", "New."), Entry("edited"), Entry("both", "New."), Entry("new")], Token);

        Assert.Equal([ImportFate.Unchanged, ImportFate.Changed, ImportFate.Edited, ImportFate.Conflict, ImportFate.Added], plan.Items.Select(i => i.Fate));
        Assert.Equal("Answer: [-Old-]{+New+}.", plan.Items[1].Diff.ToString());
        Assert.Equal("Answer: [-Ada's-]{+New+}.", plan.Items[3].Diff.ToString());
        Assert.Equal("Answer: [-Old-]{+Ada's+}.", plan.Items[3].Theirs!.ToString());
        Assert.Equal("1 new, 1 changed, 1 in conflict with what people wrote, 1 edited here since, 1 unchanged", plan.Summary);
        Assert.Contains("conflict: both\n    Answer: [-Ada's-]{+New+}.\n  what ada and others changed here:\n    Answer: [-Old-]{+Ada's+}.", plan.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _bed.Changes);
        Assert.Equal("Old.", (await _bed.FindAsync("moved")).Content.Answer);
    }

    [Fact]
    public async Task An_update_takes_what_is_new_and_leaves_what_people_wrote_unless_they_chose_otherwise()
    {
        FaqImportedEntry[] file = [Entry("moved", "New."), Entry("edited"), Entry("both", "New."), Entry("new")];

        await Desk.UpdateAsync(file, Import, null, Token);
        Assert.Equal(["New.", "Ada's.", "Ada's.", "Old."], await AnswersAsync());
        Assert.False((await Desk.PreviewAsync(file, Token)).HasNews);

        await Desk.UpdateAsync(file, Import, new HashSet<FaqId> { new("both") }, Token);
        Assert.Equal(["New.", "Ada's.", "New.", "Old."], await AnswersAsync());
        Assert.Equal(2, _bed.Changes);

        async Task<List<string>> AnswersAsync()
        {
            var answers = new List<string>();
            foreach (var id in (string[])["moved", "edited", "both", "new"])
            {
                answers.Add((await _bed.FindAsync(id)).Content.Answer);
            }

            return answers;
        }
    }

    [Fact]
    public async Task What_somebody_changed_back_to_what_was_brought_in_is_no_edit_of_theirs()
    {
        await _bed.Desk.UndoAsync(new FaqId("both"), null, Ada, Token);

        Assert.Equal(ImportFate.Changed, (await Desk.PreviewAsync([Entry("both", "New.")], Token)).Items[0].Fate);
    }

    [Fact]
    public async Task An_entry_of_somebody_s_own_by_the_same_name_is_a_conflict()
    {
        await _bed.AddAsync("own", SomeFaq.Content("Own?"));

        Assert.Equal((ImportFate.Conflict, null), (await Desk.PreviewAsync([Entry("own")], Token)).Items[0] is var i ? (i.Fate, i.Theirs) : default);
    }

    [Fact]
    public async Task A_table_that_has_no_room_for_sources_takes_none_away()
    {
        await _bed.AddAsync("cited", SomeFaq.Content("Cited?") with { Citations = [FaqCitation.Unplaced("guide", "words")], FollowUps = [new FaqFollowUp(new FaqId("same"))] });
        var partial = new FaqImportedEntry(new FaqId("cited"), SomeFaq.Content("Cited!")) { IsPartial = true };

        Assert.Equal(new FaqImported(0, 1, 0), await _bed.Desk.ImportAsync([partial], Import, onlyIntoEmpty: false, Token));

        var cited = (await _bed.FindAsync("cited")).Content;
        Assert.Equal(("Cited!", 1, 1), (cited.Title, cited.Citations.Count, cited.FollowUps.Count));
    }

    [Fact]
    public async Task A_follow_up_that_leads_out_of_file_and_store_is_named_and_nothing_is_imported()
    {
        var loose = new FaqImportedEntry(new FaqId("loose"), SomeFaq.Content("Loose?") with { FollowUps = [new FaqFollowUp(new FaqId("nowhere")), new FaqFollowUp(new FaqId("late"))] });

        var plan = await Desk.UpdateAsync([loose, Entry("late")], Import, null, Token);
        Assert.Equal(["the entry 'loose': 'follow_ups' leads to 'nowhere', which there is not. Bring that one in too, or take it out"], plan.Faults);
        var imported = await _bed.Desk.ImportAsync([loose, Entry("late")], Import, onlyIntoEmpty: false, Token);
        Assert.Equal(["the entry 'loose': FollowUps[0] leads to the entry 'nowhere', which there is not"], imported!.Faults);

        Assert.Null(await _bed.Desk.FindAsync(new FaqId("late"), Token));
    }

    [Fact]
    public async Task Nobody_brings_in_what_is_another_role_s()
    {
        await _bed.Desk.ImportAsync([Owned("fees", "Old.", "office"), Owned("ours", "Old.", "staff")], Import, onlyIntoEmpty: false, Token);
        FaqImportedEntry[] file = [Owned("fees", "New.", "office"), Owned("ours", "New.", "staff"), Entry("moved", "New.")];
        const string Line = "the entry 'fees' is for the role 'office' to change. Take it out of the file, or let that role bring it";

        Assert.Equal([Line], (await Desk.PreviewAsync(file, Staff, Token)).Faults);
        Assert.Equal([Line], (await Desk.UpdateAsync(file, Staff, "", None, Token)).Faults);
        Assert.Equal("Old.", (await _bed.FindAsync("moved")).Content.Answer);
        Assert.Empty((await Desk.UpdateAsync(file[1..], Staff, "", None, Token)).Faults);
        Assert.Equal(("New.", "stan"), await _bed.FindAsync("ours") is var ours ? (ours.Content.Answer, ours.UpdatedBy) : default);
        Assert.Empty((await Desk.UpdateAsync(file, FaqBed.Operator(), "", None, Token)).Faults);
        Assert.Equal("New.", (await _bed.FindAsync("fees")).Content.Answer);
    }

    [Fact]
    public async Task Nobody_gives_an_entry_away_by_a_file_or_makes_one_for_another_role()
    {
        FaqImportedEntry[] file = [Owned("moved", "Old.", "office"), Owned("new", "Old.", "office")];

        Assert.Equal(["moved", "new"], (await Desk.UpdateAsync(file, Staff, "", None, Token)).Faults.Select(f => f.Split('\'')[1]));
        Assert.Null(await _bed.Desk.FindAsync(new FaqId("new"), Token));
    }

    [Fact]
    public async Task What_would_go_live_is_named_where_a_second_person_is_asked_for()
    {
        FaqImportedEntry[] file = [Entry("same"), Entry("moved", "New."), Entry("new")];

        var plan = await new FaqImportDesk(_bed.Store, _bed, secondPerson: true).UpdateAsync(file, Staff, "", None, Token);

        Assert.Equal(["moved", "new"], plan.Faults.Select(f => f.Split('\'')[1]));
        Assert.All(plan.Faults, f => Assert.Contains("a second person looks at that here", f, StringComparison.Ordinal));
        Assert.Equal(0, _bed.Changes);
        FaqImportedEntry[] forReview = [.. file.Select(e => e with { Content = e.Content with { Status = FaqStatus.Review } })];
        Assert.Empty((await new FaqImportDesk(_bed.Store, _bed, secondPerson: true).UpdateAsync(forReview, Staff, "", None, Token)).Faults);
        Assert.Equal((FaqStatus.Review, 1), await _bed.FindAsync("moved") is var moved ? (moved.Content.Status, moved.LiveRevision) : default);
    }

    [Fact]
    public async Task A_conflict_that_is_another_role_s_may_be_left_but_not_taken()
    {
        await _bed.Desk.EditAsync(new FaqId("both"), null, new FaqDraft { OwnerRole = "office" }, Ada, Token);
        FaqImportedEntry[] file = [Entry("both", "New."), Entry("new")];
        var seen = (await _bed.FindAsync("both")).Revision;

        Assert.Equal((0, "both"), await Desk.PreviewAsync(file, Staff, Token) is var plan ? (plan.Faults.Count, plan.Items[0].Refused!.Split('\'')[1]) : default);
        Assert.Single((await Desk.UpdateAsync(file, Staff, "", new Dictionary<FaqId, int> { [new("both")] = seen }, Token)).Faults);
        Assert.Null(await _bed.Desk.FindAsync(new FaqId("new"), Token));
        Assert.Empty((await Desk.UpdateAsync(file, Staff, "", None, Token)).Faults);
        Assert.Equal("Ada's.", (await _bed.FindAsync("both")).Content.Answer);
    }

    [Fact]
    public async Task What_was_chosen_is_not_written_over_what_nobody_saw()
    {
        var seen = (await _bed.FindAsync("both")).Revision;
        await _bed.Desk.EditAsync(new FaqId("both"), null, new FaqDraft { Answer = "Newest." }, Ada, Token);
        FaqImportedEntry[] file = [Entry("both", "New."), Entry("new")];

        var late = await Desk.UpdateAsync(file, Staff, "", new Dictionary<FaqId, int> { [new("both")] = seen }, Token);

        Assert.Equal(["the entry 'both' was changed by ada while you looked at it. Look at the difference again"], late.Faults);
        Assert.Equal("Newest.", (await _bed.FindAsync("both")).Content.Answer);
        Assert.Null(await _bed.Desk.FindAsync(new FaqId("new"), Token));
        Assert.Empty((await Desk.UpdateAsync(file, Staff, "", new Dictionary<FaqId, int> { [new("both")] = seen + 1 }, Token)).Faults);
        Assert.Equal("New.", (await _bed.FindAsync("both")).Content.Answer);
    }

    [Fact]
    public async Task A_faq_yaml_that_has_moved_on_is_told_with_the_difference_and_noticed_once()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("faq.yaml", "entries:\n  - {id: same, title: \"About same?\", answer: New.}\n  - {id: more, title: \"More?\"}\n");
        var told = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await SeedFaq.TellAsync(_bed.Store, Desk, folder["faq.yaml"], _bed.Clock, told.Add, Token);
        }

        Assert.Equal(2, told.Count);
        Assert.Contains("has moved on since it was brought in: 1 new, 1 changed", told[0], StringComparison.Ordinal);
        var notice = Assert.Single(await _bed.ReadAsync(unit => NoticeBoard.LatestAsync(unit, FaqBed.Operator(), 9, Token)));
        Assert.Equal((NoticeKind.SeedsMoved, "changed: About same? (same)\nadded: More? (more)"), (notice.Kind, string.Join('\n', notice.Lines)));
        Assert.Equal("Old.", (await _bed.FindAsync("same")).Content.Answer);

        folder.Write("faq.yaml", "entries: [{id: same, title: \"About same?\", answer: Old.}]\n");
        Assert.Null(await SeedFaq.LookAsync(Desk, folder["faq.yaml"], Token));
        folder.Write("faq.yaml", "entries: [{id: same, title: ");
        Assert.Null(await SeedFaq.LookAsync(Desk, folder["faq.yaml"], Token));
        _ = path;
    }

    private static FaqImportedEntry Entry(string id, string answer = "Old.") => new(new FaqId(id), new FaqContent { Title = $"About {id}?", Answer = answer, Status = FaqStatus.Live });

    private static FaqImportedEntry Owned(string id, string answer, string role) => Entry(id, answer) is var entry ? entry with { Content = entry.Content with { OwnerRole = role } } : entry;

    private async Task EditAsync(string id) => Assert.IsType<FaqOutcome.Saved>(await _bed.Desk.EditAsync(new FaqId(id), null, new FaqDraft { Answer = "Ada's." }, Ada, Token));
}
