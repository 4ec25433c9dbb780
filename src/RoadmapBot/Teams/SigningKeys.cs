using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace RoadmapBot.Teams;

/// <summary>
/// The keys that sign the channel's tokens: fetched when first needed and kept for half a day. A token that names another key makes us look again,
/// at most once a minute, so that forged names cannot make us fetch. While the list cannot be had, the keys of the last one serve on.
/// </summary>
internal sealed partial class SigningKeys(IOptions<TeamsOptions> options, IHttpClientFactory clients, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);
    private volatile KeyList _list = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <param name="NextLook">Before then the list is not fetched again, whatever is asked.</param>
    private sealed record KeyList(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset FreshUntil, DateTimeOffset NextLook)
    {
        public JsonWebKey? Find(string keyId) => Keys.FirstOrDefault(key => string.Equals(key.Kid, keyId, StringComparison.Ordinal));

        public bool IsWorthALook(string keyId, DateTimeOffset now) => now >= NextLook && (now >= FreshUntil || Find(keyId) is null);
    }

    /// <returns>Null where the channel has no such key, or its keys cannot be had now.</returns>
    public async Task<JsonWebKey?> Find(string keyId, CancellationToken cancel)
    {
        if (_list.IsWorthALook(keyId, time.GetUtcNow()))
        {
            await _one.WaitAsync(cancel);
            try
            {
                if (_list.IsWorthALook(keyId, time.GetUtcNow()))
                    _list = await Look();
            }
            finally
            {
                _one.Release();
            }
        }

        return _list.Find(keyId);
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Not under the caller's cancellation: others wait for the same list.</summary>
    private async Task<KeyList> Look()
    {
        try
        {
            var keys = await Fetch();
            var now = time.GetUtcNow();
            return new KeyList(keys, now + Kept, now < _list.FreshUntil ? now + BetweenLooks : now);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or ArgumentException or JsonException)
        {
            Log.NoKeys(log, fault);
            return _list with { NextLook = time.GetUtcNow() + AfterFailure };
        }
    }

    private async Task<IReadOnlyList<JsonWebKey>> Fetch()
    {
        using var http = clients.CreateClient(nameof(SigningKeys));
        var metadata = OpenIdConnectConfiguration.Create(await http.GetStringAsync(options.Value.OpenIdMetadataUrl));
        if (!ServiceUrls.IsProtected(metadata.JwksUri))
            throw new IOException("The metadata names no protected address of the keys.");
        var list = new JsonWebKeySet(await http.GetStringAsync(metadata.JwksUri));
        return list.Keys?.Where(key => key.Kty is JsonWebAlgorithmsKeyTypes.RSA && key.Kid is { Length: > 0 }).ToArray() is { Length: > 0 } keys
            ? keys
            : throw new IOException("The list holds no RSA key.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The keys of the channel cannot be had from Teams:OpenIdMetadataUrl; tokens are checked with the keys known so far")]
        public static partial void NoKeys(ILogger log, Exception fault);
    }
}
