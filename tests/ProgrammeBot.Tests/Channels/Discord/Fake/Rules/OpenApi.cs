using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>Discord's own description as the judge of requests, and of the fake's answers. Judges nothing where the folder is not there.</summary>
internal static class OpenApi
{
    private static readonly Lazy<(JsonObject Document, JsonSchema Schema)?> Description = new(Load);

    public static bool IsThere => Description.Value is not null;

    /// <summary>Checks any value against one of the description's named schemas.</summary>
    public static (string? Error, IReadOnlyList<string> Unknown) Check(JsonNode? value, string name) =>
        Description.Value!.Value.Schema.Check(value, Description.Value.Value.Document["components"]!["schemas"]![name]!);

    /// <summary>What is wrong with a request: null, or the first thing that Discord's description does not allow.</summary>
    public static IEnumerable<(Breach, string, string)> OfRequest(RestCall call)
    {
        if (Operation(call) is not { } operation)
        {
            if (IsThere)
            {
                yield return (Breach.Protocol, "route", $"Discord's description has no {call.Method} {call.Path}.");
            }

            yield break;
        }

        foreach (var name in QueryHelpers.ParseQuery(call.Query).Keys.Except(Parameters(call, operation)))
        {
            yield return (Breach.House, "unknown-query", $"The description knows no '{name}'.");
        }

        var content = operation["requestBody"]?["content"];
        if (content is null || (call.Body is null && operation["requestBody"]!["required"] is null))
        {
            if (call.Body is not null)
            {
                yield return (Breach.House, "schema", "A body where none belongs.");
            }

            yield break;
        }

        var schema = (content["application/json"] ?? content["multipart/form-data"])!["schema"]!;
        var (error, unknown) = Description.Value!.Value.Schema.Check(call.Body, schema);
        if (error is not null)
        {
            // The service also takes ids that are numbers, as some libraries send them; ours are strings.
            var (really, _) = new JsonSchema(Description.Value.Value.Document, takesNumbersAsIds: true).Check(call.Body, schema);
            yield return really is null ? (Breach.House, "id-as-number", error) : (Breach.Protocol, "schema", error);
        }

        foreach (var key in unknown)
        {
            yield return (Breach.House, "unknown-key", key);
        }
    }

    /// <summary>Notes where the fake itself answers what Discord would not.</summary>
    public static void OfAnswer(Violations violations, RestCall call, RestAnswer answer)
    {
        if (Operation(call) is not { } operation)
        {
            return;
        }

        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        var response = operation["responses"]![status] ?? operation["responses"]![status[..1] + "XX"];
        if (response is null)
        {
            violations.Add(Breach.Fake, "answer", $"{call.Route} is never answered {status}.");
            return;
        }

        if (answer.Status >= 400 || response["content"]?["application/json"]?["schema"] is not { } schema)
        {
            return;
        }

        if (Description.Value!.Value.Schema.Check(answer.Body, schema).Error is { } error)
        {
            violations.Add(Breach.Fake, "answer", $"{call.Route} {status}: {error}");
        }
    }

    private static JsonObject? Operation(RestCall call) => Path(call)?[call.Method.ToLowerInvariant()] as JsonObject;

    private static JsonObject? Path(RestCall call)
    {
        if (Description.Value is not { } description)
        {
            return null;
        }

        var segments = call.Path.Split('/');

        // What is written out goes before what stands for anything.
        return description.Document["paths"]!.AsObject()
            .Select(pair => (Parts: pair.Key.Split('/'), pair.Value))
            .Where(path => path.Parts.Length == segments.Length && path.Parts.Zip(segments).All(both => both.First.StartsWith('{') || both.First == both.Second))
            .OrderBy(path => path.Parts.Count(part => part.StartsWith('{')))
            .Select(path => path.Value as JsonObject)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Parameters(RestCall call, JsonObject operation) =>
        operation.Items("parameters").Concat(Path(call).Items("parameters")).Select(parameter => parameter.Text("name")).OfType<string>();

    private static (JsonObject, JsonSchema)? Load()
    {
        if (SharedFolder.Find("protocols", "discord-openapi.json") is not { } path || !File.Exists(path))
        {
            return null;
        }

        var document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        return (document, new JsonSchema(document));
    }
}
