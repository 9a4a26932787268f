using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>The Bot Connector's REST v3: every call is noted, perhaps made to fail, checked, and then done on the fake's state.</summary>
internal sealed class Endpoints(FakeConnector connector)
{
    private const int MostBytesAsUtf16 = 100 * 1024;

    public async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var text = await new StreamReader(request.Body, Encoding.UTF8).ReadToEndAsync(context.RequestAborted);
        var (body, isBroken) = Read(text);
        var parts = PartsOf(request);
        var call = new ConnectorCall(
            request.Method,
            $"{request.Method} {RouteOf(parts)}",
            parts.Length > 2 ? parts[2] : "",
            request.Headers.Authorization.Count > 0 ? request.Headers.Authorization.ToString() : null,
            body?.DeepClone(),
            connector.Time.GetUtcNow())
        {
            RawPath = request.Path + request.QueryString,
            ContentType = request.ContentType,
        };
        connector.Note(call);
        var trouble = connector.Troubles.For(call);
        if (trouble is { AfterDoing: false } && await IsAllAsync(context, call, trouble))
        {
            return;
        }

        Answer answer;
        lock (connector.Gate)
        {
            answer = Do(request, call, parts, text, isBroken);
            call.Status = answer.Status;
        }

        connector.Changes.Tell();
        if (trouble is not { AfterDoing: true } || !await IsAllAsync(context, call, trouble))
        {
            await WriteAsync(context, answer);
        }
    }

    /// <summary>Makes it go wrong; false when the call goes on after all.</summary>
    private async Task<bool> IsAllAsync(HttpContext context, ConnectorCall call, ConnectorTrouble trouble)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, connector.Stopping);
        switch (trouble.Kind)
        {
            case ConnectorTroubleKind.Drop:
                context.Abort();
                return true;
            case ConnectorTroubleKind.Hang:
                await Task.Delay(Timeout.Infinite, ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                context.Abort();
                return true;
            case ConnectorTroubleKind.Stall:
                await trouble.Release!.Task.WaitAsync(ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return false;
            case ConnectorTroubleKind.Slow:
                await Task.Delay(trouble.Delay, connector.Time, ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return false;
        }

        call.Status = trouble.Status;
        if (trouble.RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = trouble.RetryAfter;
        }

        if (trouble.Location is not null)
        {
            context.Response.Headers.Location = trouble.Location;
        }

        await WriteAsync(context, trouble switch
        {
            { Body: { } own } => new Answer(trouble.Status, Text: own),
            { Code: { } code } => Answer.Error(trouble.Status, code),
            _ => new Answer(trouble.Status),
        });
        return true;
    }

    private Answer Do(HttpRequest request, ConnectorCall call, string[] parts, string text, bool isBroken)
    {
        if (connector.ChecksTokens && !connector.Tokens.IsGood(call.Authorization))
        {
            return Answer.Error(401, "BotNotRegistered");
        }

        if (text.Length * 2 > MostBytesAsUtf16)
        {
            return Answer.Error(413, "MessageSizeTooBig");
        }

        if (isBroken || (request.Method is "POST" or "PUT" && (call.Body is not JsonObject || call.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)))
        {
            return Answer.Error(400, "BadSyntax");
        }

        var body = call.Body as JsonObject ?? [];
        return (request.Method, parts) switch
        {
            ("POST", ["v3", "conversations"]) => Create(body),
            ("GET", ["v3", "teams", var team, "conversations"]) => Channels(team),
            (var method, ["v3", "conversations", var id, .. var rest]) => InConversation(method, id, rest, body, request),
            _ => new Answer(404),
        };
    }

    private Answer InConversation(string method, string id, string[] rest, JsonObject body, HttpRequest request)
    {
        if (connector.Find(id) is not { IsGone: false } conversation || ThreadOf(id) is { IsWrong: true })
        {
            return Answer.Error(404, "ConversationNotFound");
        }

        if (conversation.Refuses is { } code)
        {
            return Answer.Error(403, code);
        }

        return (method, rest) switch
        {
            ("POST", ["activities"]) => Post(conversation, ThreadOf(id).Root, null, body),
            ("POST", ["activities", var replyTo]) => Post(conversation, ThreadOf(id).Root ?? (conversation.Type == "channel" ? replyTo : null), replyTo, body),
            ("PUT", ["activities", var message]) => Put(conversation, message, body),
            ("DELETE", ["activities", var message]) => Delete(conversation, message),
            ("GET", ["members", var user]) => Member(conversation, user),
            ("GET", ["members"]) => new Answer(200, new JsonArray([.. MembersOf(conversation).Select(MemberJson)])),
            ("GET", ["pagedmembers"]) => Page(conversation, request),
            _ => new Answer(404),
        };
    }

    private static Answer Post(FakeConversation conversation, string? thread, string? replyTo, JsonObject activity)
    {
        if (ActivityRules.FaultOf(activity) is { } fault)
        {
            return fault;
        }

        if (activity.Text("type") == "typing")
        {
            conversation.Types();
            return new Answer(202);
        }

        if (activity.Text("text") is { Length: > 0 } && activity.Items("attachments").Any())
        {
            // As Teams does: two messages, and neither is named.
            var text = (JsonObject)activity.DeepClone();
            text.Remove("attachments");
            var cards = (JsonObject)activity.DeepClone();
            cards.Remove("text");
            conversation.Add(text, thread, replyTo);
            conversation.Add(cards, thread, replyTo);
            return new Answer(201, new JsonObject());
        }

        return new Answer(201, new JsonObject { ["id"] = conversation.Add(activity, thread, replyTo).Id });
    }

    private static Answer Put(FakeConversation conversation, string id, JsonObject activity)
    {
        if (conversation.Find(id) is not { } message)
        {
            return Answer.Error(404, "ActivityNotFoundInConversation");
        }

        if (ActivityRules.FaultOf(activity) is { } fault)
        {
            return fault;
        }

        message.Activity = activity;
        message.Changes++;
        return new Answer(200, new JsonObject { ["id"] = id });
    }

    private static Answer Delete(FakeConversation conversation, string id)
    {
        if (conversation.Find(id) is not { } message)
        {
            return Answer.Error(404, "ActivityNotFoundInConversation");
        }

        message.IsDeleted = true;
        return new Answer(200);
    }

    private Answer Create(JsonObject body)
    {
        if (!body.Flag("isGroup"))
        {
            var members = body.Items("members").ToList();
            if (members.Count != 1 || (body.Text("tenantId") ?? body.Part("channelData").Part("tenant").Text("id")) != connector.Tenant)
            {
                return Answer.Error(400, "BadSyntax");
            }

            var who = members[0].Text("id");
            var user = connector.Users.Values.FirstOrDefault(u => u.Id == who || u.AadObjectId == who);
            return user is null ? Answer.Error(400, "BadArgument")
                : !user.HasApp ? Answer.Error(403, "BotNotInConversationRoster")
                : new Answer(201, new JsonObject { ["id"] = connector.Personal(user).Id });
        }

        if (body.Part("channelData").Part("channel").Text("id") is not { } channelId || body.Part("activity") is not { } activity)
        {
            return Answer.Error(400, "BadSyntax");
        }

        if (connector.Conversations.GetValueOrDefault(channelId) is not { Type: "channel", IsGone: false } channel)
        {
            return Answer.Error(404, "ConversationNotFound");
        }

        if (channel.Refuses is { } code)
        {
            return Answer.Error(403, code);
        }

        if (ActivityRules.FaultOf(activity) is { } fault)
        {
            return fault;
        }

        var message = channel.Add((JsonObject)activity.DeepClone(), null, null);
        return new Answer(201, new JsonObject { ["id"] = $"{channel.Id};messageid={message.Id}", ["activityId"] = message.Id });
    }

    private Answer Channels(string team) =>
        connector.Teams.GetValueOrDefault(team) is not { } found || found.General.IsGone
            ? Answer.Error(404, "ConversationNotFound")
            : new Answer(200, new JsonObject
            {
                ["conversations"] = new JsonArray([.. found.Channels.Where(c => !c.IsGone).Select(c => c == found.General
                    ? new JsonObject { ["id"] = c.Id }
                    : new JsonObject { ["id"] = c.Id, ["name"] = c.Name })]),
            });

    private static Answer Member(FakeConversation conversation, string user) =>
        MembersOf(conversation).FirstOrDefault(u => u.Id == user || u.AadObjectId == user) is { } member
            ? new Answer(200, MemberJson(member))
            : Answer.Error(404, "MemberNotFoundInConversation");

    private static Answer Page(FakeConversation conversation, HttpRequest request)
    {
        var size = int.TryParse(request.Query["pageSize"], out var asked) ? Math.Clamp(asked, 1, 500) : 500;
        var from = int.TryParse(request.Query["continuationToken"], out var token) ? token : 0;
        var members = MembersOf(conversation);
        var page = new JsonObject { ["members"] = new JsonArray([.. members.Skip(from).Take(size).Select(MemberJson)]) };
        if (from + size < members.Count)
        {
            page["continuationToken"] = $"{from + size}";
        }

        return new Answer(200, page);
    }

    private static List<FakeUser> MembersOf(FakeConversation conversation) => conversation.Team?.Members ?? conversation.Members;

    private static JsonObject MemberJson(FakeUser user) => new()
    {
        ["id"] = user.Id,
        ["name"] = user.Name,
        ["objectId"] = user.AadObjectId,
        ["aadObjectId"] = user.AadObjectId,
        ["userRole"] = user.Role,
        ["tenantId"] = user.Tenant,
    };

    private static (string? Root, bool IsWrong) ThreadOf(string id)
    {
        var at = id.IndexOf(';', StringComparison.Ordinal);
        if (at < 0)
        {
            return (null, false);
        }

        var root = id[at..].StartsWith(";messageid=", StringComparison.Ordinal) ? id[(at + ";messageid=".Length)..] : "";
        return root.Length > 0 && root.All(char.IsAsciiDigit) ? (root, false) : (null, true);
    }

    /// <summary>The path from <c>v3</c> on, each piece unescaped by itself.</summary>
    private static string[] PartsOf(HttpRequest request)
    {
        // The server has unescaped all but %2F already; ids here hold no slash.
        var all = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var at = Array.IndexOf(all, "v3");
        return at < 0 ? all : all[at..];
    }

    private static string RouteOf(string[] parts) =>
        "/" + string.Join('/', parts.Select((part, at) => at < 2 || part is "activities" or "members" or "pagedmembers" or "conversations" ? part : "{}"));

    private static (JsonNode? Body, bool IsBroken) Read(string text)
    {
        if (text.Length == 0)
        {
            return (null, false);
        }

        try
        {
            return (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }), false);
        }
        catch (JsonException)
        {
            return (null, true);
        }
    }

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Text is { } text)
        {
            context.Response.ContentType = text.StartsWith('<') ? "text/html" : "application/json; charset=utf-8";
            await context.Response.WriteAsync(text);
        }
        else if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(body.ToJsonString());
        }
    }
}

/// <summary>What a call is answered.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null, string? Text = null)
{
    public static Answer Error(int status, string code, string message = "It was refused.") =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
