using System.Security.Cryptography.X509Certificates;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>What the bot proves itself with. Prints as what it is, never as what it holds.</summary>
internal abstract class TeamsCredential
{
    private TeamsCredential()
    {
    }

    /// <param name="value">The secret. Goes into the request for a token, and nowhere else.</param>
    /// <param name="expires">The day it ends, where the settings name it: the secret itself does not say.</param>
    internal sealed class Secret(string value, DateOnly? expires) : TeamsCredential
    {
        public string Value { get; } = value;

        public DateOnly? Expires { get; } = expires;

        public override string ToString() => "(secret, redacted)";
    }

    /// <param name="certificate">With its private key.</param>
    internal sealed class Certificate(X509Certificate2 certificate) : TeamsCredential
    {
        public X509Certificate2 Value { get; } = certificate;

        public override string ToString() => $"(certificate {Value.Thumbprint})";
    }

    /// <summary>The platform's own.</summary>
    internal sealed class ManagedIdentity : TeamsCredential
    {
        public override string ToString() => "(managed identity)";
    }
}
