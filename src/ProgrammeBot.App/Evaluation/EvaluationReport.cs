using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgrammeBot.App.Evaluation;

/// <summary>The outcome of a run, and what changed since the one before; prints itself as a table.</summary>
internal sealed class EvaluationReport
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<(EvaluationItem Item, Judgement Judgement)> _judged;

    private EvaluationReport(IReadOnlyList<(EvaluationItem, Judgement)> judged, IReadOnlySet<string> passedBefore)
    {
        _judged = judged;
        NewlyFailing = [.. _judged.Where(j => !j.Judgement.Passed && passedBefore.Contains(j.Item.Id)).Select(j => j.Item.Id)];
        NewlyPassing = passedBefore.Count == 0 ? [] : [.. _judged.Where(j => j.Judgement.Passed && !passedBefore.Contains(j.Item.Id)).Select(j => j.Item.Id)];
    }

    /// <summary>Failed now, passed at the last run.</summary>
    public IReadOnlyList<string> NewlyFailing { get; }

    /// <summary>Passed now, not at the last run.</summary>
    public IReadOnlyList<string> NewlyPassing { get; }

    public static EvaluationReport Of(IReadOnlyList<(EvaluationItem Item, Judgement Judgement)> judged, IReadOnlySet<string> passedBefore) => new(judged, passedBefore);

    public string ToJson() => JsonSerializer.Serialize(new
    {
        passed = _judged.Count(j => j.Judgement.Passed),
        of = _judged.Count,
        newly_failing = NewlyFailing,
        newly_passing = NewlyPassing,
        failed = _judged.Where(j => !j.Judgement.Passed).Select(j => new { id = j.Item.Id, kind = j.Item.Kind, question = j.Item.Question, why = j.Judgement.Why }),
    }, Readable);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (item, judgement) in _judged.Where(j => !j.Judgement.Passed))
        {
            text.Append(CultureInfo.InvariantCulture, $"FAIL {item.Id,-10} {item.Kind,-13} {item.Question} -- {judgement.Why}{(NewlyFailing.Contains(item.Id) ? " (passed at the last run)" : "")}\n");
        }

        text.Append('\n');
        foreach (var kind in _judged.GroupBy(j => j.Item.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{kind.Key,-13} {kind.Count(j => j.Judgement.Passed),4} of {kind.Count(),4}\n");
        }

        var passed = _judged.Count(j => j.Judgement.Passed);
        text.Append(CultureInfo.InvariantCulture, $"{"all",-13} {passed,4} of {_judged.Count,4} ({(double)passed / _judged.Count:0.0%})\n");
        text.Append(CultureInfo.InvariantCulture, $"since the last run: {NewlyPassing.Count} newly passing, {NewlyFailing.Count} newly failing");
        return text.ToString();
    }
}
