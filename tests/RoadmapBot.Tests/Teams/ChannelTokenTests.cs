using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>Whoever is not the channel, or is the channel but not speaking to us, gets 401 or 403; nothing is stored, nothing is sent.</summary>
public sealed class ChannelTokenTests(Guarded guarded) : IClassFixture<Guarded>
{
    private static readonly ChannelKey Foreign = ChannelKey.Make("key-1", "msteams");

    private static readonly Dictionary<string, Action<Attempt>> Envelopes = new()
    {
        ["no header"] = one => one.Headers = _ => [],
        ["empty header"] = one => one.Headers = _ => [""],
        ["Bearer alone"] = one => one.Headers = _ => ["Bearer"],
        ["Bearer and a space"] = one => one.Headers = _ => ["Bearer "],
        ["Basic"] = one => one.Headers = _ => ["Basic " + Convert.ToBase64String("bot:secret"u8)],
        ["another scheme"] = one => one.Headers = token => [$"Potato {token}"],
        ["no scheme"] = one => one.Headers = token => [token],
        ["two headers"] = one => one.Headers = token => [$"Bearer {token}", $"Bearer {token}"],
        ["two tokens in one header"] = one => one.Headers = token => [$"Bearer {token}, Bearer {token}"],
        ["a token of 20 KB"] = one => one.Token.Claims["filler"] = new string('x', 20_000),
        ["garbage"] = one => one.Headers = _ => ["Bearer not-a-token"],
        ["three segments of garbage"] = one => one.Headers = _ => ["Bearer Zm9v.YmFy.YmF6"],
        ["a header that is an array"] = one => one.Headers = _ => [$"Bearer {ChannelJwt.Base64("[]"u8.ToArray())}.e30.YmF6"],
        ["a header cut short"] = one => one.Headers = token => [$"Bearer {token[4..]}"],
        ["one segment"] = one => one.Headers = token => [$"Bearer {token.Split('.')[0]}"],
        ["two segments"] = one => one.Headers = token => [$"Bearer {token[..token.LastIndexOf('.')]}"],
        ["four segments"] = one => one.Headers = token => [$"Bearer {token}.YmF6"],
        ["five segments"] = one => one.Headers = token => [$"Bearer {token}.YmF6.YmF6"],
    };

    private static readonly Dictionary<string, Action<Attempt>> Signatures = new()
    {
        ["alg none"] = one => (one.Token.Header["alg"], one.Token.Signature) = ("none", _ => []),
        ["alg None, signed"] = one => one.Token.Header["alg"] = "None",
        ["alg empty"] = one => one.Token.Header["alg"] = "",
        ["alg missing"] = one => one.Token.Header.Remove("alg"),
        ["alg a number"] = one => one.Token.Header["alg"] = 256,
        ["empty signature"] = one => one.Token.Signature = _ => [],
        ["signature cut short"] = one => one.Token.Signature = bytes => Sign(one, bytes)[..^1],
        ["another key of the same name"] = one => one.Token.Signature = bytes => Sign(Foreign.Rsa, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ["claims changed after signing"] = one => one.Headers = token => [$"Bearer {Edited(token)}"],
        ["HS256 with the public key as PEM"] = one => Hs256(one, Encoding.ASCII.GetBytes(one.Key.Rsa.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the public key as DER"] = one => Hs256(one, one.Key.Rsa.ExportSubjectPublicKeyInfo()),
        ["HS256 with the modulus"] = one => Hs256(one, one.Key.Rsa.ExportParameters(false).Modulus!),
        ["RS512 by the right key"] = one => Signed(one, "RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ["PS256 by the right key"] = one => Signed(one, "PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ["ES256 of zeros"] = one => (one.Token.Header["alg"], one.Token.Signature) = ("ES256", _ => new byte[64]),
        ["a key in the header"] = one =>
        {
            one.Token.Header["jwk"] = Foreign.Public();
            one.Token.Signature = bytes => Sign(Foreign.Rsa, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        },
        ["a key list in the header"] = one => (one.Token.Header["jku"], one.Token.Header["kid"]) = ("https://evil.test/keys", "evil"),
        ["an extension that must be understood"] = one => one.Token.Header["crit"] = new JsonArray("b64"),
        ["no kid"] = one => one.Token.Header.Remove("kid"),
        ["kid not known"] = one => one.Token.Header["kid"] = "key-2",
        ["kid a path"] = one => one.Token.Header["kid"] = "../../dev/null",
        ["kid an array"] = one => one.Token.Header["kid"] = new JsonArray("key-1"),
    };

    private static readonly Dictionary<string, Action<Attempt>> Claims = new()
    {
        ["exp past the skew"] = one => one.Token.Claims["exp"] = one.In(minutes: -6),
        ["exp missing"] = one => one.Token.Claims.Remove("exp"),
        ["exp a word"] = one => one.Token.Claims["exp"] = "never",
        ["exp negative"] = one => one.Token.Claims["exp"] = -1,
        ["exp beyond every number"] = one => one.Token.Claims["exp"] = JsonNode.Parse("1e400"),
        ["nbf ahead of the skew"] = one => one.Token.Claims["nbf"] = one.In(minutes: 6),
        ["nbf after exp"] = one => (one.Token.Claims["nbf"], one.Token.Claims["exp"]) = (one.In(minutes: 4), one.In(minutes: 3)),
        ["iss missing"] = one => one.Token.Claims.Remove("iss"),
        ["iss somebody else"] = one => one.Token.Claims["iss"] = "https://evil.test",
        ["iss with a slash"] = one => one.Token.Claims["iss"] += "/",
        ["iss longer"] = one => one.Token.Claims["iss"] += ".evil.test",
        ["iss of Entra, version 1"] = one => one.Token.Claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        ["iss of Entra, version 2"] = one => one.Token.Claims["iss"] = $"https://login.microsoftonline.com/{Guarded.Tenant}/v2.0",
        ["aud missing"] = one => one.Token.Claims.Remove("aud"),
        ["aud another bot"] = one => one.Token.Claims["aud"] = "99999999-4b5a-4968-8776-655443322110",
        ["aud of an API"] = one => one.Token.Claims["aud"] = $"api://{Guarded.AppId}",
        ["aud in upper case"] = one => one.Token.Claims["aud"] = Guarded.AppId.ToUpperInvariant(),
        ["aud a list without us"] = one => one.Token.Claims["aud"] = new JsonArray("a", "b"),
        ["serviceurl missing"] = one => one.Token.Claims.Remove("serviceurl"),
        ["serviceurl another"] = one => one.Token.Claims["serviceurl"] = "https://smba.trafficmanager.net/amer/",
        ["serviceurl with a slash more"] = one => one.Token.Claims["serviceurl"] += "/",
        ["serviceurl twice"] = one => one.Token.Claims["serviceurl"] = new JsonArray(one.ServiceUrl, one.ServiceUrl),
    };

    private static readonly Dictionary<string, Action<Attempt>> Activities = new()
    {
        ["a foreign host in both"] = one => one.ServedAt("https://evil.test/"),
        ["a foreign host of the shared domain in both"] = one => one.ServedAt("https://evil.trafficmanager.net/"),
        ["an allowed host as user name in both"] = one => one.ServedAt($"{one.ServiceUrl}@evil.test/"),
        ["an allowed host as prefix in both"] = one => one.ServedAt($"{one.ServiceUrl}.evil.test/"),
        ["the address of cloud metadata in both"] = one => one.ServedAt("http://169.254.169.254/"),
        ["a backslash in both"] = one => one.ServedAt($"{one.ServiceUrl}\\@evil.test/"),
        ["channel of the emulator"] = one => one.Activity["channelId"] = "emulator",
        ["channel in another case"] = one => one.Activity["channelId"] = "MSTeams",
        ["channel missing"] = one => one.Activity.Remove("channelId"),
        ["recipient another bot"] = one => one.Activity["recipient"] = new JsonObject { ["id"] = "28:99999999-4b5a-4968-8776-655443322110" },
        ["recipient missing"] = one => one.Activity.Remove("recipient"),
        ["tenant not allowed"] = one => one.InTenant("tenant-2", "tenant-2"),
        ["two tenants"] = one => one.InTenant(Guarded.Tenant, "tenant-2"),
        ["tenant missing"] = one => one.InTenant(null, null),
        ["tenant empty"] = one => one.InTenant("", ""),
    };

    public static TheoryData<string> Forgeries => [.. Envelopes.Keys, .. Signatures.Keys, .. Claims.Keys, .. Activities.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forgery_is_refused_and_leaves_no_trace(string forgery)
    {
        var rows = guarded.Bot.Rows();
        var attempt = new Attempt(guarded);
        new[] { Envelopes, Signatures, Claims, Activities }.First(table => table.ContainsKey(forgery))[forgery](attempt);

        using var response = await attempt.Post();

        Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{response.StatusCode}");
        Assert.Equal(rows, guarded.Bot.Rows());
        Assert.Empty(guarded.Bot.Connector.Calls);
        Assert.Empty(guarded.OpenId.TokenForms);
        Assert.Empty(guarded.Bot.Log.Errors);
    }

    [Theory]
    [InlineData("?access_token=")]
    [InlineData("?authorization=Bearer%20")]
    public async Task A_token_in_the_address_is_none(string query)
    {
        using var response = await guarded.Bot.Http.PostAsync(
            "/api/messages" + query + guarded.Token().Text(), new StringContent(guarded.Activity().ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static byte[] Sign(Attempt one, byte[] bytes) => Sign(one.Key.Rsa, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] Sign(RSA rsa, byte[] bytes, HashAlgorithmName hash, RSASignaturePadding padding) => rsa.SignData(bytes, hash, padding);

    private static void Signed(Attempt one, string alg, HashAlgorithmName hash, RSASignaturePadding padding) =>
        (one.Token.Header["alg"], one.Token.Signature) = (alg, bytes => Sign(one.Key.Rsa, bytes, hash, padding));

    private static void Hs256(Attempt one, byte[] key) => (one.Token.Header["alg"], one.Token.Signature) = ("HS256", bytes => HMACSHA256.HashData(key, bytes));

    private static string Edited(string token)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("\"nbf\":", "\"nbf\":1,\"was\":", StringComparison.Ordinal);
        return $"{parts[0]}.{ChannelJwt.Base64(Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }

    /// <summary>A good request, for a forger to change.</summary>
    private sealed class Attempt(Guarded guarded)
    {
        public ChannelKey Key => guarded.OpenId.Keys[0];

        public string ServiceUrl => guarded.Bot.Connector.Url;

        public ChannelJwt Token { get; } = guarded.Token();

        public JsonObject Activity { get; } = guarded.Activity();

        public Func<string, string[]> Headers { get; set; } = token => [$"Bearer {token}"];

        public long In(int minutes) => guarded.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

        public void ServedAt(string url) => (Token.Claims["serviceurl"], Activity["serviceUrl"]) = (url, url);

        public void InTenant(string? ofConversation, string? ofChannelData)
        {
            Activity["conversation"]!["tenantId"] = ofConversation;
            Activity["channelData"]!["tenant"]!["id"] = ofChannelData;
        }

        public Task<HttpResponseMessage> Post() => guarded.Post(Activity, Headers(Token.Text()));
    }
}
