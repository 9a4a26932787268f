using ProgrammeBot.Care;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Care;

public sealed class ShippedCareTests
{
    private static readonly CareOutcome Shipped = CareFile.Read(Seeds.Path("care.yaml"));

    [Fact]
    public void The_file_is_whole_and_every_kind_leads_to_people()
    {
        Assert.Empty(Shipped.Problems);
        Assert.All(Shipped.Book.Kinds, k => Assert.Contains("personal tutor", k.Text, StringComparison.Ordinal));
        Assert.All(Shipped.Book.Kinds, k => Assert.InRange(k.Text.Length, 100, 1200));
        Assert.All(["999", "111", "116 123"], number => Assert.Contains(number, Shipped.Book.Kinds[0].Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I want to kill myself", "crisis")]
    [InlineData("i dont want to be here anymore", "crisis")]
    [InlineData("I've been thinking about suicide a lot since results day", "crisis")]
    [InlineData("My flatmate says she wants to end her life, what do I do??", "crisis")]
    [InlineData("started self-harming again", "crisis")]
    [InlineData("everyone would be better off without me", "crisis")]
    [InlineData("honestly i just want to die", "crisis")]
    [InlineData("there's no point in living if i fail the exam", "crisis")]
    [InlineData("I don't want to live", "crisis")]
    [InlineData("He's been cutting himself", "crisis")]
    [InlineData("i was raped last week", "sexual-misconduct")]
    [InlineData("my supervisor keeps touching me", "sexual-misconduct")]
    [InlineData("How do I report sexual harassment?", "sexual-misconduct")]
    [InlineData("a guy from the course groped my friend, he groped her at the party", "sexual-misconduct")]
    [InlineData("someone spiked my drink at the union", "sexual-misconduct")]
    [InlineData("My husband beats me and I can't concentrate", "safeguarding")]
    [InlineData("i don't feel safe at home", "safeguarding")]
    [InlineData("My parents are forcing me to marry someone", "safeguarding")]
    [InlineData("an ex is threatening me with photos", "safeguarding")]
    [InlineData("I am being bullied by two people in my lab group", "harassment")]
    [InlineData("my supervisor is shouting at me every meeting and humiliates me", "harassment")]
    [InlineData("whom can I report bullying to", "harassment")]
    [InlineData("I feel discriminated against", "discrimination")]
    [InlineData("my tutor made a racist comment", "discrimination")]
    [InlineData("I was treated differently because of my hijab", "discrimination")]
    [InlineData("My dad died on Friday and the coursework is due Monday", "bereavement")]
    [InlineData("I need to fly home for my grandmother's funeral", "bereavement")]
    [InlineData("lost my mum in march", "bereavement")]
    [InlineData("there was a death in my family", "bereavement")]
    [InlineData("grandpa passed away, can i get an extension", "bereavement")]
    [InlineData("i feel so depressed since i moved here", "mental-health")]
    [InlineData("I keep having panic attacks before the lab", "mental-health")]
    [InlineData("I am so stressed about deadlines i can't sleep", "mental-health")]
    [InlineData("im crying every night", "mental-health")]
    [InlineData("I can't cope with this anymore", "mental-health")]
    [InlineData("struggling with anxiety, who can help", "mental-health")]
    [InlineData("I'm feeling really lonely here", "mental-health")]
    [InlineData("I've been diagnosed with epilepsy", "illness")]
    [InlineData("I am in hospital right now and will miss the exam", "illness")]
    [InlineData("I have cancer and start treatment in may", "illness")]
    [InlineData("I'm too ill to sit the test", "illness")]
    [InlineData("broke my wrist, how do i type the coursework. I broke my wrist!", "illness")]
    [InlineData("my mother had a stroke and i must go home", "illness")]
    [InlineData("I can't afford food this week", "money-emergency")]
    [InlineData("about to be evicted from my flat", "money-emergency")]
    [InlineData("ran out of money and my landlord is angry", "money-emergency")]
    [InlineData("I have nowhere to sleep tonight", "money-emergency")]
    [InlineData("I got scammed by a fake landlord", "money-emergency")]
    [InlineData("I've been accused of plagiarism but I didn't do it", "misconduct-accusation")]
    [InlineData("they accused me of cheating", "misconduct-accusation")]
    [InlineData("Turnitin flagged my report, what now", "misconduct-accusation")]
    [InlineData("got a misconduct hearing tomorrow", "misconduct-accusation")]
    public void Distress_is_told(string message, string kind) => Assert.Equal(kind, Shipped.Book.Find(message)?.Kind);

    [Theory]
    [InlineData("how do i stop a training run, kill -9 does nothing")]
    [InlineData("does the course cover stress testing of models?")]
    [InlineData("Is there a module on the economics of the great depression")]
    [InlineData("i am depressed by the fees lol just kidding, how much are they")]
    [InlineData("can we do a project on depression detection from speech")]
    [InlineData("suicide prevention with machine learning, does anybody supervise that?")]
    [InlineData("is there work on medical imaging for cancer detection")]
    [InlineData("I worked in a hospital for three years, does it count as experience")]
    [InlineData("Do projects use hospital data?")]
    [InlineData("I'm sick of filling in forms, when is the deadline")]
    [InlineData("i'm dying to know the results")]
    [InlineData("my laptop died, can I borrow one")]
    [InlineData("my friend's battery died during the quiz")]
    [InlineData("running out of memory on the gpu")]
    [InlineData("can't afford the deposit in one go, are there instalments")]
    [InlineData("Is plagiarism checked with Turnitin?")]
    [InlineData("what happens in a case of academic misconduct")]
    [InlineData("How stressful is the MRes")]
    [InlineData("is the workload stressful?")]
    [InlineData("What is the dropout rate")]
    [InlineData("does dropout regularisation come up in deep learning")]
    [InlineData("Will a low mark kill my chances?")]
    [InlineData("what's the killer feature of the programme")]
    [InlineData("how are models attacked and abused, is adversarial ML taught")]
    [InlineData("is abuse of generative AI covered in the ethics module")]
    [InlineData("Does the ethics module discuss discrimination and bias?")]
    [InlineData("discriminative versus generative models")]
    [InlineData("linear discriminant analysis")]
    [InlineData("are racist chatbots discussed anywhere")]
    [InlineData("fairness: discrimination by algorithms against minorities")]
    [InlineData("What does the policy on harassment say")]
    [InlineData("do I need to be in a group with my friends")]
    [InlineData("I lost my password")]
    [InlineData("lost my student card")]
    [InlineData("my family lives in Leeds, can I commute")]
    [InlineData("can my wife and child come with me on the visa")]
    [InlineData("I have an operation research background")]
    [InlineData("what if i fail the project")]
    [InlineData("How do I end my tenancy")]
    [InlineData("end-to-end ML pipeline project")]
    [InlineData("is there a panic button in the lab")]
    [InlineData("Are there attacks on neural networks in the syllabus")]
    [InlineData("can i take a break of my studies")]
    [InlineData("I am alone in my cohort with a physics degree?")]
    [InlineData("how hard is it, will I be overwhelmed by the maths")]
    [InlineData("anxiety about getting in is normal I guess, what grades do i need")]
    [InlineData("I don't want to live in halls, where else do people live")]
    [InlineData("I can't go on the open day, is there a recording")]
    [InlineData("want to die-cast robots in the lab")]
    [InlineData("the server process died while training")]
    [InlineData("I'm in desperate need of the module list")]
    [InlineData("When did Tesla's father die?")]
    [InlineData("dead neurons in ReLU networks")]
    [InlineData("survival analysis and life expectancy models")]
    [InlineData("I take my own laptop to class?")]
    [InlineData("when does the visa end, do I need a health check")]
    [InlineData("was the guide reported as wrong about the IELTS score")]
    [InlineData("does the programme follow me on into a PhD")]
    [InlineData("")]
    public void A_question_that_only_shares_a_word_is_no_distress(string message) => Assert.Null(Shipped.Book.Find(message));

    [Fact]
    public void No_sentence_of_the_documents_is_taken_for_distress() =>
        Assert.All(Seeds.Documents.Values.SelectMany(d => d.Text.Split('\n')), line => Assert.True(Shipped.Book.Find(line) is null, line));

    [Fact]
    public void Any_text_is_taken_in_good_time()
    {
        var text = string.Concat(Enumerable.Repeat("my i was being so in ", 2000));

        Assert.Null(new CareBook([Shipped.Book.Kinds[0]]).Find(text));
        Assert.Null(CareBook.Empty.Find("\0\uD800\n i want to die"));
    }
}
