using Microsoft.AspNetCore.Http;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary><see cref="TestMode"/> as the endpoint asks it; the tenants count where any are listed.</summary>
internal sealed class TestRules(InboundOptions options) : ISenderRules
{
    private readonly HashSet<string> _tenants = new(options.Tenants, StringComparer.OrdinalIgnoreCase);

    public ValueTask<Sender> CheckAsync(HttpContext request, CancellationToken cancellationToken) => new(new Sender(TestMode.Check(request)));

    public Refusal Check(Sender sender, Activity activity) =>
        TestMode.Check(activity) is not Refusal.None and var refusal ? refusal
        : _tenants.Count > 0 && (activity.Tenant is not { } tenant || !_tenants.Contains(tenant)) ? Refusal.Tenant
        : Refusal.None;
}
