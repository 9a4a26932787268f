using System.Collections.Frozen;

namespace ProgrammeBot.Searching.Analysis;

/// <summary>Brings British spellings to the American ones, before stemming, so that both find the same passages.</summary>
/// <remarks>
/// Not a speller: a word folded without need is folded alike in passages and questions. What matters is that two different words do not meet,
/// and that forms of one word stay together; hence the list of bases whose -is- belongs to the word (precise, precision).
/// <list type="bullet">
/// <item>-ise, -isation → -ize, -ization, unless the base is listed; -yse, -ysis → -yze.</item>
/// <item>-our → -or for listed words and what is formed from them: behaviour, behavioural.</item>
/// <item>-ae-, -oe- → -e- in listed pieces of medical words: paediatric, oestrogen.</item>
/// <item>Listed words: programme, centre, licence, enrolment, judgement, catalogue, grey.</item>
/// </list>
/// Doubled l (modelling, travelled) needs nothing: the stemmer takes it away.
/// </remarks>
internal static class BritishSpelling
{
    private static readonly FrozenDictionary<string, string> Whole = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["programme"] = "program",
        ["programmes"] = "programs",
        ["centre"] = "center",
        ["centres"] = "centers",
        ["centred"] = "centered",
        ["theatre"] = "theater",
        ["theatres"] = "theaters",
        ["metre"] = "meter",
        ["metres"] = "meters",
        ["kilometre"] = "kilometer",
        ["kilometres"] = "kilometers",
        ["litre"] = "liter",
        ["litres"] = "liters",
        ["fibre"] = "fiber",
        ["fibres"] = "fibers",
        ["calibre"] = "caliber",
        ["catalogue"] = "catalog",
        ["catalogues"] = "catalogs",
        ["dialogue"] = "dialog",
        ["dialogues"] = "dialogs",
        ["analogue"] = "analog",
        ["analogues"] = "analogs",
        ["licence"] = "license",
        ["licences"] = "licenses",
        ["defence"] = "defense",
        ["offence"] = "offense",
        ["offences"] = "offenses",
        ["pretence"] = "pretense",
        ["practise"] = "practice",
        ["practised"] = "practiced",
        ["practises"] = "practices",
        ["practising"] = "practicing",
        ["enrol"] = "enroll",
        ["enrols"] = "enrolls",
        ["enrolment"] = "enrollment",
        ["enrolments"] = "enrollments",
        ["fulfil"] = "fulfill",
        ["fulfils"] = "fulfills",
        ["fulfilment"] = "fulfillment",
        ["instalment"] = "installment",
        ["instalments"] = "installments",
        ["skilful"] = "skillful",
        ["wilful"] = "willful",
        ["judgement"] = "judgment",
        ["judgements"] = "judgments",
        ["acknowledgement"] = "acknowledgment",
        ["acknowledgements"] = "acknowledgments",
        ["ageing"] = "aging",
        ["grey"] = "gray",
        ["plough"] = "plow",
        ["sceptical"] = "skeptical",
        ["sceptic"] = "skeptic",
        ["artefact"] = "artifact",
        ["artefacts"] = "artifacts",
        ["aluminium"] = "aluminum",
        ["sulphur"] = "sulfur",
        ["sulphate"] = "sulfate",
        ["maths"] = "math",
        ["learnt"] = "learned",
        ["spelt"] = "spelled",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> WholeBySpan =
        Whole.GetAlternateLookup<ReadOnlySpan<char>>();

    // Up to and with the 's' that is not an ending.
    private static readonly FrozenSet<string> KeptBases = FrozenSet.ToFrozenSet(
        ("advis advertis anis appris apris aris chastis chemis circumcis clockwis compris compromis concis crosswis demis despis devis disenfranchis " +
        "edgewis enfranchis enterpris excis exercis expertis franchis imprecis improvis incis lengthwis likewis marquis merchandis otherwis paradis " +
        "precis premis promis rejois repris revis stepwis supervis surmis surpris televis treatis unpromis unsurpris unwis uppris upris")
        .Split(' '),
        StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptBySpan = KeptBases.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] IseEndings = ["isation", "isations", "isational", "ise", "ised", "iser", "isers", "ises", "ising", "isable"];

    private static readonly string[] YseEndings = ["yse", "ysed", "yser", "ysers", "yses", "ysing", "ysis"];

    private static readonly string[] YseBases = ["anal", "paral", "catal", "dial", "hydrol", "electrol", "psychoanal", "reanal", "metaanal", "cryoanal"];

    private static readonly string[] OurBases =
    [
        "arbour", "ardour", "armour", "behaviour", "candour", "clamour", "colour", "demeanour", "discolour", "dishonour", "endeavour", "favour", "fervour",
        "flavour", "harbour", "honour", "humour", "labour", "misbehaviour", "neighbour", "odour", "parlour", "rancour", "rigour", "rumour", "saviour",
        "savour", "splendour", "tumour", "unfavour", "valour", "vapour", "vigour",
    ];

    private static readonly (string British, string American)[] Pieces =
    [
        ("haem", "hem"), ("aemi", "emi"), ("paed", "ped"), ("oestr", "estr"), ("oedem", "edem"), ("foet", "fet"), ("oesoph", "esoph"), ("gynaec", "gynec"),
        ("anaesth", "anesth"), ("rrhoea", "rrhea"), ("caesar", "cesar"), ("faec", "fec"), ("aetiol", "etiol"), ("archaeo", "archeo"), ("orthopaed", "orthoped"),
    ];

    /// <summary>Folds the word in the first <paramref name="length"/> letters of the buffer and says how many letters it has now.</summary>
    /// <param name="buffer">Lower-case letters; has room for two letters more than the word.</param>
    /// <param name="length">The letters of the word.</param>
    public static int Fold(Span<char> buffer, int length)
    {
        ReadOnlySpan<char> word = buffer[..length];
        if (length < 4)
        {
            return length;
        }

        if (WholeBySpan.TryGetValue(word, out var american))
        {
            american.CopyTo(buffer);
            return american.Length;
        }

        if (word.IndexOf("our") > 1)
        {
            length = FoldOur(buffer, length);
        }
        else if (word.IndexOf("ae") >= 0 || word.IndexOf("oe") >= 0)
        {
            length = FoldPieces(buffer, length);
        }

        FoldEnding(buffer[..length]);
        return length;
    }

    private static int FoldOur(Span<char> buffer, int length)
    {
        foreach (var word in OurBases)
        {
            if (((ReadOnlySpan<char>)buffer[..length]).StartsWith(word))
            {
                return Remove(buffer, length, word.Length - 2);
            }
        }

        return length;
    }

    private static int FoldPieces(Span<char> buffer, int length)
    {
        foreach (var (british, american) in Pieces)
        {
            var at = ((ReadOnlySpan<char>)buffer[..length]).IndexOf(british);
            if (at >= 0)
            {
                american.CopyTo(buffer[at..]);
                buffer[(at + british.Length)..length].CopyTo(buffer[(at + american.Length)..]);
                length -= british.Length - american.Length;
            }
        }

        return length;
    }

    private static void FoldEnding(Span<char> word)
    {
        ReadOnlySpan<char> letters = word;
        foreach (var ending in IseEndings)
        {
            var at = word.Length - ending.Length;
            if (at >= 3 && letters.EndsWith(ending) && word[at - 1] is not ('a' or 'e' or 'i' or 'o' or 'u') && !KeptBySpan.Contains(word[..(at + 2)]))
            {
                word[at + 1] = 'z';
                return;
            }
        }

        foreach (var ending in YseEndings)
        {
            var at = word.Length - ending.Length;
            if (at >= 4 && letters.EndsWith(ending) && YseBases.AsSpan().Contains(letters[..at].ToString()))
            {
                word[at + 1] = 'z';
                if (ending == "ysis")
                {
                    word[at + 2] = 'e';
                }

                return;
            }
        }
    }

    private static int Remove(Span<char> buffer, int length, int at)
    {
        buffer[(at + 1)..length].CopyTo(buffer[at..]);
        return length - 1;
    }
}
