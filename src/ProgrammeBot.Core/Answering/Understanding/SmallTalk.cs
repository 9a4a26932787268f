using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>What a message that is no question about the programmes wants.</summary>
internal enum SmallTalkKind
{
    Greeting,
    Thanks,
    Farewell,
    Abuse,
    AboutTheBot,
    InjectedOrder,
    OtherTask,
}

/// <summary>Recognises messages that are met with one polite line: by their shape, never by a score.</summary>
internal static partial class SmallTalkPatterns
{
    public static SmallTalkKind? Recognise(string text)
    {
        if (Injection().IsMatch(text))
        {
            return SmallTalkKind.InjectedOrder;
        }

        if (Task().IsMatch(text))
        {
            return SmallTalkKind.OtherTask;
        }

        if (Insult().IsMatch(text) && !QuestionWord().IsMatch(Insult().Replace(text, " ")))
        {
            return SmallTalkKind.Abuse;
        }

        if (TheBot().IsMatch(text))
        {
            return SmallTalkKind.AboutTheBot;
        }

        if (OnlyGreeting().IsMatch(text))
        {
            return SmallTalkKind.Greeting;
        }

        if (OnlyThanks().IsMatch(text))
        {
            return SmallTalkKind.Thanks;
        }

        return OnlyFarewell().IsMatch(text) ? SmallTalkKind.Farewell : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(instructions?|rules?|prompts?|guidelines|policy|policies|polic(y|ies))\b|\b(system|developer|hidden|initial) prompt\b|^\W*(system|assistant|developer)\s*:|\byou are (now|no longer)\b|\bpretend (to be|you|that)\b|\bact as (a|an|if)\b|\b(jailbreak|dan mode|developer mode)\b|\b(repeat|print|reveal|show) (your|the) (instructions|prompt|rules|configuration|secrets?|token|password)\b|\bfrom now on\b.{0,30}\byou\b|\b(say|answer|reply|respond|confirm) (that|only with|with)\b.{0,80}\b(costs?|free|guarantee[ds]?|accepted|admitted)\b", Options)]
    private static partial Regex Injection();

    [GeneratedRegex(@"\b(tell|know|say|give|crack)\b.{0,20}\b(joke|riddle|story|poem|fun fact|secret)\b|(^\W*|\b(please|now|and|can you|could you|would you|will you|pls)\W+)(write|compose|generate|draft|code|program|translate|summari[sz]e|solve|debug|fix)\b\s+(me\s+|us\s+|for me\s+)?(a|an|some|my|this|the|following)\b.{0,40}\b(script|poem|song|essay|code|story|email|letter|homework|assignment|equation|function|programme?\s+that|bug|text|statement|cv|joke)\b|\b(weather|forecast|horoscope|lottery|football|world cup|stock price|bitcoin|recipe|movie|netflix)\b|\bsing\b.{0,20}\bsong\b|\bwhat('s| is) \d+\s*[-+*/x×]\s*\d+\b|\bwhat time is it\b|\bwho (wins|won|will win)\b", Options)]
    private static partial Regex Task();

    [GeneratedRegex(@"\b(stupid|dumb|idiot(ic)?|useless|moron|garbage|trash|crap|shit(ty)?|fuck(ing|ed| you| off)?|suck(s)?|bastard|bitch|asshole|wtf|stfu|hate you|shut up)\b", Options)]
    private static partial Regex Insult();

    [GeneratedRegex(@"\b(how|what|which|when|where|who|why|can i|do i|is there|are there|does|requirements?|modules?|fees?|exams?|project|degree|mres|msc)\b", Options)]
    private static partial Regex QuestionWord();

    [GeneratedRegex(@"^\W*(hi|hello|hey)?\W*(who|what) are you\b|\bare you (a |an )?(bot|robot|human|real|person|ai|chatgpt|llm)\b|\bwhat (can|do) you (do|know|help)\b|\bhow do you work\b|^\W*(can you )?help( me)?\W*$|\bwho (made|built|created|programmed) you\b|\bwhat('s| is) your name\b", Options)]
    private static partial Regex TheBot();

    [GeneratedRegex(@"^\W*((hi+|hello+|hey+|hiya|yo|howdy|greetings|good (morning|afternoon|evening|day)|sup|moin|hallo)( (there|all|everyone|bot|guys|again))?\W*)*(how (are|r) (you|u|things)( (doing|today|going|all))*|how do you do|how's it going|what's up|what is up|nice to meet you)?( today| now)?[\W]*$", Options)]
    private static partial Regex OnlyGreeting();

    [GeneratedRegex(@"^(?=.*\b(thank|thanks|thx|ty|cheers|appreciated|ok|okay|great|cool|perfect|awesome|nice|alright|got it|that help(s|ed))\b)\W*(ok(ay)?|great|cool|perfect|awesome|nice|alright|got it)?\W*(thanks?( you)?|thank u|cheers|much appreciated|ty|thx)?( (so much|a lot|very much|for (the|your) (help|answer|information)|again|bot|mate))*\W*(that (helps|helped)|bye)?\W*$", Options)]
    private static partial Regex OnlyThanks();

    [GeneratedRegex(@"^\W*(ok(ay)? )?(bye+|goodbye|see (you|ya)|cya|good night|farewell|have a (nice|good) (day|evening|one))( (bye|then|later|all|everyone|soon))*\W*$", Options)]
    private static partial Regex OnlyFarewell();
}
