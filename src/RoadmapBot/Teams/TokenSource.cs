using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace RoadmapBot.Teams;

/// <summary>
/// The bot's own token for the connector (OAuth 2.0 client credentials, RFC 6749 section 4.4). Kept until five minutes before it ends, a short
/// one for half its life. Without an app id (local use) there is none.
/// </summary>
internal sealed class TokenSource(IHttpClientFactory clients, IOptions<TeamsOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _one = new(1);
    private volatile Kept? _kept;

    private sealed record Kept(string Token, DateTimeOffset Until);

    /// <exception cref="HttpRequestException">The token endpoint refused, could not be reached, or gave no token.</exception>
    public async Task<string?> Get(CancellationToken cancel)
    {
        if (options.Value.AppId is not { } appId)
            return null;
        await _one.WaitAsync(cancel);
        try
        {
            if (_kept is not { } kept || kept.Until <= time.GetUtcNow())
                _kept = kept = await Fetch(appId, cancel);
            return kept.Token;
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

    private async Task<Kept> Fetch(string appId, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = appId,
            ["client_secret"] = options.Value.AppSecret ?? "",
            ["scope"] = options.Value.TokenScope,
        });
        using var http = clients.CreateClient(nameof(TokenSource));
        using var response = await http.PostAsync(options.Value.EffectiveTokenUrl, form, cancel);
        response.EnsureSuccessStatusCode();
        var (token, seconds) = Read(await response.Content.ReadAsByteArrayAsync(cancel));
        var life = TimeSpan.FromSeconds(seconds);
        return new Kept(token, time.GetUtcNow() + life - (life < 2 * Margin ? life / 2 : Margin));
    }

    private static Granted Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Granted>(body, JsonSerializerOptions.Web) is { Token.Length: > 0 } granted
                ? granted
                : throw new HttpRequestException("The token endpoint answered without a token.");
        }
        catch (JsonException fault)
        {
            throw new HttpRequestException("The token endpoint did not answer in JSON.", fault);
        }
    }

    private sealed record Granted([property: JsonPropertyName("access_token")] string Token, [property: JsonPropertyName("expires_in")] int Seconds);
}
