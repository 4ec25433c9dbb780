using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RoadmapBot.Teams;

/// <summary>
/// Who may post activities: the Bot Framework channel, by its signed token. Rules of
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication; what depends on the activity is checked in
/// <see cref="MayPost"/>. Tokens of Entra ID are refused, whoever they are for: they do not say which service URL they speak for.
/// </summary>
internal sealed class ChannelToken(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory logs, UrlEncoder encoder, SigningKeys keys, IOptions<TeamsOptions> options, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, logs, encoder)
{
    public const string SchemeName = "ChannelToken";

    private const int LongestToken = 16 * 1024;
    private const string Bearer = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";
    private const string EndorsementClaim = "endorsement";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header])
            return AuthenticateResult.NoResult();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > LongestToken)
            return AuthenticateResult.Fail("not one bearer token");
        try
        {
            return await Check(header[Bearer.Length..].Trim());
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or JsonException or InvalidOperationException or OverflowException)
        {
            // The library reads parts of a token late, and throws where one is not of its type.
            return AuthenticateResult.Fail("not a token in the compact form of RFC 7519");
        }
    }

    private async Task<AuthenticateResult> Check(string text)
    {
        if (!Tokens.CanReadToken(text) || Tokens.ReadJsonWebToken(text) is not { Alg: SecurityAlgorithms.RsaSha256, Kid: { Length: > 0 } keyId, InnerToken: null } token)
            return AuthenticateResult.Fail("not a token signed with RS256 by a named key");
        if (token.TryGetHeaderValue<object>("crit", out _))
            return AuthenticateResult.Fail("an extension that we do not know must be understood"); // RFC 7515, 4.1.11
        if (await keys.Find(keyId, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("the signing key is not known");

        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Value.Issuer,
            ValidAudience = options.Value.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = IsAlive,
        });
        if (!result.IsValid)
            return AuthenticateResult.Fail(Fault(result.Exception));

        // Only what we look at: a claim of the token must not pass for an endorsement of its key.
        var claims = token.Claims.Where(claim => claim.Type == ServiceUrlClaim).Concat(Endorsements(key).Select(channel => new Claim(EndorsementClaim, channel)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
    }

    /// <summary>The failure goes into a metric: words of ours only, nothing of the token.</summary>
    private static string Fault(Exception fault) => fault switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => "the token is not valid at this time",
        SecurityTokenInvalidAudienceException => "the token is for another audience",
        SecurityTokenInvalidIssuerException => "the token is from another issuer",
        SecurityTokenInvalidSignatureException => "the signature is wrong",
        _ => "the token is not valid",
    };

    /// <summary>Whether a valid token may post this activity: the service URL it was issued for, and a channel that its key is endorsed for.</summary>
    public static bool MayPost(ClaimsPrincipal channel, Activity activity) =>
        channel.FindAll(ServiceUrlClaim).ToArray() is [var serviceUrl]
        && string.Equals(serviceUrl.Value, activity.ServiceUrl, StringComparison.Ordinal)
        && channel.FindAll(EndorsementClaim).Any(endorsed => string.Equals(endorsed.Value, activity.ChannelId, StringComparison.Ordinal));

    private bool IsAlive(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters rules)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && end > now - Skew && (from is not { } start || (start <= now + Skew && start < end));
    }

    private static IEnumerable<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var listed) && listed is JsonElement { ValueKind: JsonValueKind.Array } channels
            ? channels.EnumerateArray().Where(channel => channel.ValueKind is JsonValueKind.String).Select(channel => channel.GetString()!)
            : listed is IEnumerable<object> values ? values.OfType<string>() : [];
}
