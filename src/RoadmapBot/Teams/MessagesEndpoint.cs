using System.Diagnostics;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace RoadmapBot.Teams;

/// <summary>The one way in: who is it, is it small and well-formed, may this sender post it; then the turn. Every refusal is a plain status.</summary>
internal static class MessagesEndpoint
{
    /// <summary>Teams' own messages stay under 100 KB; a form with long answers fits twice.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>How long Teams should wait with what there was no room or no database for: long enough for a lock to pass, short enough that nobody waits for an answer that could be had.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static void MapMessages(this IEndpointRouteBuilder app) => app.MapPost("/api/messages", Post);

    /// <param name="room">The places that turns have: one that finds none is told to come again, before its body takes any memory.</param>
    private static async Task<IResult> Post(HttpContext http, TurnRunner turns, ConcurrencyLimiter room, IOptions<TeamsOptions> options, IHostEnvironment environment)
    {
        var channel = await http.AuthenticateAsync(ChannelToken.SchemeName);
        var isLocal = !channel.Succeeded && IsLocal(http, environment);
        if (!channel.Succeeded && !isLocal)
            return Refuse(StatusCodes.Status401Unauthorized, "A valid token of the Bot Framework channel is needed.", channel.Failure?.Message ?? "not one token");
        if (!http.Request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.", "not JSON");
        using var place = room.AttemptAcquire();
        if (!place.IsAcquired)
            return ComeAgain(http, Refuse(StatusCodes.Status503ServiceUnavailable, "The bot is busy; post this again later.", "busy"));

        var (body, status) = await ReadBody(http);
        if (body is null)
            return Refuse(status, $"The body could not be read, or is larger than {LargestBody / 1024} KB.", "body not readable or too large");
        switch (ActivityReader.Read(body))
        {
            case ActivityReader.Outcome.Malformed { Fault: var fault }:
                return Refuse(StatusCodes.Status400BadRequest, fault, "malformed");
            case ActivityReader.Outcome.Read { Activity: var activity }:
                if (Objection(channel, isLocal, activity, options.Value) is { } objection)
                    return Refuse(StatusCodes.Status403Forbidden, "This sender may not post this activity.", objection);
                var response = await turns.Run(activity);
                var result = response.Body is { } json
                    ? Results.Text(json, "application/json", statusCode: response.Status)
                    : Results.StatusCode(response.Status);
                return response.Status is StatusCodes.Status503ServiceUnavailable ? ComeAgain(http, result) : result;
            default:
                throw new UnreachableException();
        }
    }

    /// <returns>Why this sender may not post the activity, in words of ours for a metric; null where it may.</returns>
    private static string? Objection(AuthenticateResult channel, bool isLocal, Activity activity, TeamsOptions options)
    {
        if (isLocal)
            return ServiceUrls.IsLoopback(activity.ServiceUrl!) ? null : "local, but the answer would leave this machine";
        if (!ChannelToken.MayPost(channel.Principal!, activity))
            return "the token speaks for another service URL or channel";
        return !ServiceUrls.IsAllowed(activity.ServiceUrl!, options.AllowedOrigins) ? "service URL not allowed"
            : IsForUs(activity, options) ? null : "for another bot, channel or tenant";
    }

    private static IResult Refuse(int status, string why, string reason)
    {
        Telemetry.Refused(reason);
        return Results.Problem(statusCode: status, detail: why);
    }

    private static IResult ComeAgain(HttpContext http, IResult result)
    {
        http.Response.Headers.RetryAfter = Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return result;
    }

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
