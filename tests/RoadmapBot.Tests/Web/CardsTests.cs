using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Web;

/// <summary>Every card that the bot shows keeps every rule.</summary>
public sealed class CardsTests(CardsRichRun run, Browser browser) : IClassFixture<CardsRichRun>
{
    /// <summary>Words by which each kind of card is known.</summary>
    private static readonly string[] Kinds =
    [
        "Hi, I'm RoadmapBot", "What I can do", "I'm not sure what you want",
        "Let's begin", "New engagement", "engagement created", "This chat is now about", "Which organisation is this about?", "you take part as", "Your role at", "who takes part", "A person's seat",
        "Interview for the IT roadmap", "Choose what fits best", "Write your answer in the chat", "One thing more about your answer", "Your answer:", "Paused",
        "What I heard", "What you told me", "Thank you, that's all", "Is this meant for the open question?",
        "Kept. Have I understood it?", "Thank you, it is in the gap analysis", "Nobody is shown your words any more", "Pain points: 9",
        "Gap analysis:", "Who says so", "IT roadmap:", "Closes these gaps", "IT roadmap in short", "What changes for Reception", "What changes for everybody", "Where we are:",
        "Begin a blind scoring round", "Blind scoring:", "Your scores:", "Results of the blind scoring", "middle half", "Fewer than 3 people scored",
        "Health by domain", "Where people disagree", "Readiness checks", "Support dates", "Still open", "Lessons from past projects", "NIST CSF 2.0", "Timeline:", "Budget by quarter:",
        "What the roadmap has to keep within", "How it was ranked", "Asset list:", "What if",
        "What I keep about you", "Erase everything about you?", "Please hand over first", "Everything about you is erased",
        "Progress:", "Status: ", "Update status:", "Late, and to be decided:", "Move resources:", "Cut scope:", "What changed:", "Campaign:", "Plan a campaign", "Before anything is sent", "When may I remind you?", "Who is heard:", "Heard from", "Do the end users stand for all?", "Ask a colleague", "KPIs:", "Choose a KPI", "Measure:", "A reading:", "Paste readings", "It measures", "When I ask how things get on", "How do these get on?", "I no longer ask you",
        "Edit:", "Share the summary", "I have posted version", "Henri has version", "Taken back.",
    ];

    public static TheoryData<string> Rules => [.. CardRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_card_keeps_the_rule(string rule) => CardsOf.Keep(run.Cards, rule);

    [Fact]
    public Task The_official_renderer_draws_every_card_without_a_warning() => CardsOf.AreDrawnWithoutAWarning(run.Cards, browser);

    [Fact]
    public void The_run_shows_every_kind_of_card()
    {
        var texts = run.Cards.Select(card => $"{card.Json.GetProperty("fallbackText")}\n{CardText.Of(card.Json)}").ToArray();
        Assert.Equal([], Kinds.Where(words => !texts.Any(text => text.Contains(words, StringComparison.Ordinal))));
    }

    [Fact]
    public void Some_of_the_cards_hold_quotes_and_some_are_read_by_others()
    {
        const string Secret = "our backups have never been tested";
        Assert.Contains(run.Cards, card => !card.IsSecret(Secret) && CardText.Of(card.Json).Contains("“Our backups have never been tested", StringComparison.Ordinal));
        Assert.Contains(run.Cards, card => card.IsSecret(Secret) && CardText.Of(card.Json).Contains("Planned against it", StringComparison.Ordinal));
    }
}
