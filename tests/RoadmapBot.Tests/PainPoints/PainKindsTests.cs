using RoadmapBot.PainPoints;

namespace RoadmapBot.Tests.PainPoints;

public sealed class PainKindsTests
{
    private static readonly PainKinds Kinds = PainKinds.Load(Path.Combine(AppContext.BaseDirectory, "prompts", "catalogue"));

    [Theory]
    [InlineData("The wifi drops every afternoon", "network")]
    [InlineData("VPN is unusable from home", "network")]
    [InlineData("I have to reset my password every week", "access")]
    [InlineData("I can't log in to the booking system", "access")]
    [InlineData("The label printer jams again and again", "hardware")]
    [InlineData("My laptop battery lasts ten minutes", "hardware")]
    [InlineData("Opening a patient record takes forever", "slow")]
    [InlineData("The booking system crashes twice a day", "outage")]
    [InlineData("I type every invoice by hand into Excel", "manual")]
    [InlineData("We enter everything twice", "manual")]
    [InlineData("Nobody answers the help desk", "support")]
    [InlineData("I waited three weeks for a ticket", "support")]
    [InlineData("I get phishing mails every day", "security")]
    [InlineData("We all use the same password for the till", "security")]
    [InlineData("I never had training on the new tool", "training")]
    [InlineData("The figures in the report are wrong", "data")]
    [InlineData("The coffee is cold", "other")]
    public void A_sentence_is_filed_where_its_words_point(string text, string kind) => Assert.Equal(kind, Kinds.Classify(text).Id);

    [Fact]
    public void A_kind_that_is_gone_counts_as_something_else() => Assert.Equal("other", Kinds.Find("gone").Id);
}
