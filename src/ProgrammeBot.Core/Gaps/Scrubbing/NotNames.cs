using System.Collections.Frozen;

namespace ProgrammeBot.Gaps.Scrubbing;

/// <summary>Words that follow 'I am' or 'ich bin' and are no names though no list of English words has them; and ordinary words that are names as well.</summary>
internal static class NotNames
{
    private static readonly FrozenSet<string> Words = Set(
        // Where people are from.
        "afghan albanian algerian american arab argentine argentinian armenian asian australian austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british " +
        "bulgarian burmese cameroonian canadian chilean chinese colombian croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english estonian ethiopian eu european filipino finnish french " +
        "georgian german ghanaian greek hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kuwaiti latvian lebanese libyan lithuanian " +
        "malaysian maltese mauritian mexican moldovan mongolian moroccan nepalese nepali nigerian norwegian omani pakistani palestinian persian peruvian polish portuguese qatari romanian russian rwandan saudi " +
        "scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tanzanian thai tunisian turkish ugandan uk ukrainian us uzbek venezuelan vietnamese welsh " +
        "yemeni zambian zimbabwean african latin deutsche deutscher deutsch inder inderin chinese chinesin türke türkin österreicher österreicherin schweizer schweizerin franzose französin italiener italienerin " +
        "spanier spanierin pole polin russe russin ukrainer ukrainerin syrer syrerin iraner iranerin ägypter ägypterin grieche griechin brite britin engländer engländerin ire amerikaner amerikanerin " +
        "muslim catholic jewish hindu sikh buddhist " +
        // What they are or do.
        "msc mres phd bsc ba bba mba btech mtech mbbs ielts toefl gre gmat studierender studierende student studentin bewerber bewerberin absolvent absolventin bachelor bachelorstudent bachelorstudentin " +
        "master masterstudent masterstudentin bachelorabsolvent bachelorabsolventin doktorand doktorandin informatiker informatikerin ingenieur ingenieurin mathematiker mathematikerin physiker physikerin " +
        "lehrer lehrerin arzt ärztin erstsemester anfänger anfängerin fortgeschrittener quereinsteiger quereinsteigerin werkstudent werkstudentin praktikant praktikantin berufstätig berufstätiger vollzeit teilzeit " +
        "mutter vater eltern mitglied bürger bürgerin ausländer ausländerin ende anfang mitte jahre jahr semester fan teil single freelancer undergrad postgrad fresher freshers neuling " +
        // How they are, in German.
        "nicht auf im in falsch anders noch schon leider mir mich sehr so ganz gerade jetzt hier da dort neu interessiert unsicher verwirrt aktuell derzeit momentan bereits auch nur ein eine einer kein keine " +
        "der die das aus an am bei mit von vom zu zum zur für und oder aber damit gespannt froh dankbar krank schwanger behindert alt jung fertig bereit sicher am unter über nach vor seit immer gut richtig " +
        "eigentlich total echt etwas bisschen eingeschrieben immatrikuliert zugelassen angenommen abgelehnt geboren überfragt ratlos begeistert mittlerweile inzwischen " +
        // What ordinary lists lack.
        "intrested intersted interested curently currenty gonna gotta wanna tryna dyslexic neurodivergent autistic adhd nonbinary unsure covid im ive dont cant okay ok hi hello " +
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag " +
        "januar februar märz mai juni juli oktober dezember england scotland wales britain london edinburgh europe germany india china deutschland österreich schweiz indien " +
        "python java javascript tensorflow pytorch matlab github linux windows moodle canvas teams discord zoom");

    private static readonly FrozenSet<string> Both = Set(
        "grace mark rose will jack bob bobby frank hope faith joy summer dawn ruby amber iris ivy lily daisy violet heather holly jasmine olive robin jay drew grant dean chase pat sue bill art gene nick rob " +
        "sandy maria victor max miles hunter mason carter cooper ray roy john dick harry peter josh ken penny pearl angel angelica carol cliff clay colt forest gale glen jade jean jerry jimmy joe lance laurel lee " +
        "leo lane luke melody merry mercy micky mike norm myrtle otto page parker pierce poppy rex rich rusty sage sally scarlet shelly skip sterling stella tad terry tiffany timothy tom tony trey valentine veronica " +
        "wade warren willow ginger goldie dolly dot earl ernest eve fanny fay felicity flora francis gay gloria hazel honey junior kit loren christian rani anil kiran king prince duke smith");

    private static readonly FrozenSet<string> Particles = Set("van von de der den del della di da dos do la le al el bin ibn bint zu zur ten ter abu");

    /// <param name="word">In small letters.</param>
    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>An ordinary word that people are called by.</summary>
    public static bool IsNameAsWell(string word) => Both.Contains(word);

    /// <summary>A small word within a name.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
