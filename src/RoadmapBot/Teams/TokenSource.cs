using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace RoadmapBot.Teams;

/// <summary>
/// The bot's own token for the connector (OAuth 2.0 client credentials, RFC 6749 section 4.4). Kept until five minutes before it ends.
/// Without an app id (local use) there is none.
/// </summary>
internal sealed class TokenSource(IHttpClientFactory clients, IOptions<TeamsOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _one = new(1);
    private (string Token, DateTimeOffset Until)? _kept;

    /// <exception cref="HttpRequestException">The token endpoint refused or could not be reached.</exception>
    public async Task<string?> Get(CancellationToken cancel)
    {
        if (options.Value.AppId is not { } appId)
            return null;
        await _one.WaitAsync(cancel);
        try
        {
            if (_kept is { } kept && kept.Until > time.GetUtcNow())
                return kept.Token;
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = appId,
                ["client_secret"] = options.Value.AppSecret ?? "",
                ["scope"] = options.Value.TokenScope,
            });
            using var response = await clients.CreateClient(nameof(TokenSource)).PostAsync(options.Value.EffectiveTokenUrl, form, cancel);
            response.EnsureSuccessStatusCode();
            var granted = await response.Content.ReadFromJsonAsync<Granted>(cancel);
            if (granted is not { Token.Length: > 0 })
                throw new HttpRequestException("The token endpoint answered without a token.");
            _kept = (granted.Token, time.GetUtcNow() + TimeSpan.FromSeconds(granted.Seconds) - Margin);
            return granted.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The connector did not accept the token: the next call fetches another.</summary>
    public void Drop(string token)
    {
        if (_kept?.Token == token)
            _kept = null;
    }

    public void Dispose() => _one.Dispose();

    private sealed record Granted([property: JsonPropertyName("access_token")] string Token, [property: JsonPropertyName("expires_in")] int Seconds);
}
