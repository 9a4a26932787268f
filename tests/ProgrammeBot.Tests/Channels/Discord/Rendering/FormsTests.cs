using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;
using FaqForm = ProgrammeBot.Faq.FaqForm;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

public sealed class FormsTests
{
    private static readonly Forms English = new(DiscordWording.English);
    private static readonly AnswerId Id = Ulid.TryParse("01JCZX5E0GQ8Z4T0M9V7R3K2AB", out var ulid) ? new AnswerId(ulid) : default;
    private static readonly Scope[] Scopes = [new("general", ScopeKind.General, "All"), new("msc-robotics", ScopeKind.Programme, "MSc Robotics"), new("mres", ScopeKind.Programme, "MRes")];

    [Fact]
    public void Why_an_answer_was_not_helpful_is_chosen_and_may_be_said() => Approved.Is(English.Feedback(Id), "form-feedback");

    [Fact]
    public void An_entry_is_edited_from_what_it_says() => Approved.Is(
        English.Faq(
            new FaqDraft { Title = "Is there a deposit?", Phrasings = ["deposit?", "pay before"], Answer = "Yes. [1]", Scope = "mres", Sources = ["mres-handbook: A deposit is due."] },
            Scopes,
            new FaqId("deposit"),
            3),
        "form-faq-edit");

    [Fact]
    public void A_new_entry_may_begin_with_a_question_and_its_answer() => Approved.Is(English.Faq(new FaqDraft { Title = "Is there a deposit?", Answer = "Yes." }, Scopes), "form-faq-add");

    [Fact]
    public void A_moderator_answers() => Approved.Is(English.TicketAnswer("01JCZX5E0GQ8Z4T0M9V7R3K2AC", addToFaq: true), "form-ticket");

    [Fact]
    public void A_wrong_answer_is_corrected_or_withdrawn() => Approved.Is(English.Correction(Id), "form-correction");

    [Fact]
    public void Every_form_keeps_its_limits_in_every_language()
    {
        var scopes = Enumerable.Range(0, 40).Select(i => new Scope($"p{i}", ScopeKind.Programme, $"{new string('n', 300)} {i}")).ToList();
        foreach (var forms in DiscordWording.All.Select(w => new Forms(w)))
        {
            var longest = forms.Faq(new FaqDraft { Title = "t", Scope = "p39", Answer = new string('a', 4000) }, scopes, new FaqId(new string('x', 128)), int.MaxValue);
            Assert.Empty(new[] { forms.Feedback(Id), forms.TicketAnswer("x", false), forms.Correction(Id), longest }.SelectMany(DiscordFaults.In));
        }
    }

    [Theory]
    [InlineData("p39")]
    [InlineData("gone")]
    public void The_scope_an_entry_has_can_always_be_kept(string scope)
    {
        var scopes = Enumerable.Range(0, 40).Select(i => new Scope($"p{i}", ScopeKind.Programme, $"Programme {i}")).ToList();

        var options = English.Faq(new FaqDraft { Title = "t", Scope = scope }, scopes).Data!.Components![3].Child!.Options!;

        Assert.Equal(25, options.Count);
        Assert.Equal([scope], options.Where(o => o.Default == true).Select(o => o.Value));
    }

    [Fact]
    public void What_a_field_has_no_room_for_is_not_cut_but_refused()
    {
        var draft = new FaqDraft { Title = "t", Phrasings = [.. Enumerable.Repeat(new string('p', 400), 11)] };

        Assert.False(draft.HasRoom);
        Assert.Throws<ArgumentException>(() => English.Faq(draft, []));
    }

    [Fact]
    public void What_was_filled_in_is_read_from_labels_and_from_rows()
    {
        var data = new InteractionData
        {
            Components =
            [
                new Component { Type = ComponentType.Label, Child = new Component { Type = ComponentType.TextInput, CustomId = FormFields.Phrasings, Value = " one\r\n\r\n two " } },
                new Component { Type = ComponentType.Label, Child = new Component { Type = ComponentType.StringSelect, CustomId = FormFields.Scope, Values = ["mres"] } },
                new Component { Type = ComponentType.ActionRow, Components = [new Component { Type = ComponentType.TextInput, CustomId = FormFields.Title, Value = "Title" }] },
                new Component { Type = ComponentType.TextDisplay },
                new Component { Type = (ComponentType)99, Components = [] },
            ],
        };

        var fields = FormFields.Of(data);

        Assert.Equal(["one", "two"], FaqForm.LinesOf(fields.AsFaqForm().Phrasings));
        Assert.Equal("mres", fields[FormFields.Scope]);
        Assert.Equal("Title", fields[FormFields.Title]);
        Assert.Equal("", fields[FormFields.Answer]);
        Assert.Equal("", FormFields.Of(null)[FormFields.Title]);
    }
}
