namespace ProgrammeBot.Searching.Analysis;

/// <summary>Takes the endings off English words: the Porter2 algorithm, as libstemmer 2.2 has it under the name 'english'.</summary>
/// <remarks>
/// M. F. Porter, 'The English (Porter2) stemming algorithm', snowballstem.org/algorithms/english/stemmer.html.
/// Works in place on lower-case letters; whatever else stands in the word is taken for a consonant, as there.
/// </remarks>
internal ref struct EnglishStemmer
{
    private readonly Span<char> _word;
    private int _length;
    private int _r1;
    private int _r2;

    private EnglishStemmer(Span<char> word, int length)
    {
        _word = word;
        _length = length;
    }

    /// <summary>Stems the first <paramref name="length"/> letters of a buffer and says how many are left.</summary>
    /// <param name="word">Must have room for one letter more than the word, because a stem may gain an 'e'.</param>
    /// <param name="length">The letters of the word.</param>
    public static int Stem(Span<char> word, int length)
    {
        if (Whole(word[..length]) is { } fixedStem)
        {
            fixedStem.CopyTo(word);
            return fixedStem.Length;
        }

        if (length < 3)
        {
            return length;
        }

        var stemmer = new EnglishStemmer(word, length);
        stemmer.Run();
        return stemmer._length;
    }

    public static string Stem(string word)
    {
        var buffer = new char[word.Length + 1];
        word.CopyTo(buffer);
        return new string(buffer, 0, Stem(buffer, word.Length));
    }

    private static string? Whole(ReadOnlySpan<char> word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => word.ToString(),
        _ => null,
    };

    private void Run()
    {
        MarkConsonantY();
        MarkRegions();
        Plural();
        if (_word[.._length] is not ("inning" or "outing" or "canning" or "herring" or "earring" or "proceed" or "exceed" or "succeed"))
        {
            PastAndPresent();
            FinalY();
            LongSuffix();
            MiddleSuffix();
            ShortSuffix();
            FinalLetter();
        }

        _word[.._length].Replace('Y', 'y');
    }

    // A 'y' at the start or after a vowel is a consonant, and is written 'Y' until the end.
    private void MarkConsonantY()
    {
        if (_word[0] == '\'')
        {
            _word[1.._length].CopyTo(_word);
            _length--;
        }

        for (var i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowel(_word[i - 1])))
            {
                _word[i] = 'Y';
            }
        }
    }

    // R1 is what follows the first consonant after a vowel; R2 the same again within R1.
    private void MarkRegions()
    {
        ReadOnlySpan<char> word = _word[.._length];
        _r1 = word.StartsWith("gener") || word.StartsWith("arsen") ? 5
            : word.StartsWith("commun") ? 6
            : AfterVowelAndConsonant(0);
        _r2 = AfterVowelAndConsonant(_r1);
    }

    private readonly int AfterVowelAndConsonant(int from)
    {
        var i = from;
        while (i < _length && !IsVowel(_word[i]))
        {
            i++;
        }

        while (i < _length && IsVowel(_word[i]))
        {
            i++;
        }

        return Math.Min(i + 1, _length);
    }

    private void Plural()
    {
        if (EndsWith("'s'"))
        {
            _length -= 3;
        }
        else if (EndsWith("'s"))
        {
            _length -= 2;
        }
        else if (EndsWith("'"))
        {
            _length--;
        }

        if (EndsWith("sses"))
        {
            _length -= 2;
        }
        else if (EndsWith("ied") || EndsWith("ies"))
        {
            _length -= _length > 4 ? 2 : 1;
        }
        else if (EndsWith("s") && !EndsWith("us") && !EndsWith("ss") && HasVowel(_length - 2))
        {
            _length--;
        }
    }

    private void PastAndPresent()
    {
        if (EndsWith("eedly") || EndsWith("eed"))
        {
            var cut = EndsWith("eed") ? 1 : 3;
            if (_length - cut - 2 >= _r1)
            {
                _length -= cut;
            }

            return;
        }

        var ending = EndsWith("ingly") ? 5 : EndsWith("edly") ? 4 : EndsWith("ing") ? 3 : EndsWith("ed") ? 2 : 0;
        if (ending == 0 || !HasVowel(_length - ending))
        {
            return;
        }

        _length -= ending;
        if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
        {
            _word[_length++] = 'e';
        }
        else if (EndsInDouble())
        {
            _length--;
        }
        else if (_length == _r1 && EndsInShortSyllable(_length))
        {
            _word[_length++] = 'e';
        }
    }

    private readonly bool EndsInDouble() =>
        _length >= 2 && _word[_length - 1] == _word[_length - 2]
        && _word[_length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    private readonly void FinalY()
    {
        if (_length > 2 && _word[_length - 1] is ('y' or 'Y') && !IsVowel(_word[_length - 2]))
        {
            _word[_length - 1] = 'i';
        }
    }

    private void LongSuffix()
    {
        ReadOnlySpan<(string Suffix, string By)> suffixes =
        [
            ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
            ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
            ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
            ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"),
            ("bli", "ble"), ("ogi", "og"), ("li", ""),
        ];
        foreach (var (suffix, by) in suffixes)
        {
            if (EndsWith(suffix))
            {
                var before = _length - suffix.Length;
                var applies = suffix switch
                {
                    "ogi" => before > 0 && _word[before - 1] == 'l',
                    "li" => before > 0 && _word[before - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                    _ => true,
                };
                if (before >= _r1 && applies)
                {
                    Put(before, by);
                }

                return;
            }
        }
    }

    private void MiddleSuffix()
    {
        ReadOnlySpan<(string Suffix, string By)> suffixes =
        [
            ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
        ];
        foreach (var (suffix, by) in suffixes)
        {
            if (EndsWith(suffix))
            {
                var before = _length - suffix.Length;
                if (before >= (suffix == "ative" ? Math.Max(_r1, _r2) : _r1))
                {
                    Put(before, by);
                }

                return;
            }
        }
    }

    private void ShortSuffix()
    {
        ReadOnlySpan<string> suffixes =
        [
            "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
        ];
        foreach (var suffix in suffixes)
        {
            if (EndsWith(suffix))
            {
                var before = _length - suffix.Length;
                if (before >= _r2 && (suffix != "ion" || (before > 0 && _word[before - 1] is 's' or 't')))
                {
                    _length = before;
                }

                return;
            }
        }
    }

    private void FinalLetter()
    {
        var before = _length - 1;
        if (EndsWith("e"))
        {
            if (before >= _r2 || (before >= _r1 && !EndsInShortSyllable(before)))
            {
                _length = before;
            }
        }
        else if (EndsWith("ll") && before >= _r2)
        {
            _length = before;
        }
    }

    private readonly bool EndsWith(string suffix) => ((ReadOnlySpan<char>)_word[.._length]).EndsWith(suffix);

    private void Put(int at, string letters)
    {
        letters.CopyTo(_word[at..]);
        _length = at + letters.Length;
    }

    private readonly bool HasVowel(int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (IsVowel(_word[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Consonant, vowel, consonant other than w, x and Y; or, at the start of the word, vowel and consonant.
    private readonly bool EndsInShortSyllable(int end) => end switch
    {
        >= 3 when !IsVowel(_word[end - 1]) && _word[end - 1] is not ('w' or 'x' or 'Y') && IsVowel(_word[end - 2]) && !IsVowel(_word[end - 3]) => true,
        2 => IsVowel(_word[0]) && !IsVowel(_word[1]),
        _ => false,
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
