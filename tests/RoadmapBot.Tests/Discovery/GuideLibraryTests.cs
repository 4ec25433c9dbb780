using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Discovery;

public sealed class GuideLibraryTests : IDisposable
{
    private const string Guide = """
        id: end-user
        role: EndUser
        version: 3
        promise: 2
        probes: 1
        questions:
          - id: user-tools
            covers: [AQ1, GQ3]
            topic: Your tools
            text: "How well do your tools work?"
            why: "It counts."
            seconds: 20
            kind: choice
            choices:
              - { value: well, text: "They work well every day" }
              - { value: badly, text: "They fail every day" }
          - id: user-trouble
            covers: []
            topic: Last trouble
            text: "What failed last?"
            why: "It counts."
            seconds: 40
            kind: open
            slots: [system, amount]
            probes: { system: "Which one?" }
            onlyIf: { question: user-tools, chosen: [badly] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("guides").FullName;

    public GuideLibraryTests()
    {
        foreach (var (id, role) in new[] { ("executive", "Executive"), ("department-head", "DepartmentHead"), ("it", "It"), ("msp", "Msp") })
        {
            var guide = Guide.Replace("id: end-user", $"id: {id}", StringComparison.Ordinal).Replace("EndUser", role, StringComparison.Ordinal);
            Write(id, guide.Replace("user-t", $"{id}-t", StringComparison.Ordinal));
        }

        Write("end-user", Guide);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_guide_is_read_as_written()
    {
        var guide = GuideLibrary.Load(_folder).For(Role.EndUser);

        Assert.Equal(("end-user", 3, TimeSpan.FromMinutes(2), 1), (guide.Id, guide.Version, guide.Promise, guide.Probes));
        Assert.Equal(TimeSpan.FromSeconds(20 + 40 + 20), guide.Length);
        Assert.Equal([true, false], guide.Questions.Select(question => question.IsClosed));
        Assert.Equal([new Choice("They work well every day", "well"), new Choice("They fail every day", "badly")], guide.Questions[0].Choices);

        var trouble = guide.Questions[1];
        Assert.Equal(("user-trouble", "Last trouble", "What failed last?", "It counts."), (trouble.Id.Value, trouble.Topic, trouble.Text, trouble.Why));
        Assert.Equal([Slot.System, Slot.Amount], trouble.Slots);
        Assert.Equal([KeyValuePair.Create(Slot.System, "Which one?")], trouble.Probes);
        Assert.Equal((new QuestionId("user-tools"), "badly"), (trouble.OnlyIf!.Question, trouble.OnlyIf.Chosen.Single()));
        Assert.Null(guide.Questions[0].OnlyIf);
    }

    [Theory]
    [InlineData("version: 3", "version: three", "the file", "\"version\" is \"three\"")]
    [InlineData("version: 3", "version: 3\nowner: me", "the file", "The key \"owner\" is not known")]
    [InlineData("promise: 2", "promise: 1", "the file", "takes 80 seconds, the promise is 60")]
    [InlineData("id: end-user", "id: endusers", "the file", "The guide's id is \"endusers\"")]
    [InlineData("version: 3\n", "", "the file", "\"version\" is missing")]
    [InlineData("[AQ1, GQ3]", "[AQ1, AQ9]", "question user-tools", "\"covers\" holds \"AQ9\"")]
    [InlineData("[AQ1, GQ3]", "[AQ1, AQ1]", "question user-tools", "\"covers\" names \"AQ1\" twice")]
    [InlineData("    covers: []\n", "", "question user-trouble", "\"covers\" is missing")]
    [InlineData("covers: []", "covers: AQ1", "question user-trouble", "\"covers\" is no list of texts")]
    [InlineData("topic: Last trouble", "topic: Trouble", "question user-trouble", "The topic \"Trouble\" is too short or too long")]
    [InlineData("\"What failed last?\"", "\"\"", "question user-trouble", "\"text\" is no text")]
    [InlineData("What failed last?", "What failed? When?", "question user-trouble", "\"text\" has 2 question marks")]
    [InlineData("What failed last?", "Say what failed last.", "question user-trouble", "\"text\" has 0 question marks")]
    [InlineData("seconds: 40", "seconds: 4", "question user-trouble", "\"seconds\" is \"4\"")]
    [InlineData("kind: open", "kind: closed", "question user-trouble", "\"kind\" holds \"closed\"")]
    [InlineData("slots: [system, amount]", "slots: [system, price]", "question user-trouble", "\"slots\" holds \"price\"")]
    [InlineData("{ system: \"Which one?\" }", "{ owner: \"Who?\" }", "question user-trouble", "probe for \"owner\", which is no slot")]
    [InlineData("{ system: \"Which one?\" }", "{ system: }", "question user-trouble", "\"system\" is no text")]
    [InlineData("{ system: \"Which one?\" }", "[system]", "question user-trouble", "\"probes\" holds no keys and values")]
    [InlineData("question: user-tools", "question: user-trouble", "question user-trouble", "which is no earlier choice question")]
    [InlineData("question: user-tools", "question: user-nothing", "question user-trouble", "which is no earlier choice question")]
    [InlineData("chosen: [badly]", "chosen: [never]", "question user-trouble", "\"chosen\" holds \"never\"")]
    [InlineData("chosen: [badly]", "chosen: []", "question user-trouble", "onlyIf names no choice")]
    [InlineData("{ value: badly,", "{ value: well,", "question user-tools", "Two choices have the same value")]
    [InlineData("{ value: badly,", "{", "question user-tools", "\"value\" is missing")]
    [InlineData("text: \"They fail every day\"", "title: Bad", "question user-tools", "\"text\" is missing")]
    [InlineData("kind: open", "kind: open\n    choices: [{ value: a, text: A }]", "question user-trouble", "An open question has choices")]
    [InlineData("kind: choice", "kind: choice\n    slots: [date]", "question user-tools", "A choice question has slots or probes")]
    [InlineData("id: user-trouble", "id: User Trouble", "question User Trouble", "not made of lower-case words")]
    [InlineData("id: user-trouble", "id: it-trouble", "question it-trouble", "used 2 times, in end-user.yaml and it.yaml")]
    [InlineData("role: EndUser", "role: Msp", "role Msp", "2 guides are for it")]
    [InlineData("role: EndUser", "role: enduser", "the file", "\"role\" holds \"enduser\"")]
    [InlineData("why: \"It counts.\"\n    seconds: 20", "why: It: counts\n    seconds: 20", "the file", "It is not valid YAML")]
    [InlineData("probes: 1\n", "probes: 1\nprobes: 2\n", "the file", "It is not valid YAML")]
    public void A_fault_names_file_and_place_and_says_what_is_wrong_and_how_to_mend_it(string right, string wrong, string place, string problem)
    {
        Assert.Contains(right, Guide, StringComparison.Ordinal);
        Write("end-user", Guide.Replace(right, wrong, StringComparison.Ordinal));

        var faults = Faults();

        var fault = Assert.Single(faults, fault => fault.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Equal(place, fault.Place);
        Assert.Contains("end-user.yaml", fault.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(fault.Mend);
    }

    [Fact]
    public void Every_fault_is_listed_at_once()
    {
        var slow = Guide.Replace("seconds: 40", "seconds: x", StringComparison.Ordinal);
        Write("end-user", slow.Replace("What failed last?", "What failed", StringComparison.Ordinal));
        Write("it", "nothing");

        var thrown = Assert.Throws<YamlFaultsException>(() => GuideLibrary.Load(_folder));

        Assert.Equal(["end-user.yaml", "end-user.yaml", "it.yaml", "(none)"], thrown.Faults.Select(fault => fault.File));
        Assert.All(thrown.Faults, fault => Assert.Contains(fault.ToString(), thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_names_its_line()
    {
        Write("end-user", Guide.Replace("seconds: 40", "seconds: x", StringComparison.Ordinal));

        Assert.Equal(22, Assert.Single(Faults()).Line);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_fault()
    {
        var gone = Path.Combine(_folder, "gone");

        var fault = Assert.Single(Assert.Throws<YamlFaultsException>(() => GuideLibrary.Load(gone)).Faults);

        Assert.Equal("*.yaml, the folder: No such file is in " + gone + ". Put the files there; they come with the program.", fault.ToString());
    }

    [Fact]
    public void An_alias_is_a_fault()
    {
        Write("end-user", Guide.Replace("topic: Last trouble", "topic: *trouble", StringComparison.Ordinal));

        Assert.Contains(Faults(), fault => fault.ToString().StartsWith("end-user.yaml, line 19, the file: It is not valid YAML", StringComparison.Ordinal));
    }

    private IReadOnlyList<YamlFault> Faults() => Assert.Throws<YamlFaultsException>(() => GuideLibrary.Load(_folder)).Faults;

    private void Write(string id, string yaml) => File.WriteAllText(Path.Combine(_folder, $"{id}.yaml"), yaml);
}
