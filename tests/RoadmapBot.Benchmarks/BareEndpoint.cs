using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RoadmapBot.Benchmarks;

/// <summary>What any bot costs at least: the activity is parsed, one reply is posted, nothing is checked and nothing is kept.</summary>
internal static class BareEndpoint
{
    private sealed record Place(string Id);

    private sealed record Incoming(string Type, string Id, string ServiceUrl, Place Conversation, string? Text);

    private sealed record Outgoing(string Type, string Text);

    public static async Task Serve(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        using var http = new HttpClient();
        await using var app = builder.Build();
        app.MapGet("/privacy", () => "ready");
        app.MapPost("/api/messages", async (Incoming activity) =>
        {
            using var reply = JsonContent.Create(new Outgoing("message", $"You said: {activity.Text}"));
            using var response = await http.PostAsync($"{activity.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities", reply);
            return Results.StatusCode((int)response.StatusCode is 201 ? 200 : 502);
        });
        await app.RunAsync();
    }
}
