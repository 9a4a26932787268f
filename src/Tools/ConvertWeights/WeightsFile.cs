using System.Buffers.Binary;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.Tools.ConvertWeights;

/// <summary>Writes the model's numbers as bytes with scales, where the encoder looks for them.</summary>
internal sealed class WeightsFile
{
    private const string LayerName = "Layer_";

    private readonly OriginalModel _model;
    private readonly byte[] _file;

    private WeightsFile(OriginalModel model)
    {
        _model = model;
        _file = new byte[WeightsLayout.Instance.FileLength];
    }

    public static byte[] From(OriginalModel model, byte[] vocabulary)
    {
        var file = new WeightsFile(model);
        file.WriteParts();
        var bytes = file._file;
        WeightsLayout.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), WeightsLayout.Version);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), XxHash64.Hash(bytes.AsSpan(WeightsLayout.HeaderLength)));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), XxHash64.Hash(vocabulary));
        return bytes;
    }

    private void WriteParts()
    {
        var layout = WeightsLayout.Instance;
        // The original has two rows more than there are pieces.
        WriteRows(layout.Embedding, _model.Tensor((WeightsLayout.Pieces + 2) * WeightsLayout.InputWidth, "Embeddings_en"));
        WriteNumbers(layout.TimescaleVector, _model.Tensor(WeightsLayout.Timescales, "TimingSignal"));
        WriteLayer(0, layout.First);
        WriteLayer(1, layout.Second);
        WriteDense(layout.Output, ["tanh_layer_0", "weights"], ["tanh_layer_0", "bias"]);
    }

    private void WriteLayer(int number, WeightsLayout.LayerParts parts)
    {
        var layer = $"{LayerName}{number}/TransformerLayer/";
        WriteNorm(parts.AttentionNorm, layer + "layer_prepostprocess");
        WriteDense(parts.QueryKeyValue, [layer, "qkv_transform_single/kernel"], [layer, "qkv_transform_single/bias"]);
        WriteDense(parts.Attended, [layer, "output_transform_single/kernel"], [layer, "output_transform_single/bias"]);
        if (parts.Residual is { } residual)
        {
            WriteDense(residual, [layer + "dense/kernel"], [layer + "dense/bias"]);
        }

        WriteNorm(parts.HiddenNorm, layer + "FFN/layer_prepostprocess");
        WriteDense(parts.Hidden, [layer + "FFN/conv1/Tensordot/Reshape_1"], [layer + "FFN/conv1/bias"]);
        WriteDense(parts.Outcome, [layer + "FFN/conv2/Tensordot/Reshape_1"], [layer + "FFN/conv2/bias"]);
    }

    private void WriteNorm((WeightsPart Scale, WeightsPart Bias) parts, string name)
    {
        WriteNumbers(parts.Scale, _model.Tensor(parts.Scale.Columns, name, "layer_norm_scale"));
        WriteNumbers(parts.Bias, _model.Tensor(parts.Bias.Columns, name, "layer_norm_bias"));
    }

    private void WriteDense((WeightsPart Matrix, WeightsPart Bias) parts, string[] matrix, string[] bias)
    {
        WritePanels(parts.Matrix, _model.Tensor(parts.Matrix.Rows * parts.Matrix.Columns, matrix));
        WriteNumbers(parts.Bias, _model.Tensor(parts.Bias.Columns, bias));
    }

    private void WriteRows(WeightsPart part, float[] numbers)
    {
        for (var row = 0; row < part.Rows; row++)
        {
            var scale = ScaleOf(numbers.AsSpan(row * part.Columns, part.Columns));
            WriteScale(part, row, scale);
            for (var column = 0; column < part.Columns; column++)
            {
                var at = (row * part.Columns) + column;
                _file[part.Offset + at] = Quantised(numbers[at], scale);
            }
        }
    }

    private void WritePanels(WeightsPart part, float[] numbers)
    {
        var one = new float[part.Rows];
        for (var column = 0; column < part.Columns; column++)
        {
            for (var row = 0; row < part.Rows; row++)
            {
                one[row] = numbers[(row * part.Columns) + column];
            }

            var scale = ScaleOf(one);
            WriteScale(part, column, scale);
            var (panel, within) = Math.DivRem(column, WeightsLayout.PanelColumns);
            for (var row = 0; row < part.Rows; row++)
            {
                _file[part.Offset + (((panel * part.Rows) + row) * WeightsLayout.PanelColumns) + within] = Quantised(one[row], scale);
            }
        }
    }

    private void WriteNumbers(WeightsPart part, float[] numbers)
    {
        for (var i = 0; i < part.Columns; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(_file.AsSpan(part.Offset + (i * sizeof(float))), numbers[i]);
        }
    }

    private void WriteScale(WeightsPart part, int place, float scale) =>
        BinaryPrimitives.WriteSingleLittleEndian(_file.AsSpan(part.ScalesOffset + (place * sizeof(float))), scale);

    /// <summary>The largest number becomes 127.</summary>
    private static float ScaleOf(ReadOnlySpan<float> numbers)
    {
        var most = 0f;
        foreach (var number in numbers)
        {
            most = MathF.Max(most, MathF.Abs(number));
        }

        return most == 0 ? 1 : most / 127;
    }

    private static byte Quantised(float number, float scale) => unchecked((byte)(sbyte)MathF.Round(number / scale));
}
