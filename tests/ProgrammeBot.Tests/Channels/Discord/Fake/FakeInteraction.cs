using System.Globalization;
using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>A command, press, choice or form on its way: 3 seconds for the first answer, 15 minutes for the rest, by the fake's clock.</summary>
internal sealed class FakeInteraction
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;

    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly long created;
    private long? delivered;
    private ITimer? limit;

    internal FakeInteraction(FakeDiscord discord, int type, FakePerson person, FakeChannel place, JsonObject data)
    {
        Discord = discord;
        Type = type;
        Person = person;
        Place = place;
        Data = data;
        Id = discord.Ids.Next();
        Token = "interaction-token-" + Id;
        created = discord.Time.GetTimestamp();
    }

    public FakeDiscord Discord { get; }

    public int Type { get; }

    public FakePerson Person { get; }

    public FakeChannel Place { get; }

    public JsonObject Data { get; }

    public string Id { get; }

    public string Token { get; }

    /// <summary>The message whose component was used.</summary>
    public FakeMessage? Source { get; init; }

    /// <summary>Of a form that was sent in: what opened it.</summary>
    public FakeInteraction? Opener { get; init; }

    /// <summary>The callback that was taken; null while there is none.</summary>
    public int? CallbackType { get; private set; }

    /// <summary>Whether the answer is for the invoker alone.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>The message of the first answer.</summary>
    public FakeMessage? Original { get; set; }

    /// <summary>How long the first answer took.</summary>
    public TimeSpan? AcknowledgedAfter { get; private set; }

    /// <summary>How long the client itself took for the first answer, from when the event was sent to it.</summary>
    public TimeSpan? OwnAcknowledgement { get; private set; }

    /// <summary>How long the client itself took until there was something to see.</summary>
    public TimeSpan? OwnAnswer { get; private set; }

    internal List<Shown> Seen { get; } = [];

    internal bool IsLate => Discord.Time.GetElapsedTime(created) > Discord.FirstAnswerWithin;

    internal bool IsExpired => Discord.Time.GetElapsedTime(created) > TokenLife;

    /// <summary>Whether the client itself had the event for more than 3 seconds.</summary>
    internal bool IsLateByClient => delivered is { } at && Discord.Time.GetElapsedTime(at) > Discord.FirstAnswerWithin;

    internal void Take(int callback)
    {
        CallbackType = callback;
        AcknowledgedAfter = Discord.Time.GetElapsedTime(created);
        OwnAcknowledgement = delivered is { } at ? Discord.Time.GetElapsedTime(at) : null;
        limit?.Dispose();
    }

    internal void Show(FakeMessage? message = null, bool isEdit = false, FakeModal? modal = null, IReadOnlyList<(string, string)>? choices = null, bool noAnswer = false)
    {
        OwnAnswer ??= delivered is { } at && !noAnswer ? Discord.Time.GetElapsedTime(at) : null;
        Seen.Add(new Shown
        {
            Interaction = this,
            Number = Seen.Count,
            Message = message,
            Body = message is null ? [] : message.Body.DeepClone().AsObject(),
            IsEdit = isEdit,
            Modal = modal,
            Choices = choices,
            NoAnswer = noAnswer,
        });
        Discord.Changes.Tell();
    }

    /// <summary>Sends it to the bot and lets its time run.</summary>
    internal void Start()
    {
        lock (Discord.Gate)
        {
            Discord.Interactions[Token] = this;
            Source?.LastUsed = this;
            limit = Discord.Time.CreateTimer(_ => Check(), null, Discord.FirstAnswerWithin + TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));
            Discord.Gateway.Dispatch("INTERACTION_CREATE", _ => Json(), Place.Guild, Intent.None, () =>
            {
                lock (Discord.Gate)
                {
                    delivered = Discord.Time.GetTimestamp();
                }
            });
        }
    }

    private void Check()
    {
        lock (Discord.Gate)
        {
            if (CallbackType is not null || Seen.Count > 0)
            {
                limit?.Dispose();
                return;
            }

            if (!IsLate)
            {
                return;
            }

            if (IsLateByClient)
            {
                Discord.Violations.Add(Breach.Protocol, "acknowledge", $"Interaction {Id} ({Data.Text("name") ?? Data.Text("custom_id")}) had no answer within 3 s.");
            }

            limit?.Dispose();
            Show(noAnswer: true);
        }
    }

    private JsonObject Json()
    {
        var guild = Place.Guild;
        var channel = Place.Json();
        var json = new JsonObject
        {
            ["id"] = Id,
            ["application_id"] = Discord.ApplicationId,
            ["type"] = Type,
            ["token"] = Token,
            ["version"] = 1,
            ["channel_id"] = Place.Id,
            ["channel"] = channel,
            ["locale"] = Person.Locale,
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["attachment_size_limit"] = 10485760,
            ["data"] = Data.DeepClone(),
        };
        if (guild is not null)
        {
            var member = guild.MemberJson(Person, withUser: true);
            member["permissions"] = Decimal(guild.RightsOf(Person, Place));
            channel["permissions"] = Decimal(guild.RightsOf(Person, Place));
            json["member"] = member;
            json["guild_id"] = guild.Id;
            json["guild"] = new JsonObject { ["id"] = guild.Id, ["locale"] = guild.Locale, ["features"] = new JsonArray() };
            json["guild_locale"] = guild.Locale;
            json["app_permissions"] = Decimal(guild.RightsOf(Discord.Bot, Place));
            json["context"] = 0;
            json["authorizing_integration_owners"] = new JsonObject { ["0"] = guild.Id };
        }
        else
        {
            json["user"] = Person.Json();
            json["app_permissions"] = Decimal(Right.All);
            json["context"] = 1;
            json["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
        }

        if (Source is { } source)
        {
            // A person's own view: nothing is blanked in what was used.
            json["message"] = source.Json(blank: false, gateway: false);
        }

        return json;
    }

    private static string Decimal(Right rights) => ((ulong)rights).ToString(CultureInfo.InvariantCulture);
}
