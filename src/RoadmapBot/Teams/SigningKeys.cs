using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace RoadmapBot.Teams;

/// <summary>
/// The keys that sign the channel's tokens: fetched when first needed and kept for half a day. A token that names another key makes us look again,
/// at most once a minute, so that forged names cannot make us fetch. While the list cannot be had, the keys of the last one serve on, for some days.
/// </summary>
internal sealed partial class SigningKeys(IOptions<TeamsOptions> options, IHttpClientFactory clients, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestUse = TimeSpan.FromDays(5); // as long as Microsoft's own libraries keep them
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>A request waits for the list no longer than this, so that a host that hangs does not use up the time of a turn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim _one = new(1);
    private volatile KeyList _list = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <param name="NextLook">Before then the list is not fetched again, whatever is asked.</param>
    private sealed record KeyList(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset FreshUntil, DateTimeOffset UsedUntil, DateTimeOffset NextLook)
    {
        public bool Serves(DateTimeOffset now) => Keys.Count > 0 && now < UsedUntil;

        public JsonWebKey? Find(string keyId, DateTimeOffset now) =>
            Serves(now) ? Keys.FirstOrDefault(key => string.Equals(key.Kid, keyId, StringComparison.Ordinal)) : null;

        public bool IsWorthALook(string? keyId, DateTimeOffset now) => now >= NextLook && (now >= FreshUntil || (keyId is not null && Find(keyId, now) is null));
    }

    /// <returns>Null where the channel has no such key, or its keys cannot be had now.</returns>
    public async Task<JsonWebKey?> Find(string keyId, CancellationToken cancel)
    {
        await Refresh(keyId, cancel);
        return _list.Find(keyId, time.GetUtcNow());
    }

    /// <returns>False where no key is known and none can be had now: nobody gets in then.</returns>
    public async Task<bool> AreKnown(CancellationToken cancel)
    {
        await Refresh(null, cancel);
        return _list.Serves(time.GetUtcNow());
    }

    private async Task Refresh(string? keyId, CancellationToken cancel)
    {
        if (!_list.IsWorthALook(keyId, time.GetUtcNow()))
            return;
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

    public void Dispose() => _one.Dispose();

    /// <summary>Not under the caller's cancellation: others wait for the same list.</summary>
    private async Task<KeyList> Look()
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var keys = await Fetch(limit.Token);
            var now = time.GetUtcNow();
            return new KeyList(keys, now + Kept, now + LongestUse, now < _list.FreshUntil ? now + BetweenLooks : now);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or ArgumentException or JsonException)
        {
            Log.NoKeys(log, fault);
            var now = time.GetUtcNow();
            return _list with { NextLook = now + (_list.Serves(now) ? BetweenLooks : AfterFailure) };
        }
    }

    private async Task<IReadOnlyList<JsonWebKey>> Fetch(CancellationToken cancel)
    {
        using var http = clients.CreateClient(nameof(SigningKeys));
        var metadata = OpenIdConnectConfiguration.Create(await http.GetStringAsync(options.Value.OpenIdMetadataUrl, cancel));
        if (!ServiceUrls.IsProtected(metadata.JwksUri))
            throw new IOException("The metadata names no protected address of the keys.");
        var list = new JsonWebKeySet(await http.GetStringAsync(metadata.JwksUri, cancel));
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
