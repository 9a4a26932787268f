using ProgrammeBot.Semantics;

namespace ProgrammeBot.Intents;

/// <summary>A growing number of texts, and how like each of them another one is: by words, letters and meaning, as the matcher of entries takes them.</summary>
/// <remarks>
/// A likeness lies between 0 and 1. What is rare among the texts weighs more; that is learnt again whenever they have grown by a twentieth,
/// so adding and asking stay quick with many thousands. Not for two callers at once.
/// </remarks>
/// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
internal sealed class AlikeTexts(ISentenceEncoder? encoder)
{
    private const int GrowsBy = 20;

    private readonly List<string> _texts = [];
    private readonly List<float[]> _meanings = [];
    private readonly List<TextVector> _vectors = [];
    private TextSpace? _space;
    private int _learnt;

    public int Count => _texts.Count;

    public string this[int number] => _texts[number];

    /// <summary>Adds a text, whose number is <see cref="Count"/> before.</summary>
    public void Add(string text)
    {
        _texts.Add(text);
        _meanings.Add(MeaningOf(text));
    }

    /// <summary>The likeness of each text, by number, to another one. All 0 for one without a word.</summary>
    public float[] To(string text)
    {
        var space = Learn();
        var vector = space.VectorOf(TextGrams.Of(text), MeaningOf(text));
        var likenesses = new float[Count];
        if (!vector.IsEmpty)
        {
            var (grams, meaning) = (new float[space.Grams], new float[space.Meanings]);
            vector.AddTo(grams, meaning, 1);
            for (var i = 0; i < likenesses.Length; i++)
            {
                likenesses[i] = _vectors[i].IsEmpty ? 0 : _vectors[i].Times(grams, meaning);
            }
        }

        return likenesses;
    }

    private TextSpace Learn()
    {
        if (_space is null || Count - _learnt > _learnt / GrowsBy)
        {
            var grams = _texts.ConvertAll(TextGrams.Of);
            _space = new TextSpace(grams, encoder);
            _vectors.Clear();
            _vectors.AddRange(grams.Select((g, i) => _space.VectorOf(g, [.. _meanings[i]])));
            _learnt = Count;
        }

        for (var i = _vectors.Count; i < Count; i++)
        {
            _vectors.Add(_space.VectorOf(TextGrams.Of(_texts[i]), [.. _meanings[i]]));
        }

        return _space;
    }

    private float[] MeaningOf(string text)
    {
        var meaning = new float[encoder?.Dimensions ?? 0];
        encoder?.Encode(text, meaning);
        return meaning;
    }
}
