using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Web.Moderation;

namespace ProgrammeBot.App.Faq.Life;

/// <summary>How entries go live: of section <c>Moderation</c>.</summary>
/// <param name="GateQuestions">Files with questions and expected facts, on which every edit is tried before it goes live.</param>
/// <param name="SecondPerson">Whether what goes live is approved by another one, where no place says otherwise.</param>
internal sealed record LifeSettings(IReadOnlyList<string> GateQuestions, bool SecondPerson)
{
    private const string GateKey = $"{ModerationOptions.Section}:GateQuestions";
    private const string SecondKey = $"{ModerationOptions.Section}:SecondPerson";

    /// <exception cref="CommandException">A setting is wrong; names it and the remedy.</exception>
    public static LifeSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(GateKey);
        List<string> files = [.. section.GetChildren().Select(c => c.Value ?? "").Concat((section.Value ?? "").Split(';'))
            .Select(f => f.Trim()).Where(f => f.Length > 0).Select(Path.GetFullPath)];
        if (files.Find(f => !File.Exists(f)) is { } missing)
        {
            throw new CommandException($"{GateKey}: there is no file '{missing}'. Name a file as 'eval' reads it, or leave the setting empty.");
        }

        var second = configuration[SecondKey]?.Trim() ?? "";
        return new LifeSettings(files, second.ToLowerInvariant() switch
        {
            "" or "off" or "false" => false,
            "on" or "true" => true,
            _ => throw new CommandException($"{SecondKey} is '{second}': write on or off."),
        });
    }
}
