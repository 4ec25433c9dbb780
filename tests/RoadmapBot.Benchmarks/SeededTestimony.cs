using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Benchmarks;

/// <summary>
/// What people of a made-up organisation say, drawn from a seed: sentences of a subject, what is the matter with it, since when, and what follows, among
/// praise, plans, doubts and small talk. No two people say quite the same.
/// </summary>
internal static class SeededTestimony
{
    private const int MostSentences = 3;

    public static Testimony Of(int seed, int people, int answersEach, int painPoints)
    {
        var random = new Random(seed);
        return new Testimony(
            new Organisation("Synthetic", "services", people, Math.Max(1, people / 60), 4), [.. Words.Objectives],
            [.. Enumerable.Range(0, people).Select(number => VoiceOf(random, number, answersEach))],
            [.. Enumerable.Range(0, painPoints).Select(number => new PainStatement($"pain{number:000000}", Text(random, 1), One(random, Words.Departments)))]);
    }

    private static Voice VoiceOf(Random random, int number, int answers)
    {
        var role = random.Next(20) switch { 0 => Role.Executive, < 4 => Role.DepartmentHead, < 6 => Role.It, 6 => Role.Msp, _ => Role.EndUser };
        return new Voice(
            $"voice{number:0000}", role, role.ToString(), One(random, Words.Departments),
            [.. Enumerable.Range(0, answers).Select(at => new Statement($"answer{at:00}", Words.Questions[at % Words.Questions.Length], Text(random, 1 + random.Next(MostSentences))))], []);
    }

    private static string Text(Random random, int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence(random)));

    private static string Sentence(Random random)
    {
        var subject = One(random, Words.Subjects);
        return random.Next(10) switch
        {
            < 5 => $"{One(random, Words.Openings)}{subject} {One(random, Words.Troubles)} {One(random, Words.Times)}{One(random, Words.Consequences)}.",
            5 => $"We were quoted ${random.Next(2, 90)},{random.Next(10) * 100:000} for {subject}, but nobody has decided.",
            6 => $"{One(random, Words.Openings)}{subject} {One(random, Words.Strengths)} {One(random, Words.Times)}.",
            7 => $"There is a plan to renew {subject} by {One(random, Words.Months)}, as far as I know.",
            8 => $"I cannot say much about {subject}; ask {One(random, Words.Departments).ToLowerInvariant()}.",
            _ => $"{One(random, Words.SmallTalk)} About {random.Next(2, 40)} of us use {subject} {One(random, Words.Times)}.",
        };
    }

    private static string One(Random random, string[] words) => words[random.Next(words.Length)];

    private static class Words
    {
        public static readonly string[] Objectives = ["Open two more branches", "Lower the cost of each order", "Never lose a day to an outage", "Pass the customer's security audit"];

        public static readonly string[] Departments = ["Accounting", "Sales", "Warehouse", "Production", "Human resources", "Purchasing", "Service desk", "Legal", "Marketing", "Logistics"];

        public static readonly string[] Questions =
        [
            "What works well with IT?", "What gets in your way most often?", "How do you report a problem?", "How long do you wait for help?", "Which systems do you use every day?",
            "Is there anything you type in twice?", "How are backups made and tested?", "Who decides on IT spending?", "What happens when somebody leaves?", "How do you sign in?",
            "Which equipment is too old?", "What would an outage of one day cost?", "Do you have a plan for a security incident?", "How do you work from home?", "Which suppliers do you depend on?",
            "Where are your documents?", "How do you learn about changes?", "Which reports do you trust?", "Do you use AI tools at work?", "What has gone wrong with past projects?",
            "Who knows how the old system works?", "How is the network in your building?", "What do customers complain about?", "Which rules must you comply with?", "What is planned for the next year?",
            "Who looks after security?", "How are phones and laptops managed?", "What should be fixed first?", "What is written down, and what is not?", "Is there anything else?",
        ];

        public static readonly string[] Subjects =
        [
            "the file server", "our wireless network", "the accounting software", "the backup", "the phone system", "my laptop", "the customer database", "the shared drive", "the help desk",
            "the VPN", "the printer on our floor", "the order system", "Windows Server 2016", "the firewall", "the password policy", "the ticket system", "the intranet", "our web shop",
            "the inventory list", "the reporting spreadsheet", "multi-factor sign-in", "the scanner in the warehouse", "the time recording", "the mail archive", "the support contract",
            "the disaster recovery plan", "the training for new colleagues", "the internet line at the branch", "the server room", "the old ERP", "software updates", "the approval of invoices",
            "access for former employees", "the chat assistant", "the data from the till", "the meeting room screen",
        ];

        public static readonly string[] Openings = ["", "", "Honestly, ", "In our team ", "As far as I can see ", "To be fair, ", "If you ask me, ", "At the branch ", "Since the move "];

        public static readonly string[] Troubles =
        [
            "is slow", "goes down", "has never been tested", "is out of support", "belongs to nobody", "is not documented anywhere", "keeps losing our changes", "is shared by six people with one password",
            "cannot be reached from home", "runs on a machine that is nine years old", "has to be restarted", "is known to one person only", "was bought without asking IT", "does not talk to the other systems",
            "needs everything typed in twice", "is always full", "asks for a new password", "gives numbers that nobody believes", "takes three weeks to get", "is patched by hand, if at all",
        ];

        public static readonly string[] Strengths = ["works well", "has become much better", "was fixed", "is tested", "is a real help", "has not failed us", "is quick and friendly"];

        public static readonly string[] Times =
        [
            "every Monday", "twice a week", "at the end of each month", "since last spring", "for years now", "most mornings", "whenever it rains", "in the busy season", "three times a quarter", "after each update",
        ];

        public static readonly string[] Consequences =
        [
            "", "", ", and then we write on paper", ", which costs us about two hours a day", ", so customers wait", ", and nobody tells us why", ", so I keep my own list", ", and the auditors have noticed",
            ", so we lost an order worth $12,000", ", and I gave up reporting it",
        ];

        public static readonly string[] Months = ["March", "June", "September", "the end of next year"];

        public static readonly string[] SmallTalk = ["Good question.", "I have been here for a while.", "Others will know more.", "We manage somehow.", "Let me think."];
    }
}
