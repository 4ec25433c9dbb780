using RoadmapBot.Discovery;
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

    [Theory]
    [InlineData("- { id: a, title: A, cues: [x] }\n  - { id: b, title: B, cues: [y] }", "- { id: a, title: A, cues: [x] }\n  - { id: a, title: B, cues: [y] }", "The id \"a\" is there twice")]
    [InlineData("title: B", "titel: B", "\"title\" is missing", "The key \"titel\" is not known")]
    [InlineData("cues: [y]", "cues: [y?]", "The cue \"y?\" cannot be read")]
    [InlineData("\n  - { id: b, title: B, cues: [y] }", "", "\"kinds\" must hold at least two")]
    public void A_fault_says_what_is_wrong(string right, string wrong, params string[] problems)
    {
        const string Yaml = "kinds:\n  - { id: a, title: A, cues: [x] }\n  - { id: b, title: B, cues: [y] }";
        Assert.Contains(right, Yaml, StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("kinds");
        File.WriteAllText(Path.Combine(folder.FullName, "pain-kinds.yaml"), Yaml.Replace(right, wrong, StringComparison.Ordinal));

        var faults = Assert.Throws<YamlFaultsException>(() => PainKinds.Load(folder.FullName)).Faults;
        folder.Delete(recursive: true);

        Assert.Equal(problems.Length, faults.Count);
        Assert.All(problems, problem => Assert.Single(faults, fault => fault.Problem.StartsWith(problem, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_kind_that_is_gone_counts_as_something_else() => Assert.Equal("other", Kinds.Find("gone").Id);
}
