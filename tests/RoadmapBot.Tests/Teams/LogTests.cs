using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

public sealed class LogTests
{
    private const string Canary = "the canary sings";

    [Fact]
    public async Task No_token_no_secret_and_no_word_of_a_person_is_logged_even_when_everything_is()
    {
        await using var guarded = await Guarded.Start(
            new FastClock(),
            [
                .. new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System", "System.Net.Http.HttpClient" }
                    .Select(category => ($"Logging:LogLevel:{category}", "Trace")),
            ]);
        foreach (var fault in (Func<Microsoft.AspNetCore.Http.HttpContext, Task>[])[Answers.Status(401), Answers.Status(429), Answers.Reset])
            guarded.Bot.Connector.Faults.Enqueue(fault);
        var (token, activity) = (guarded.Token().Text(), guarded.Activity());
        (activity["text"], activity["from"]!["name"]) = (Canary, "Nightingale");

        using (await Post($"Bearer {token}"))
            await guarded.Bot.Person("Ada", Guarded.Tenant).Sees("not sure what you want");
        using var forged = await Post($"Bearer {token}x");
        activity["text"] = new JsonArray(Canary);
        using var malformed = await Post($"Bearer {token}");

        var log = guarded.Bot.Log.All;
        Assert.Contains("Trace: ", log, StringComparison.Ordinal);
        Assert.Contains("Executed DbCommand", log, StringComparison.Ordinal);
        Assert.All((string[])[Canary, "Nightingale", Guarded.Secret, "token-1", "token-2", token.Split('.')[1]], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));

        Task<HttpResponseMessage> Post(string header) => new Attempt(guarded.OpenId.Keys[0], guarded.Token(), activity, guarded.Clock.GetUtcNow()) { Headers = _ => [header] }.Post(guarded.Bot.Http);
    }
}
