using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

/// <summary>Bad days of the gateway, as a test calls for them.</summary>
internal static class GatewayTrouble
{
    /// <summary>Closes every open connection with a code, or with none.</summary>
    public static void Closes(this FakeGateway gateway, int? code)
    {
        foreach (var connection in gateway.Open())
        {
            gateway.CloseFor(connection, code);
        }
    }

    /// <summary>Cuts every open connection.</summary>
    public static void Drops(this FakeGateway gateway, bool midFrame = false)
    {
        foreach (var connection in gateway.Open())
        {
            gateway.DropIt(connection, midFrame);
        }
    }

    /// <summary>Op 7; Discord closes some seconds later, which a test does by itself.</summary>
    public static void AsksToReconnect(this FakeGateway gateway) => gateway.SendsRaw("""{"op":7,"d":null,"s":null,"t":null}""", wantsResume: true);

    /// <summary>Op 9: the session is invalid, for good or not.</summary>
    public static void Invalidates(this FakeGateway gateway, bool resumable)
    {
        foreach (var connection in gateway.Open())
        {
            gateway.Leave(connection, over: !resumable, wantsResume: resumable);
            connection.Send(new JsonObject { ["op"] = 9, ["d"] = resumable, ["s"] = null, ["t"] = null });
            connection.Session = null;
        }
    }

    /// <summary>Sends any text as one message: unknown ops and events, or what is no JSON at all.</summary>
    public static void SendsRaw(this FakeGateway gateway, string text, bool wantsResume = false)
    {
        foreach (var connection in gateway.Open())
        {
            connection.SendText(text);
            if (wantsResume)
            {
                connection.Session?.WantsResume = true;
            }
        }
    }

    /// <summary>Sends what was held, the newest first when <paramref name="backwards"/>.</summary>
    public static void Releases(this FakeGateway gateway, bool backwards = false)
    {
        gateway.HoldsEvents = false;
        var held = gateway.Held.ToList();
        gateway.Held.Clear();
        foreach (var send in backwards ? Enumerable.Reverse(held) : held)
        {
            send();
        }
    }

    /// <summary>An event of any name, with the next sequence number.</summary>
    public static void SendsEvent(this FakeGateway gateway, string name, JsonObject data) => gateway.Dispatch(name, data, null, Intent.None);
}
