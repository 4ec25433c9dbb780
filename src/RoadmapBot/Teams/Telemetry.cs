using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RoadmapBot.Teams;

/// <summary>
/// What operators see of the bot's work: one source of spans and one meter. A tag holds a kind or an outcome of ours, never what a person said or
/// is called, never a token, and never the id of a person, chat, tenant or engagement.
/// </summary>
internal static class Telemetry
{
    public const string Name = "RoadmapBot";

    private const string Kind = "roadmapbot.kind";
    private const string Outcome = "roadmapbot.outcome";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Turns = Seconds("roadmapbot.turn.duration", "How long turns took, by what happened and how they ended");
    private static readonly Histogram<double> Jobs = Seconds("roadmapbot.job.duration", "How long jobs, such as drafts, took to do");
    private static readonly Counter<long> Sends = Meter.CreateCounter<long>("roadmapbot.sends", "{message}", "Tries to bring a message to its chat, by outcome");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("roadmapbot.refusals", "{request}", "Activities that were not taken, by reason");
    private static volatile IReadOnlyList<Backlog> _backlog = [];

    static Telemetry()
    {
        Meter.CreateObservableGauge(
            "roadmapbot.work.waiting", () => _backlog.Select(kind => new Measurement<long>(kind.Count, Tag(kind.Kind))), "{item}", "Messages and jobs that are not done");
        Meter.CreateObservableGauge(
            "roadmapbot.work.age", () => _backlog.Select(kind => new Measurement<double>(kind.Late.TotalSeconds, Tag(kind.Kind))), "s", "How long the longest due of them is due");
    }

    /// <param name="Late">How long the longest due item is due.</param>
    internal sealed record Backlog(string Kind, long Count, TimeSpan Late);

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Where the span stands that runs now, as W3C trace context, to be kept with work that goes on later or elsewhere; null where none is recorded.</summary>
    public static string? Context => System.Diagnostics.Activity.Current is { Recorded: true, Id: { } id } ? id : null;

    public static void TurnEnded(System.Diagnostics.Activity? span, string kind, string outcome, TimeSpan took)
    {
        span?.SetTag(Kind, kind).SetTag(Outcome, outcome);
        Turns.Record(took.TotalSeconds, Tag(kind), new(Outcome, outcome));
    }

    public static void JobEnded(string kind, TimeSpan took) => Jobs.Record(took.TotalSeconds, Tag(kind));

    public static void SendEnded(string outcome)
    {
        System.Diagnostics.Activity.Current?.SetTag(Outcome, outcome);
        Sends.Add(1, new KeyValuePair<string, object?>(Outcome, outcome));
    }

    /// <param name="reason">A constant of ours, never anything that the request holds.</param>
    public static void Refused(string reason) => Refusals.Add(1, new KeyValuePair<string, object?>("roadmapbot.reason", reason));

    /// <summary>What waits now; told anew from time to time, because a meter must not ask the database.</summary>
    public static void Waiting(IReadOnlyList<Backlog> kinds) => _backlog = kinds;

    private static Histogram<double> Seconds(string name, string meaning) => Meter.CreateHistogram(
        name, "s", meaning, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    private static KeyValuePair<string, object?> Tag(string kind) => new(Kind, kind);
}
