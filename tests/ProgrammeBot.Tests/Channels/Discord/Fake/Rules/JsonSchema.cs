using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>Checks values against the part of JSON Schema 2020-12 that Discord's description uses; any other keyword is an error of its own.</summary>
/// <remarks>A second look finds keys that no schema which held knows: the description itself forbids none.</remarks>
/// <param name="document">The whole description, in which references are found.</param>
/// <param name="takesNumbersAsIds">Whether an id may be a number, as the service itself allows.</param>
internal sealed class JsonSchema(JsonObject document, bool takesNumbersAsIds = false)
{
    private static readonly HashSet<string> Ignored =
    [
        "description", "title", "deprecated", "example", "examples", "default", "x-discord-union", "nullable", "contentEncoding", "readOnly", "writeOnly", "discriminator",
    ];

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <summary>What is wrong, null when nothing is; and the keys that are not known.</summary>
    public (string? Error, IReadOnlyList<string> Unknown) Check(JsonNode? value, JsonNode schema)
    {
        var known = new Dictionary<JsonObject, HashSet<string>>(ReferenceEqualityComparer.Instance);
        var error = Validate(value, schema, "$", known);
        var unknown = new List<string>();
        if (error is null)
        {
            Unknown(value, "$", known, unknown);
        }

        return (error, unknown);
    }

    private static void Unknown(JsonNode? value, string at, Dictionary<JsonObject, HashSet<string>> known, List<string> found)
    {
        switch (value)
        {
            case JsonObject about:
                foreach (var (key, part) in about)
                {
                    if (known.TryGetValue(about, out var keys) && !keys.Contains("*") && !keys.Contains(key))
                    {
                        found.Add($"{at}.{key}");
                    }
                    else
                    {
                        Unknown(part, $"{at}.{key}", known, found);
                    }
                }

                break;
            case JsonArray list:
                for (var number = 0; number < list.Count; number++)
                {
                    Unknown(list[number], $"{at}[{number}]", known, found);
                }

                break;
        }
    }

    private string? Validate(JsonNode? value, JsonNode? schema, string at, Dictionary<JsonObject, HashSet<string>> known)
    {
        if (schema is JsonValue always && always.TryGetValue(out bool takes))
        {
            return takes ? null : $"{at}: nothing is allowed here";
        }

        foreach (var (keyword, wanted) in (JsonObject)schema!)
        {
            if (Keyword(keyword, wanted!, value, (JsonObject)schema, at, known) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private string? Keyword(string keyword, JsonNode wanted, JsonNode? value, JsonObject schema, string at, Dictionary<JsonObject, HashSet<string>> known)
    {
        var text = value is JsonValue scalar && scalar.TryGetValue(out string? written) ? written : null;
        double? number = value is JsonValue && value.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;
        var about = value as JsonObject;
        var list = value as JsonArray;
        double Limit() => double.Parse(wanted.ToJsonString(), CultureInfo.InvariantCulture);
        string? When(bool wrong, string what) => wrong ? $"{at}: {what}" : null;
        switch (keyword)
        {
            case "$ref":
                return Validate(value, Resolve(wanted.GetValue<string>()), at, known);
            case "type":
                var types = wanted is JsonArray several ? several.Select(type => type!.GetValue<string>()).ToList() : [wanted.GetValue<string>()];
                var isId = takesNumbersAsIds && number is not null && schema.Text("format") == "snowflake";
                return When(!isId && !types.Any(type => Is(type, value, number)), $"{Kind(value)} instead of {string.Join(" or ", types)}");
            case "const":
                return When(!JsonNode.DeepEquals(value, wanted), $"is not {wanted.ToJsonString()}");
            case "enum":
                return When(!wanted.AsArray().Any(one => JsonNode.DeepEquals(one, value)), $"{value?.ToJsonString() ?? "null"} is none of {wanted.ToJsonString()}");
            case "oneOf":
            case "anyOf":
                return Branches(keyword, wanted.AsArray(), value, at, known);
            case "allOf":
                return wanted.AsArray().Select(part => Validate(value, part!, at, known)).FirstOrDefault(error => error is not null);
            case "required":
                return about is null ? null : wanted.AsArray().Select(key => key!.GetValue<string>()).Where(key => !about.ContainsKey(key)).Select(key => $"{at}: '{key}' is missing").FirstOrDefault();
            case "properties":
                return about is null ? null : Properties(about, wanted.AsObject(), at, known);
            case "additionalProperties":
                return about is null ? null : Others(about, wanted, schema["properties"] as JsonObject, at, known);
            case "items":
                return list?.Select((item, index) => Validate(item, wanted, $"{at}[{index}]", known)).FirstOrDefault(error => error is not null);
            case "minLength":
                return When(text?.Length < Limit(), $"{text?.Length} characters; at least {wanted} are needed");
            case "maxLength":
                return When(text?.Length > Limit(), $"{text?.Length} characters; {wanted} are allowed");
            case "minItems":
                return When(list?.Count < Limit(), $"{list?.Count} items; at least {wanted} are needed");
            case "maxItems":
                return When(list?.Count > Limit(), $"{list?.Count} items; {wanted} are allowed");
            case "uniqueItems":
                return When(list?.Select(item => item?.ToJsonString()).Distinct().Count() < list?.Count, "an item is there twice");
            case "minProperties":
                return When(about?.Count < Limit(), $"at least {wanted} keys are needed");
            case "maxProperties":
                return When(about?.Count > Limit(), $"at most {wanted} keys are allowed");
            case "minimum":
                return When(number < Limit(), $"{number} is less than {wanted}");
            case "maximum":
                return When(number > Limit(), $"{number} is more than {wanted}");
            case "pattern":
                return When(text is not null && !Patterns.GetOrAdd(wanted.GetValue<string>(), pattern => new Regex(pattern)).IsMatch(text), $"'{text}' does not fit {wanted}");
            case "format":
                return When(!Fits(wanted.GetValue<string>(), text, number), $"{value?.ToJsonString()} is no {wanted}");
            default:
                return When(!Ignored.Contains(keyword), $"the keyword '{keyword}' is not understood");
        }
    }

    private string? Branches(string keyword, JsonArray branches, JsonNode? value, string at, Dictionary<JsonObject, HashSet<string>> known)
    {
        var holds = 0;
        string? deepest = null;
        foreach (var branch in branches)
        {
            var here = new Dictionary<JsonObject, HashSet<string>>(ReferenceEqualityComparer.Instance);
            if (Validate(value, branch!, at, here) is { } error)
            {
                deepest = deepest is null || Telling(error) > Telling(deepest) ? error : deepest;
                continue;
            }

            holds++;
            foreach (var (about, keys) in here)
            {
                Known(known, about).UnionWith(keys);
            }
        }

        return holds == 0 ? deepest ?? $"{at}: no branch" : keyword == "oneOf" && holds > 1 ? $"{at}: {holds} branches hold, not one" : null;
    }

    /// <summary>Of several branches' errors the deepest says most, and of those the one that is not about the kind of value.</summary>
    private static int Telling(string error) => (error.IndexOf(':', StringComparison.Ordinal) * 2) + (error.Contains(" instead of ", StringComparison.Ordinal) ? 0 : 1);

    private string? Properties(JsonObject about, JsonObject properties, string at, Dictionary<JsonObject, HashSet<string>> known)
    {
        var keys = Known(known, about);
        foreach (var (key, schema) in properties)
        {
            keys.Add(key);
            if (about.TryGetPropertyValue(key, out var part) && !Deviates(key, part) && Validate(part, schema!, $"{at}.{key}", known) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private string? Others(JsonObject about, JsonNode schema, JsonObject? properties, string at, Dictionary<JsonObject, HashSet<string>> known)
    {
        Known(known, about).Add("*");
        return about.Where(pair => properties?.ContainsKey(pair.Key) != true).Select(pair => Validate(pair.Value, schema, $"{at}.{pair.Key}", known)).FirstOrDefault(error => error is not null);
    }

    /// <summary>Where the description is known to differ from what the service takes: permissions are strings.</summary>
    private static bool Deviates(string key, JsonNode? value) =>
        key == "default_member_permissions" && value is JsonValue scalar && scalar.TryGetValue(out string? bits) && bits.Length > 0 && bits.All(char.IsAsciiDigit);

    private static HashSet<string> Known(Dictionary<JsonObject, HashSet<string>> known, JsonObject about) =>
        known.TryGetValue(about, out var keys) ? keys : known[about] = [];

    private static bool Is(string type, JsonNode? value, double? number) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => number is not null,
        "integer" => number is { } whole && Math.Floor(whole) == whole,
        _ => false,
    };

    private static bool Fits(string format, string? text, double? number) => format switch
    {
        "snowflake" => text is null || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "date-time" => text is null || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => text is null || Uri.TryCreate(text, UriKind.Absolute, out _),
        "int32" => number is null or (>= int.MinValue and <= int.MaxValue),
        "nonce" => text is null or { Length: <= 25 },
        _ => true,
    };

    private static string Kind(JsonNode? value) => value is null ? "null" : value.GetValueKind().ToString().ToLowerInvariant();

    private JsonNode Resolve(string reference)
    {
        JsonNode at = document;
        foreach (var part in reference.Split('/').Skip(1))
        {
            at = at[part] ?? throw new InvalidOperationException($"The description has no {reference}.");
        }

        return at;
    }
}
