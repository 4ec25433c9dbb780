using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace RoadmapBot.Teams;

/// <summary>The one way in: who is it, is it small and well-formed, may this sender post it; then the turn. Every refusal is a plain status.</summary>
internal static class MessagesEndpoint
{
    /// <summary>Teams' own messages stay under 100 KB; a form with long answers fits twice.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>Seconds: long enough for a lock to pass, short enough that nobody waits for an answer that could be had.</summary>
    private const string ComeBackAfter = "5";

    public static void MapMessages(this IEndpointRouteBuilder app) => app.MapPost("/api/messages", Post);

    private static async Task<IResult> Post(HttpContext http, TurnRunner turns, IOptions<TeamsOptions> options, IHostEnvironment environment)
    {
        var channel = await http.AuthenticateAsync(ChannelToken.SchemeName);
        var isLocal = !channel.Succeeded && IsLocal(http, environment);
        if (!channel.Succeeded && !isLocal)
            return Refuse(StatusCodes.Status401Unauthorized, "A valid token of the Bot Framework channel is needed.");
        if (!http.Request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.");

        var (body, status) = await ReadBody(http);
        if (body is null)
            return Refuse(status, $"The body could not be read, or is larger than {LargestBody / 1024} KB.");
        switch (ActivityReader.Read(body))
        {
            case ActivityReader.Outcome.Malformed { Fault: var fault }:
                return Refuse(StatusCodes.Status400BadRequest, fault);
            case ActivityReader.Outcome.Read { Activity: var activity }:
                var mayPost = isLocal
                    ? ServiceUrls.IsLoopback(activity.ServiceUrl!)
                    : ChannelToken.MayPost(channel.Principal!, activity)
                        && ServiceUrls.IsAllowed(activity.ServiceUrl!, options.Value.AllowedOrigins)
                        && IsForUs(activity, options.Value);
                if (!mayPost)
                    return Refuse(StatusCodes.Status403Forbidden, "This sender may not post this activity.");
                var response = await turns.Run(activity);
                if (response.Status == StatusCodes.Status503ServiceUnavailable)
                    http.Response.Headers.RetryAfter = ComeBackAfter;
                return response.Body is { } json
                    ? Results.Text(json, "application/json", statusCode: response.Status)
                    : Results.StatusCode(response.Status);
            default:
                throw new UnreachableException();
        }
    }

    private static IResult Refuse(int status, string why) => Results.Problem(statusCode: status, detail: why);

    /// <summary>Local use needs no token: only in Development, only from this machine, only where no token is offered.</summary>
    private static bool IsLocal(HttpContext http, IHostEnvironment environment) =>
        environment.IsDevelopment() && http.Request.Headers.Authorization.Count == 0 && LocalUse.IsFromHere(http);

    private static bool IsForUs(Activity activity, TeamsOptions options)
    {
        var tenants = new[] { activity.Conversation?.TenantId, activity.ChannelData?.At("tenant", "id")?.Text }.OfType<string>().Distinct().ToArray();
        return activity.ChannelId is "msteams"
            && activity.Recipient?.Id is { } recipient && (recipient == options.AppId || recipient == $"28:{options.AppId}")
            && tenants is [{ Length: > 0 } tenant]
            && (options.AllowedTenants.Length == 0 || options.AllowedTenants.Contains(tenant));
    }

    private static async Task<(byte[]? Body, int Status)> ReadBody(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
            return (null, StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return body.Length > LargestBody ? (null, StatusCodes.Status413PayloadTooLarge) : (body.ToArray(), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode);
        }
    }
}
