using RoadmapBot.Discovery;
using RoadmapBot.Hosting;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Hosting;

public sealed class DemoScriptTests : IDisposable
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roadmapbot-demo-");

    [Fact]
    public void Everybody_is_of_the_cast_and_answers_questions_of_the_guide_of_his_role()
    {
        var script = DemoScript.Load(Prompts);
        var guides = GuideLibrary.Load(Path.Combine(Prompts, "guides"));
        Assert.All(script.People, part => Assert.Contains(LocalPeople.Cast, person => person.Name == part.Name));
        Assert.All(script.People, part =>
        {
            var questions = guides.For(part.Role).Questions;
            Assert.All(part.Answers, reply =>
            {
                var question = Assert.Single(questions, question => question.Id == reply.Question);
                Assert.Equal(question.IsClosed && reply.Verb is null, reply.Choose is not null);
                Assert.True(reply.Choose is null || question.Choices.Any(choice => choice.Value == reply.Choose), reply.Choose);
            });
        });
    }

    [Theory]
    [InlineData("role: Executive", "role: Director", "person Carla Mendes: \"role\" holds \"Director\".")]
    [InlineData("choose: nearly-all", "say: Much, choose: nearly-all", "answer it-time: It says nothing, or several things.")]
    [InlineData("owner: Ada Novak", "owner: Ines Duarte", "the file: \"owner\" holds \"Ines Duarte\".")]
    [InlineData("often: Daily", "often: Hourly", "\"often\" holds \"Hourly\".")]
    [InlineData("executive: Carla Mendes", "executive: Eva Lang", "committee: \"executive\" holds \"Eva Lang\".")]
    [InlineData("headcount: 140", "headcount: many", "\"headcount\" is \"many\".")]
    [InlineData("fit: 4", "fitness: 4", "The key \"fitness\" is not known.")]
    public void A_script_that_cannot_be_played_is_refused_with_the_place(string good, string bad, string fault)
    {
        var text = File.ReadAllText(Path.Combine(Prompts, "demo", "northlight.yaml"));
        Assert.Contains(good, text, StringComparison.Ordinal);
        var folder = _folder.CreateSubdirectory("demo");
        File.WriteAllText(Path.Combine(folder.FullName, "northlight.yaml"), text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(fault, Assert.Throws<YamlFaultsException>(() => DemoScript.Load(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_is_missing_is_a_fault_of_the_deployment() => Assert.Throws<YamlFaultsException>(() => DemoScript.Load(_folder.FullName));

    public void Dispose() => _folder.Delete(recursive: true);
}
