using ProgrammeBot.App.Web.Reading;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>Writes a form that changes something: it carries the session's token, and each field has its label, hint and fault.</summary>
internal sealed class Form(Html html)
{
    /// <summary>Opens it.</summary>
    public static Form Begin(Html html, SignedIn call, string action, string kind = "", bool withFile = false)
    {
        html.Add($"<form method=\"post\" action=\"{action}\" class=\"form {kind}\"").AddMarkup(withFile ? " enctype=\"multipart/form-data\">\n" : ">\n");
        html.Add($"<input type=\"hidden\" name=\"form\" value=\"{call.Token}\">\n");
        return new Form(html);
    }

    public Form Hidden(string name, string value)
    {
        html.Add($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">\n");
        return this;
    }

    public Form Line(string name, string label, string value, string hint = "", string? fault = null, int max = 300, string type = "text", bool required = false)
    {
        Before(name, label, hint, fault);
        html.Add($"<input type=\"{type}\" id=\"f-{name}\" name=\"{name}\" value=\"{value}\" maxlength=\"{max}\" dir=\"auto\" autocomplete=\"off\"");
        Described(name, hint, fault);
        html.AddMarkup(required ? " required></div>\n" : "></div>\n");
        return this;
    }

    public Form Day(string name, string label, string value, string? fault = null)
    {
        Before(name, label, "", fault);
        html.Add($"<input type=\"date\" id=\"f-{name}\" name=\"{name}\" value=\"{value}\"");
        Described(name, "", fault);
        html.AddMarkup("></div>\n");
        return this;
    }

    public Form Text(string name, string label, string value, string hint = "", string? fault = null, int rows = 5, int? max = null, string kind = "")
    {
        Before(name, label, hint, fault);
        html.Add($"<textarea id=\"f-{name}\" name=\"{name}\" rows=\"{rows}\" dir=\"auto\" class=\"{kind}\"");
        if (max is { } most)
        {
            html.Add($" maxlength=\"{most}\"");
        }

        Described(name, hint, fault);
        // A line feed right behind the tag is the parser's, not the text's.
        html.Add($">\n{value}</textarea></div>\n");
        return this;
    }

    public Form Choice(string name, string label, IEnumerable<(string Value, string Words)> options, string chosen, string hint = "", string? fault = null)
    {
        Before(name, label, hint, fault);
        html.Add($"<select id=\"f-{name}\" name=\"{name}\"");
        Described(name, hint, fault);
        html.AddMarkup(">\n");
        Options(html, options, chosen);
        html.AddMarkup("</select></div>\n");
        return this;
    }

    public Form Tick(string name, string label, bool on, string value = "on")
    {
        html.Add($"<label class=\"tick\"><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"").AddMarkup(on ? " checked>" : ">").Add($" <span>{label}</span></label>\n");
        return this;
    }

    public Form File(string name, string label, string accept, string hint, string? fault = null)
    {
        Before(name, label, hint, fault);
        html.Add($"<input type=\"file\" id=\"f-{name}\" name=\"{name}\" accept=\"{accept}\"");
        Described(name, hint, fault);
        html.AddMarkup("></div>\n");
        return this;
    }

    public Form BeginButtons()
    {
        html.AddMarkup("<div class=\"buttons\">\n");
        return this;
    }

    /// <summary>A button; what it does is the value of <c>do</c>.</summary>
    public Form Button(string words, string what, string kind = "plain")
    {
        html.Add($"<button class=\"{kind}\" name=\"do\" value=\"{what}\">{words}</button>\n");
        return this;
    }

    public Form EndButtons()
    {
        html.AddMarkup("</div>\n");
        return this;
    }

    public void End() => html.AddMarkup("</form>\n");

    /// <summary>A form of one button.</summary>
    public static void Press(Html html, SignedIn call, string action, string words, string what, string kind = "plain", params (string Name, string Value)[] hidden)
    {
        var form = Begin(html, call, action, "press");
        foreach (var (name, value) in hidden)
        {
            form.Hidden(name, value);
        }

        form.Button(words, what, kind).End();
    }

    public static void Options(Html html, IEnumerable<(string Value, string Words)> options, string chosen)
    {
        foreach (var (value, words) in options)
        {
            html.Add($"<option value=\"{value}\"").AddMarkup(value == chosen ? " selected>" : ">").Add($"{words}</option>\n");
        }
    }

    private void Before(string name, string label, string hint, string? fault)
    {
        html.AddMarkup(fault is null ? "<div class=\"field\">" : "<div class=\"field wrong\">").Add($"<label for=\"f-{name}\">{label}</label>");
        if (hint.Length > 0)
        {
            html.Add($"<p class=\"hint\" id=\"h-{name}\">{hint}</p>");
        }

        if (fault is not null)
        {
            html.Add($"<p class=\"fault\" id=\"e-{name}\">{fault}</p>");
        }
    }

    private void Described(string name, string hint, string? fault)
    {
        if (hint.Length > 0 || fault is not null)
        {
            html.Add($" aria-describedby=\"{string.Join(' ', new[] { hint.Length > 0 ? "h-" + name : null, fault is null ? null : "e-" + name }.Where(i => i is not null))}\"");
        }

        html.AddMarkup(fault is null ? "" : " aria-invalid=\"true\"");
    }
}
