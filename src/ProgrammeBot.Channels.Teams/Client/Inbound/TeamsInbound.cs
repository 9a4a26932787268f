using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Puts together how activities come in.</summary>
public static class TeamsInbound
{
    /// <summary>Where the channel service posts; the address in the bot's registration ends so.</summary>
    public const string Path = "/api/messages";

    /// <summary>Adds what the endpoint needs. The composition adds, besides, an <see cref="ITeamsReceiver"/>.</summary>
    /// <exception cref="ArgumentException">A setting is wrong; names every fault.</exception>
    public static IServiceCollection AddTeamsInbound(this IServiceCollection services, InboundOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join('\n', faults), nameof(options));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<MessagesEndpoint>();
        if (options.IsTest)
        {
            services.AddSingleton<ISenderRules, TestRules>();
            return services;
        }

        services.TryAddSingleton<IKeySource>(s => new MetadataKeys(options.Cloud, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISigningKeys, SigningKeyCache>();
        services.AddSingleton<ISenderRules, TokenRules>();
        return services;
    }

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapPost(Path, (RequestDelegate)(context => context.RequestServices.GetRequiredService<MessagesEndpoint>().TakeAsync(context)));
    }
}
