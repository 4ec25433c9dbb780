using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Hosting;
using RoadmapBot.LanguageModel;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Writing;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Support;

/// <summary>A draft at a model's hands without a bot around it: real prompts, the real way to the model, the rules' own draft.</summary>
internal sealed class Desk : IDisposable
{
    private static readonly PromptBook Prompts = PromptFiles.Load(Repository.File("prompts", "model"));
    private static readonly DateOnly Start = new(2027, 1, 1);
    private readonly HttpClient _http;

    public Desk(string endpoint, Testimony testimony, string[] members, Action<ModelOptions>? change = null)
    {
        Options = new ModelOptions
        {
            Endpoint = endpoint,
            Model = "fake-1",
            CallLimit = TimeSpan.FromSeconds(0.5),
            DraftLimit = TimeSpan.FromSeconds(3),
            LargestAnswer = 256 * 1024,
            TokensForAll = long.MaxValue / 2,
            TokensForEngagement = long.MaxValue / 2,
            TokensForPerson = long.MaxValue / 2,
            TokensForTenant = long.MaxValue / 2,
        };
        change?.Invoke(Options);
        _http = new HttpClient(new AnswerLimit(Options.LargestAnswer) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }) { Timeout = Timeout.InfiniteTimeSpan };
        Model = new Model(new PatientChat(OpenAiConnection.Open(Options, _http), Options), Prompts, Purses, Microsoft.Extensions.Options.Options.Create(Options), TimeProvider.System, NullLogger<Model>.Instance);
        Testimony = testimony;
        Engagement = new Engagement(
            new EngagementId("e1"), new TenantId("t1"), testimony.Organisation, testimony.Objectives, PlanningFrame.From(Start, "USD"), false, new PersonId("owner"), DateTimeOffset.UnixEpoch);
        Members = [.. members.Select((name, index) => new Member(Engagement.Id, new PersonId($"p{index}"), name, Role.EndUser, null, index == 0))];
        Analysis = Analyst.Analyse(testimony, Known.Library.Gaps, Start);
        Plan = Planner.Plan(Analysis, testimony, Known.Library, Engagement.Frame);
    }

    public ModelOptions Options { get; }

    public Model Model { get; }

    public Testimony Testimony { get; }

    public Engagement Engagement { get; }

    public IReadOnlyList<Member> Members { get; }

    public GapAnalysis Analysis { get; }

    public Plan Plan { get; }

    public InMemoryPurses Purses { get; } = new();

    public async Task<Written> Write() =>
        (await new DraftWriter(Model, Known.Library).Write(Engagement, Members, new PersonId("owner"), Testimony, Analysis, Plan, null, TestContext.Current.CancellationToken))!;

    public void Dispose() => _http.Dispose();

    /// <summary>Counts as the stored ones do.</summary>
    internal sealed class InMemoryPurses : IBudgetStore
    {
        private readonly Lock _lock = new();

        public ConcurrentDictionary<string, long> Spent { get; } = new(StringComparer.Ordinal);

        public Task<bool> Take(IReadOnlyList<Purse> purses, DateOnly day, long tokens, CancellationToken cancel)
        {
            lock (_lock)
            {
                if (tokens > 0 && purses.Any(purse => Spent.GetValueOrDefault(purse.Name) + tokens > purse.Limit))
                    return Task.FromResult(false);
                foreach (var purse in purses)
                    Spent[purse.Name] = Math.Max(0, Spent.GetValueOrDefault(purse.Name) + tokens);
                return Task.FromResult(true);
            }
        }
    }
}
