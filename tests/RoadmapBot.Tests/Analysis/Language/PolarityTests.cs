using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Tests.Analysis.Language;

public sealed class PolarityTests
{
    [Theory]
    [InlineData("The network is slow")]
    [InlineData("It keeps crashing on us")]
    [InlineData("Support could be better")]
    [InlineData("The training is not great")]
    [InlineData("It doesn't work")]
    [InlineData("The Wi-Fi is not reliable")]
    [InlineData("Nobody is happy with the scanner")]
    [InlineData("Nobody checks it")]
    [InlineData("It's supposed to be fast")]
    [InlineData("I wouldn't bet on it")]
    [InlineData("It gets on my nerves every Monday")]
    [InlineData("It's mostly in people's heads")]
    [InlineData("We used to have good support")]
    [InlineData("It was never fixed")]
    [InlineData("We fixed it twice and it broke again")]
    [InlineData("We'd like a ticket system")]
    [InlineData("There's no longer any support worth the name, it is hopeless")]
    [InlineData("Fingers crossed")]
    [InlineData("It depends who you ask")]
    public void A_trouble_is_heard(string text) => Assert.Contains(Polarity.Problem, PolaritiesOf(text));

    [Theory]
    [InlineData("I have no complaints about backup")]
    [InlineData("The network is fast and reliable")]
    [InlineData("We never had a problem with the phones")]
    [InlineData("It's not slow")]
    [InlineData("It doesn't crash")]
    [InlineData("No trouble with the printers")]
    [InlineData("The outages were fixed in spring")]
    [InlineData("That was sorted last year")]
    [InlineData("It used to be slow")]
    [InlineData("I can't fault the help desk")]
    [InlineData("Nothing to complain about")]
    [InlineData("The rollout went well")]
    [InlineData("We're happy with the provider")]
    [InlineData("The old server was replaced")]
    [InlineData("It has never let us down")]
    [InlineData("Could not be better")]
    public void A_strength_is_heard_and_no_trouble(string text)
    {
        Assert.Contains(Polarity.Strength, PolaritiesOf(text));
        Assert.DoesNotContain(Polarity.Problem, PolaritiesOf(text));
    }

    [Theory]
    [InlineData("We will replace the switches", nameof(Polarity.Plan))]
    [InlineData("That's planned for next year", nameof(Polarity.Plan))]
    [InlineData("I don't know", nameof(Polarity.Unknown))]
    [InlineData("I couldn't tell you", nameof(Polarity.Unknown))]
    [InlineData("There are twelve of them", nameof(Polarity.Neutral))]
    [InlineData("I think it works well", nameof(Polarity.Neutral))]
    public void Plans_ignorance_and_plain_facts_are_no_trouble(string text, string expected) =>
        Assert.Equal([expected], PolaritiesOf(text).Select(polarity => polarity.ToString()));

    [Fact]
    public void A_contrast_keeps_its_two_sides_apart() =>
        Assert.Equal([Polarity.Strength, Polarity.Problem], PolaritiesOf("The backups are fine but the servers are slow"));

    [Theory]
    [InlineData("We had outages all winter, but that was sorted in spring.")]
    [InlineData("We had outages all winter. That's fixed now.")]
    public void What_was_put_right_takes_back_the_trouble_before_it(string text) => Assert.DoesNotContain(Polarity.Problem, PolaritiesOf(text));

    [Theory]
    [InlineData("There isn't a disaster recovery plan", "recovery-plan")]
    [InlineData("We've no inventory", "inventory")]
    [InlineData("Nobody has ever seen a written policy", "policy")]
    [InlineData("We live without a ticket system", "ticket")]
    [InlineData("What strategy?", "strategy")]
    public void Existence_is_denied(string text, string concept) => Assert.Contains(Known.Read(text).Denials, denial => denial.Concept == concept);

    [Theory]
    [InlineData("There is a disaster recovery plan", "recovery-plan")]
    [InlineData("There are no problems with the inventory", "inventory")]
    [InlineData("Not only the policy is new", "policy")]
    public void Existence_is_not_denied(string text, string concept) => Assert.DoesNotContain(Known.Read(text).Denials, denial => denial.Concept == concept);

    private static Polarity[] PolaritiesOf(string text) => [.. Known.Read(text).Clauses.Select(clause => clause.Polarity)];
}
