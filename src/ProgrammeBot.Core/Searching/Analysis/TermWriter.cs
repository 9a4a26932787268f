namespace ProgrammeBot.Searching.Analysis;

/// <summary>Writes the terms of the words that a scanner found.</summary>
internal readonly ref struct TermWriter(ReadOnlySpan<char> text, List<Token> into)
{
    private const int Room = EnglishAnalyzer.MaxTermLength + 4;

    private const int LongestJoined = 32;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Adds a word that stands by itself or is part of a compound.</summary>
    public void AddPart(Word word, int position)
    {
        Span<char> buffer = stackalloc char[Room];
        var length = FoldWord(word, buffer);
        if (length == 0)
        {
            return;
        }

        var stop = word.Kind == WordKind.Letters && StopWords.Contains(buffer[..length]);
        if (word.Kind == WordKind.Letters && !stop)
        {
            length = Stem(buffer, length);
        }

        into.Add(new(new string(buffer[..length]), word.Start, word.End, position, stop));
    }

    /// <summary>Adds what a compound is called as a whole, at the position of its first part.</summary>
    public void AddWhole(ReadOnlySpan<Word> parts, char connector, int position)
    {
        var figures = parts[0].Kind == WordKind.Figure && parts[^1].Kind == WordKind.Figure;
        if (connector == '\0' || parts.Length > 4 || (connector == '/' && parts.Length > 3))
        {
            return;
        }

        var keepSign = figures || connector is '/' or '&' or ':';
        Span<char> whole = stackalloc char[4 * Room];
        Span<char> buffer = stackalloc char[Room];
        var length = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (keepSign && i > 0)
            {
                whole[length++] = connector;
            }

            var letters = FoldWord(parts[i], buffer);
            buffer[..letters].CopyTo(whole[length..]);
            length += letters;
        }

        if (length > LongestJoined)
        {
            return;
        }

        if (figures && parts.Length == 2 && IsAcademicYear(whole[..length]))
        {
            whole[4] = '-';
            whole[(length - 2)..length].CopyTo(whole[5..]);
            length = 7;
        }
        else if (!keepSign && parts[^1].Kind == WordKind.Letters)
        {
            length = Stem(whole, length);
        }

        into.Add(new(new string(whole[..length]), parts[0].Start, parts[^1].End, position, false));
    }

    /// <summary>Adds a figure once more with its currency or percent sign, where it has one.</summary>
    public void AddSigned(Word figure, int position)
    {
        if (figure.Kind != WordKind.Figure)
        {
            return;
        }

        if (figure.Start > 0 && _text[figure.Start - 1] is '£' or '$' or '€')
        {
            AddSigned(figure, _text[figure.Start - 1], '\0', figure.Start - 1, figure.End, position);
        }

        if (figure.End < _text.Length && _text[figure.End] == '%')
        {
            AddSigned(figure, '\0', '%', figure.Start, figure.End + 1, position);
        }
    }

    /// <summary>Adds a code taken apart, 'comp' and '70059', and says how many positions more that took.</summary>
    public int AddCodeParts(Word code, int position)
    {
        if (code.Kind != WordKind.Mixed)
        {
            return 0;
        }

        // Two letters or more, then four digits or more.
        var digits = code.Start;
        while (digits < code.End && char.IsAsciiLetter(_text[digits]))
        {
            digits++;
        }

        if (digits - code.Start < 2 || code.End - digits is < 4 or > 12 || _text[digits..code.End].ContainsAnyExceptInRange('0', '9'))
        {
            return 0;
        }

        AddPart(new(code.Start, digits, digits, WordKind.Letters), position);
        AddPart(new(digits, code.End, code.End, WordKind.Mixed), position + 1);
        return 1;
    }

    /// <summary>Folds a word into a buffer, leaving out apostrophes and what does not fit.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        for (var at = 0; at < word.Length && length < EnglishAnalyzer.MaxTermLength;)
        {
            if (LetterFolding.IsApostrophe(word[at]))
            {
                at++;
            }
            else
            {
                length += LetterFolding.Fold(word, ref at, buffer[length..]);
            }
        }

        return Math.Min(length, buffer.Length);
    }

    private static int Stem(Span<char> buffer, int length) => EnglishStemmer.Stem(buffer, BritishSpelling.Fold(buffer, length));

    private static bool IsAcademicYear(ReadOnlySpan<char> whole)
    {
        if (whole.Length is not (7 or 9) || whole[4] is not ('-' or '/') || !int.TryParse(whole[..4], out var from) || !int.TryParse(whole[5..], out var to))
        {
            return false;
        }

        return from is >= 1900 and < 2100 && (whole.Length == 7 ? (from + 1) % 100 == to : from + 1 == to);
    }

    private int FoldWord(Word word, Span<char> buffer)
    {
        var letters = _text[word.Start..word.End];
        var length = Fold(letters, buffer);
        return word.Kind switch
        {
            WordKind.Figure => PlainFigure(buffer, length),
            WordKind.Initials => Without(buffer, length, '.'),
            _ => length,
        };
    }

    // '65,000.50' is 65000.5.
    private static int PlainFigure(Span<char> buffer, int length)
    {
        length = Without(buffer, length, ',');
        var point = buffer[..length].IndexOf('.');
        if (point < 0 || point != buffer[..length].LastIndexOf('.'))
        {
            return length;
        }

        while (buffer[length - 1] == '0')
        {
            length--;
        }

        return buffer[length - 1] == '.' ? length - 1 : length;
    }

    private static int Without(Span<char> buffer, int length, char sign)
    {
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (buffer[i] != sign)
            {
                buffer[kept++] = buffer[i];
            }
        }

        return kept;
    }

    private void AddSigned(Word figure, char before, char behind, int start, int end, int position)
    {
        Span<char> buffer = stackalloc char[Room];
        var length = 0;
        if (before != '\0')
        {
            buffer[length++] = before;
        }

        length += FoldWord(figure, buffer[length..]);
        if (behind != '\0')
        {
            buffer[length++] = behind;
        }

        into.Add(new(new string(buffer[..length]), start, end, position, false));
    }
}
