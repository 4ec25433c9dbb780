using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Hosting;
using RoadmapBot.LanguageModel;
using RoadmapBot.Planning;
using RoadmapBot.Rig.Wire;
using RoadmapBot.Roadmaps.Writing;

namespace RoadmapBot.Benchmarks;

/// <summary>
/// What a draft's wording costs: characters that go over the wire to a fake of a model and come back, and tokens estimated from them at four characters a
/// token, the rule of thumb that OpenAI gives for English. Once with a model of which nothing is refused, once with one whose first try is always refused.
/// </summary>
internal static class ModelFigure
{
    private const int AnswersEach = 20;
    private static readonly int[] People = [10, 100, 500];
    private static readonly DateOnly Start = new(2027, 1, 1);

    public static async Task Print(int seed)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "prompts");
        var catalogue = Path.Combine(folder, "catalogue");
        var library = InitiativeLibrary.Load(catalogue, GapCatalogue.Load(catalogue));
        Console.WriteLine($"seed {seed}; {AnswersEach} answers each; tokens estimated at four characters; schemas and JSON around the messages are counted");
        Console.WriteLine("| People | Answers | Model | Calls | Answers sent | Most often | Characters sent | Characters received | Estimated tokens |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var people in People)
        {
            foreach (var isRefused in (bool[])[false, true])
                Console.WriteLine(await Row(seed, people, isRefused, library, PromptFiles.Load(Path.Combine(folder, "model"))));
        }
    }

    private static async Task<string> Row(int seed, int people, bool isRefused, InitiativeLibrary library, PromptBook prompts)
    {
        await using var fake = await FakeModel.Start();
        if (isRefused)
            fake.Script = (request, http) => (request.Data("refused").GetArrayLength() == 0 ? ModelScripts.All["lie"] : ModelScripts.Obedient)(request, http);
        var testimony = SeededTestimony.Of(seed, people, AnswersEach, people);
        var options = new ModelOptions { Endpoint = fake.Url, Model = "fake", TokensForAll = long.MaxValue / 2, TokensForEngagement = long.MaxValue / 2, TokensForPerson = long.MaxValue / 2, TokensForTenant = long.MaxValue / 2 };
        using var http = new HttpClient();
        var model = new Model(new PatientChat(OpenAiConnection.Open(options, http), options), prompts, new NoLimit(), Options.Create(options), TimeProvider.System, NullLogger<Model>.Instance);
        var analysis = Analyst.Analyse(testimony, library.Gaps, Start);
        var frame = PlanningFrame.From(Start, "USD");
        var engagement = new Engagement(new EngagementId("e"), new TenantId("t"), testimony.Organisation, testimony.Objectives, frame, false, new PersonId("p"), DateTimeOffset.UnixEpoch);
        await new DraftWriter(model, library).Write(engagement, [], new PersonId("p"), testimony, analysis, Planner.Plan(analysis, testimony, library, frame), null, CancellationToken.None);

        var sent = fake.Requests.Sum(request => (long)request.Body.Length);
        var received = fake.Requests.Sum(request => (long)(request.Data("refused").GetArrayLength() > 0 || !isRefused ? ModelScripts.Answer(request).Length : ModelScripts.Lie.Length));
        var times = fake.Requests.Where(request => request.Schema == "read_answers").SelectMany(request => request.Data("answers").EnumerateArray().Select(answer => answer.GetProperty("id").GetString()!)).CountBy(id => id).ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {people} | {people * AnswersEach:N0} | {(isRefused ? "first try refused" : "nothing refused")} | {fake.Requests.Count} | {times.Length} | {times.Select(one => one.Value).DefaultIfEmpty(0).Max()} | {sent:N0} | {received:N0} | {Budget.Estimate(sent + received):N0} |");
    }

    private sealed class NoLimit : IBudgetStore
    {
        public Task<bool> Take(IReadOnlyList<Purse> purses, DateOnly day, long tokens, CancellationToken cancel) => Task.FromResult(true);
    }
}
