using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Pressing;

/// <summary>A button that was pressed, a form or dialog that was sent.</summary>
/// <param name="Data">What it says; anybody may have forged it.</param>
/// <param name="Here">Where.</param>
/// <param name="By">Who.</param>
/// <param name="Card">The message with the card; null where none is told.</param>
/// <param name="Locale">The language of whoever pressed.</param>
internal sealed record Press(CardData Data, Here Here, Account By, MessageAddress? Card, string? Locale)
{
    /// <summary>How stores name who pressed.</summary>
    public string Person => Whereabouts.PersonOf(Here.Tenant, By);

    /// <summary>How who pressed is written to in private.</summary>
    public PersonAddress Address => AddressOf(Here.Address, By);

    public static PersonAddress AddressOf(ConversationAddress conversation, Account person)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(person);
        return new PersonAddress(conversation.ServiceUrl, conversation.Tenant, person.Id, conversation.Bot) { AadObjectId = person.AadObjectId, Name = person.Name };
    }
}
