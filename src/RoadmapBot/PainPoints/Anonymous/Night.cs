namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>What one night makes of a box: points are shown, questions go out, answers of the last full day are passed on, all at once.</summary>
/// <param name="Questions">To be delivered now.</param>
/// <param name="Outcomes">To be told to those who asked.</param>
internal sealed record Night(
    AnonymousBox Box, Envelopes Envelopes, IReadOnlyList<(AnonymousPoint Point, FollowUp FollowUp)> Questions, IReadOnlyList<(AnonymousPoint Point, FollowUp FollowUp)> Outcomes)
{
    /// <param name="quarter">The quarter that begins or goes on.</param>
    public static Night Of(AnonymousBox box, Envelopes envelopes, string quarter, Seal seal)
    {
        var released = Release.Of(box.Points.Where(point => point is { Batch: null, Stage: not WaitingStage.Today }), Seal.Random);
        var batchOf = released.SelectMany(one => one.Points.Select(point => (point.Id, Batch: one.Batch.Id))).ToDictionary(pair => pair.Id, pair => pair.Batch);
        var kept = Kept(envelopes, box, quarter);
        var questions = new List<(AnonymousPoint, FollowUp)>();
        var outcomes = new List<(AnonymousPoint, FollowUp)>();
        var points = box.Points.Where(point => !point.IsTakenBack).Select(point => point with
        {
            Batch = batchOf.GetValueOrDefault(point.Id, point.Batch!),
            Stage = Next(point.Stage),
            FollowUps = [.. point.FollowUps.Select(followUp => Passed(point, followUp))],
        }).ToArray();
        var after = box with
        {
            Points = points,
            Batches = [.. box.Batches.Concat(released.Select(one => one.Batch)).OrderBy(batch => batch.Id, StringComparer.Ordinal)],
            Salt = box.Salt?.Quarter == quarter ? box.Salt : null,
        };
        return new Night(after with { IsWoken = points.Length > 0 || kept.All.Count > 0 || after.Salt is not null }, kept, questions, outcomes);

        FollowUp Passed(AnonymousPoint point, FollowUp followUp)
        {
            if (!followUp.IsSent)
            {
                var isReachable = kept.Find(AnonymousReports.HandleOf(point.Id, seal)) is not null;
                var sent = followUp with { IsSent = true };
                if (isReachable)
                    questions.Add((point, sent));
                return isReachable ? sent : sent with { Outcome = FollowUpOutcome.Ended, Stage = WaitingStage.Today };
            }

            if (followUp.Stage is not { } stage || stage is WaitingStage.Out)
                return followUp;
            var passed = followUp with { Stage = Next(stage) };
            if (passed.Stage is WaitingStage.Out)
                outcomes.Add((point, passed));
            return passed;
        }
    }

    private static WaitingStage Next(WaitingStage stage) => stage is WaitingStage.Today ? WaitingStage.Yesterday : WaitingStage.Out;

    /// <summary>An address is kept to the end of the quarter after its own, so that there is time to ask.</summary>
    private static Envelopes Kept(Envelopes envelopes, AnonymousBox box, string quarter)
    {
        string[] live = [quarter, Before(quarter)];
        return box.Points.Any(point => !point.IsTakenBack) ? envelopes with { All = [.. envelopes.All.Where(one => live.Contains(one.Quarter))] } : envelopes with { All = [] };
    }

    private static string Before(string quarter)
    {
        var (year, number) = (int.Parse(quarter.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), quarter[^1] - '0');
        return number > 1 ? $"{year:0000}-Q{number - 1}" : $"{year - 1:0000}-Q4";
    }
}
