using RoadmapBot.Analysis;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Hosting;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Support;

/// <summary>The sample company's first roadmap, straight from what its people say: no bot, no interview.</summary>
internal static class Northlight
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly DemoScript Script = DemoScript.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    private static readonly GuideLibrary Guides = GuideLibrary.Load(Path.Combine(AppContext.BaseDirectory, "prompts", "guides"));

    public static Engagement Engagement { get; } = new(
        new("0123456789abcdef0123456789abcdef"), new("tenant-1"), new Organisation(Script.Organisation, Script.Sector, Script.Headcount, Script.ItStaff, Script.Sites), Script.Objectives,
        PlanningFrame.From(new DateOnly(2027, 1, 1), Script.Currency), true, new("Ada Novak"), At);

    public static IReadOnlyList<Member> Members { get; } =
        [.. Script.People.Select(person => new Member(Engagement.Id, new(person.Name), person.Name, person.Role, person.Department, IsOwner: person.Name == Script.Owner))];

    public static Testimony Said { get; } = new(
        Engagement.Organisation, Engagement.Objectives,
        [.. Script.People.Select(person => new Voice(person.Name, person.Role, UnknownRules.NameOf(person.Role), person.Department, [.. person.Answers.Where(reply => reply.Say is not null).Select(Statement)], []))],
        [.. Script.People.SelectMany(person => person.PainPoints.Select((pain, at) => new PainStatement($"{person.Name}/{at}", pain.Say, person.Department)))]);

    public static Roadmap Roadmap { get; } = Drafted();

    /// <summary>As this person sees it.</summary>
    public static RoadmapView For(string name, bool isAlone = true) =>
        new(new Reader(new Membership(Engagement, Members.Single(member => member.Name == name)), isAlone, Said), Roadmap, Members, IsBehind: false);

    private static Roadmap Drafted()
    {
        var analysis = Analyst.Analyse(Said, Known.Catalogue, Engagement.Frame.Start);
        var plan = Planner.Plan(analysis, Said, Known.Library, Engagement.Frame);
        return new Roadmap(Engagement.Id, 1, analysis, plan, [], Hearings.Asked(Said, analysis, plan), Hearings.SourceOf(Said, Engagement.Frame), new("Ada Novak"), At, [new Approval(new("Carla Mendes"), "Carla Mendes", At)], []);
    }

    private static Statement Statement(DemoReply reply)
    {
        var question = Enum.GetValues<Role>().SelectMany(role => Guides.For(role).Questions).First(question => question.Id == reply.Question);
        return new Statement(reply.Question.Value, question.Text, string.Join('\n', reply.Then.Prepend(reply.Say!)));
    }
}
