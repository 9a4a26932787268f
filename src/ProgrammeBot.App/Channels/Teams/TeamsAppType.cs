namespace ProgrammeBot.App.Channels.Teams;

/// <summary>How the bot is registered in Entra, and so how it proves itself when it calls Teams.</summary>
internal enum TeamsAppType
{
    /// <summary>In one tenant, with a secret or a certificate. The kind that can be made today.</summary>
    SingleTenant,

    /// <summary>In any tenant, with a secret or a certificate. Made before August 2025; new ones are refused by Azure.</summary>
    MultiTenant,

    /// <summary>As the identity of the Azure machine it runs on: there is no secret.</summary>
    ManagedIdentity,
}
