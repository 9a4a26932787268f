using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>Components of a message and of a modal: which may stand where, how many, and how long.</summary>
internal static class ComponentRules
{
    private static readonly long[] V2Only = [9, 10, 11, 12, 13, 14, 17];
    private static readonly long[] Selects = [3, 5, 6, 7, 8];

    public static IEnumerable<(Breach, string, string)> Check(JsonObject body, bool isV2, bool isNew)
    {
        var top = body.Items("components").ToList();
        var all = Readable.Components(body).ToList();
        if (!isV2 && top.Count > 5)
        {
            yield return Found("rows", $"{top.Count} rows; 5 are allowed.");
        }

        // An edit need not repeat the flag of a message that has it already.
        if (!isV2 && isNew && all.Any(part => V2Only.Contains(part.Number("type") ?? 0)))
        {
            yield return Found("v2-flag", "Such components need the flag IS_COMPONENTS_V2.");
        }

        if (isV2 && all.Count > 40)
        {
            yield return Found("v2-count", $"{all.Count} components; 40 are allowed.");
        }

        if (top.Any(part => part.Number("type") is not (1 or 9 or 10 or 11 or 12 or 13 or 14 or 17)))
        {
            yield return Found("component-place", "Buttons and menus stand in rows.");
        }

        if (all.Any(part => part.Number("type") is 4 or 18 or 19 or 21 or 22 or 23))
        {
            yield return Found("component-place", "Fields of a form stand in modals only.");
        }

        var texts = all.Where(part => part.Number("type") == 10).Sum(part => part.Text("content")?.Length ?? 0);
        if (texts > 4000)
        {
            yield return Found("v2-text", $"The texts have {texts} characters; 4000 are allowed.");
        }

        foreach (var found in all.SelectMany(Part).Concat(Unique(all)))
        {
            yield return found;
        }
    }

    public static IEnumerable<(Breach, string, string)> Modal(JsonObject modal)
    {
        var top = modal.Items("components").ToList();
        var all = Readable.Components(modal).ToList();
        if (modal.Text("title") is not { Length: >= 1 and <= 45 })
        {
            yield return Found("modal-title", $"The title has {modal.Text("title")?.Length ?? 0} characters; 1 to 45 are allowed.");
        }

        if (modal.Text("custom_id") is not { Length: >= 1 and <= 100 })
        {
            yield return Found("custom-id", "A modal's custom_id has 1 to 100 characters.");
        }

        if (top.Count is < 1 or > 5)
        {
            yield return Found("modal-children", $"{top.Count} children; 1 to 5 are allowed.");
        }

        foreach (var part in top)
        {
            if (part.Number("type") is not (1 or 10 or 18))
            {
                yield return Found("modal-children", $"A component of type {part.Number("type")} cannot stand in a modal by itself.");
            }

            if (part.Number("type") == 18 && part.Part("component")?.Number("type") is not (4 or 3 or 5 or 6 or 7 or 8 or 19 or 21 or 22 or 23))
            {
                yield return Found("modal-children", "A label holds one field.");
            }

            if (part.Number("type") == 18 && part.Text("label") is not { Length: >= 1 and <= 45 })
            {
                yield return Found("modal-label", "A label has 1 to 45 characters.");
            }

            if (part.Text("description") is { Length: > 100 })
            {
                yield return Found("modal-label", "A label's description has at most 100 characters.");
            }
        }

        foreach (var found in all.SelectMany(Part).Concat(Unique(all)))
        {
            yield return found;
        }
    }

    private static IEnumerable<(Breach, string, string)> Unique(List<JsonObject> all)
    {
        foreach (var twice in all.Select(part => part.Text("custom_id")).OfType<string>().GroupBy(id => id).Where(same => same.Count() > 1))
        {
            yield return Found("custom-id-unique", $"The custom_id '{twice.Key}' is there {twice.Count()} times.");
        }

        foreach (var twice in all.Select(part => part.Number("id")).OfType<long>().Where(id => id != 0).GroupBy(id => id).Where(same => same.Count() > 1))
        {
            yield return Found("component-id-unique", $"The id {twice.Key} is there {twice.Count()} times.");
        }
    }

    private static IEnumerable<(Breach, string, string)> Part(JsonObject part)
    {
        var type = part.Number("type") ?? 0;
        var style = part.Number("style");
        var needsId = (type == 2 && style is not (5 or 6)) || type is 3 or 4 or 5 or 6 or 7 or 8 or 19 or 21 or 22 or 23;
        if (needsId ? part.Text("custom_id") is not { Length: >= 1 and <= 100 } : part.Has("custom_id"))
        {
            yield return Found("custom-id", $"A component of type {type} with the custom_id {part["custom_id"]?.ToJsonString() ?? "none"}.");
        }

        switch (type)
        {
            case 1:
                var kinds = part.Items("components").Select(child => child.Number("type") ?? 0).ToList();
                var buttons = kinds.Count(kind => kind == 2);
                var fits = kinds.Count > 0 && (buttons == kinds.Count ? buttons <= 5 : kinds.Count == 1 && (Selects.Contains(kinds[0]) || kinds[0] == 4));
                if (!fits)
                {
                    yield return Found("row", $"A row holds up to 5 buttons or one menu, not {string.Join(", ", kinds)}.");
                }

                break;
            case 2:
                if (part.Text("label") is { Length: > 80 } label)
                {
                    yield return Found("button-label", $"A label of {label.Length} characters; 80 are allowed.");
                }

                if (string.IsNullOrEmpty(part.Text("label")) && !part.Has("emoji") && style != 6)
                {
                    yield return Found("button-label", "A button needs a label or an emoji.");
                }

                if (style is not (>= 1 and <= 6))
                {
                    yield return Found("button-style", $"There is no style {style}.");
                }

                if (style == 5 && (part.Text("url") is not { Length: > 0 and <= 512 } url || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https" or "discord")))
                {
                    yield return Found("button-url", $"A link of '{part.Text("url")}'.");
                }

                break;
            case 3:
                foreach (var found in Options(part))
                {
                    yield return found;
                }

                break;
            case 4:
                if (part.Text("value") is { Length: > 4000 } || part.Number("max_length") is > 4000 or < 1 || part.Number("min_length") is > 4000 or < 0)
                {
                    yield return Found("text-input", "A text input takes up to 4000 characters.");
                }

                if (part.Text("value") is { } value && value.Length > (part.Number("max_length") ?? 4000))
                {
                    yield return Found("text-input", "What stands in the field is longer than its max_length.");
                }

                if (part.Text("placeholder") is { Length: > 100 })
                {
                    yield return Found("placeholder", "A text input's placeholder has at most 100 characters.");
                }

                break;
            case 9:
                if (part.Items("components").Count() is < 1 or > 3 || part.Part("accessory") is null)
                {
                    yield return Found("section", "A section has 1 to 3 texts and an accessory.");
                }

                break;
            case 10:
                if (string.IsNullOrEmpty(part.Text("content")))
                {
                    yield return Found("v2-text", "A text display needs content.");
                }

                break;
        }

        if (Selects.Contains(type))
        {
            var (min, max) = (part.Number("min_values") ?? 1, part.Number("max_values") ?? 1);
            if (min is < 0 or > 25 || max is < 1 or > 25 || min > max)
            {
                yield return Found("select-values", $"{min} to {max} values cannot be chosen.");
            }

            if (part.Text("placeholder") is { Length: > 150 })
            {
                yield return Found("placeholder", "A menu's placeholder has at most 150 characters.");
            }
        }
    }

    private static IEnumerable<(Breach, string, string)> Options(JsonObject select)
    {
        var options = select.Items("options").ToList();
        if (options.Count is < 1 or > 25)
        {
            yield return Found("select-options", $"{options.Count} options; 1 to 25 are allowed.");
        }

        if (options.Any(option => option.Text("label") is not { Length: >= 1 and <= 100 } || option.Text("value") is not { Length: >= 1 and <= 100 } || option.Text("description") is { Length: > 100 }))
        {
            yield return Found("select-options", "An option's label and value have 1 to 100 characters, its description at most 100.");
        }

        if (options.Select(option => option.Text("value")).Distinct().Count() < options.Count)
        {
            yield return Found("select-options", "Two options have one value.");
        }

        if (select.Number("max_values") > options.Count)
        {
            yield return Found("select-values", "More may be chosen than there are options.");
        }
    }

    private static (Breach, string, string) Found(string rule, string detail) => (Breach.Protocol, rule, detail);
}
