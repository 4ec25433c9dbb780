using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace RoadmapBot.Teams;

/// <summary>
/// The keys that sign the channel's tokens: fetched when first needed, kept for half a day, fetched again when a token names a key that is not
/// among them (at most once a minute, so that forged key ids cannot make us fetch).
/// </summary>
internal sealed class SigningKeys
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;

    public SigningKeys(IOptions<TeamsOptions> options, IHttpClientFactory clients)
    {
        // Without this, a refresh that an unknown key asks for would only serve the token after it.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        var address = options.Value.OpenIdMetadataUrl;
        var retriever = new HttpDocumentRetriever(clients.CreateClient(nameof(SigningKeys)))
        {
            RequireHttps = address.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        };
        _metadata = new(address, new OpenIdConnectConfigurationRetriever(), retriever)
        {
            AutomaticRefreshInterval = TimeSpan.FromHours(12),
            RefreshInterval = TimeSpan.FromMinutes(1),
        };
    }

    /// <exception cref="InvalidOperationException">No key can be had now.</exception>
    public async Task<JsonWebKey?> Find(string keyId, CancellationToken cancel)
    {
        if (Known(await _metadata.GetConfigurationAsync(cancel), keyId) is { } key)
            return key;
        _metadata.RequestRefresh();
        return Known(await _metadata.GetConfigurationAsync(cancel), keyId);
    }

    private static JsonWebKey? Known(OpenIdConnectConfiguration metadata, string keyId) =>
        metadata.JsonWebKeySet?.Keys.FirstOrDefault(key => string.Equals(key.Kid, keyId, StringComparison.Ordinal) && key.Kty is JsonWebAlgorithmsKeyTypes.RSA);
}
