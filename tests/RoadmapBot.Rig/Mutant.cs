using System.Diagnostics;

namespace RoadmapBot.Rig;

/// <summary>A fault that is put into a copy of the program's source: its figure must not be met then, or the figure proves nothing.</summary>
/// <param name="Figure">The id of the figure that catches it.</param>
/// <param name="File">Below src/RoadmapBot.</param>
/// <param name="From">Occurs there once.</param>
internal sealed record Mutant(string Figure, string Name, string File, string From, string To)
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("R1", "an activity's key is never the same twice", "Teams/TurnReader.cs", "        _ => activity.Id,", "        _ => $\"{activity.Id}-{now.UtcTicks}\","),
        new("R1", "the same words under a new id are a new report", "PainPoints/PainPointHandler.cs", "Redelivery = TimeSpan.FromMinutes(1)", "Redelivery = TimeSpan.Zero"),
        new("R2", "one commit in ten is left out", "Storage/UnitOfWork.cs", "            await transaction.CommitAsync(cancel);", "            if (Random.Shared.Next(10) > 0 || !db.ChangeTracker.Entries<PainPointRow>().Any()) await transaction.CommitAsync(cancel);"),
        new("R3", "commits are not synced", "Storage/UnitOfWork.cs", "        _transaction = await db.Database.BeginTransactionAsync(cancel);",
            "        await db.Database.OpenConnectionAsync(cancel); await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, \"PRAGMA synchronous=OFF\", cancel); _transaction = await db.Database.BeginTransactionAsync(cancel);"),
        new("R4", "one message in twenty is sent twice", "Teams/SendPolicy.cs", "        ConnectorOutcome.Done done => new Finished(done.Id),", "        ConnectorOutcome.Done done when due.Id % 20 != 0 || due.Tries > 1 => new Finished(done.Id), ConnectorOutcome.Done => new TryAt(now, Counts: true),"),
        new("R6", "a turn waits until its typing sign is shown", "Teams/TurnRunner.cs", "            return await Attempt(turn, reference, limit.Token);",
            "            await connector.Send(reference, OutgoingActivity.Typing, CancellationToken.None); return await Attempt(turn, reference, limit.Token);"),
        new("R8", "what could not be kept is acknowledged", "Teams/TurnRunner.cs", "StatusCodes.Status503ServiceUnavailable", "StatusCodes.Status200OK"),
        new("S1", "signatures are not checked", "Teams/ChannelToken.cs", "            RequireSignedTokens = true,", "            SignatureValidator = (text, _) => new JsonWebToken(text),"),
        new("S1", "any service URL is allowed", "Teams/MessagesEndpoint.cs", "!ServiceUrls.IsAllowed(activity.ServiceUrl!, options.AllowedOrigins)", "false"),
        new("S2", "what is no JSON is a fault of ours", "Teams/ActivityReader.cs", "catch (JsonException fault)", "catch (JsonException fault) when (fault.LineNumber > 0)"),
        new("S2", "what people say is normalised", "Teams/Mentions.cs", "Trim(Around)", "Trim(Around).Normalize()"),
        new("S3", "bodies may be of any size", "Teams/MessagesEndpoint.cs", "LargestBody = 256 * 1024;", "LargestBody = 1024 * 1024 * 1024;"),
        new("S4", "everybody may read everything", "Engagements/Rights.cs", "MayReadAll(Member reader) => reader.IsOwner", "MayReadAll(Member reader) => true"),
        new("S5", "a pain point is anybody's", "PainPoints/PainPointHandler.cs", " || point.By != turn.From.Id)", ")"),
        new("S8", "two people are enough to be shown", "PainPoints/Anonymous/Hiding.cs", "Least = 5", "Least = 2"),
        new("S10", "a pain point outlives its reporter", "Storage/PersonalDataStore.cs", "        db.PainPoints.RemoveRange(points);", ""),
        new("S9", "a trace tells what was said", "Teams/TurnRunner.cs", "        var began = time.GetTimestamp();", "        var began = time.GetTimestamp(); span?.SetTag(\"said\", activity.Text);"),
    ];

    /// <summary>Builds the program with the fault in it.</summary>
    /// <param name="folder">To build in: empty, or the last mutant's, which takes less time.</param>
    public async Task<BotProgram> Build(string folder)
    {
        await Run("git", "-C", BotProgram.Repository, "checkout-index", "--all", "--force", $"--prefix={folder}/");
        var source = Path.Combine(folder, "src", "RoadmapBot", File);
        var text = await System.IO.File.ReadAllTextAsync(source);
        if (text.Split(From) is not [var before, var after])
            throw new InvalidOperationException($"\"{From}\" does not occur once in {File}: mend the mutant.");
        await System.IO.File.WriteAllTextAsync(source, before + To + after);
        await Run("dotnet", "build", Path.Combine(folder, "src", "RoadmapBot"), "-c", "Release", "-v", "q", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false");
        return new BotProgram(Path.Combine(folder, "src", "RoadmapBot", "bin", "Release", "net10.0", "RoadmapBot.dll"));
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{said}");
    }
}
