using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Wire;

/// <summary>Whoever is not the channel, or is the channel but not speaking to us: groups A to G of section 1.3 of the requirements, each by its name. What the tab needs is not there, for there is no tab.</summary>
internal static class Forgeries
{
    private static readonly ChannelKey Foreign = ChannelKey.Make("key-1", "msteams");
    private static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

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
        ["an encrypted token"] = one => one.Headers = _ => [$"Bearer {ChannelJwt.Base64("""{"alg":"RSA-OAEP","enc":"A256GCM","kid":"key-1"}"""u8.ToArray())}.YmF6.YmF6.YmF6.YmF6"],
        ["a token in the address"] = one => (one.Headers, one.Query) = (_ => [], token => $"?access_token={token}"),
        ["a header in the address"] = one => (one.Headers, one.Query) = (_ => [], token => $"?authorization=Bearer%20{token}"),
        ["a token in a cookie"] = one => (one.Headers, one.Also) = (_ => [], token => ("Cookie", $"access_token={token}; Authorization=Bearer {token}")),
        ["a token in the body"] = one => (one.Headers, one.Activity["access_token"]) = (_ => [], one.Token.Text()),
        ["a token for the proxy"] = one => (one.Headers, one.Also) = (_ => [], token => ("Proxy-Authorization", $"Bearer {token}")),
    };

    private static readonly Dictionary<string, Action<Attempt>> Signatures = new()
    {
        ["alg none"] = one => (one.Token.Header["alg"], one.Token.Signature) = ("none", _ => []),
        ["alg None, signed"] = one => one.Token.Header["alg"] = "None",
        ["alg NONE"] = one => (one.Token.Header["alg"], one.Token.Signature) = ("NONE", _ => []),
        ["alg empty"] = one => one.Token.Header["alg"] = "",
        ["alg missing"] = one => one.Token.Header.Remove("alg"),
        ["alg a number"] = one => one.Token.Header["alg"] = 256,
        ["empty signature"] = one => one.Token.Signature = _ => [],
        ["signature cut short"] = one => one.Token.Signature = bytes => Sign(one, bytes)[..^1],
        ["the signature of another token"] = one => one.Token.Signature = _ => Sign(one, "another.token"u8.ToArray()),
        ["another key of the same name"] = one => one.Token.Signature = Abroad,
        ["claims changed after signing"] = one => one.Headers = token => [$"Bearer {Edited(token)}"],
        ["HS256 with the public key as PEM"] = one => Hs256(one, Encoding.ASCII.GetBytes(one.Key.Rsa.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the public key as DER"] = one => Hs256(one, one.Key.Rsa.ExportSubjectPublicKeyInfo()),
        ["HS256 with the modulus"] = one => Hs256(one, one.Key.Rsa.ExportParameters(false).Modulus!),
        ["HS256 with nothing"] = one => Hs256(one, []),
        ["RS384 by the right key"] = one => Signed(one, "RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        ["RS512 by the right key"] = one => Signed(one, "RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ["PS256 by the right key"] = one => Signed(one, "PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ["ES256 of zeros"] = one => (one.Token.Header["alg"], one.Token.Signature) = ("ES256", _ => new byte[64]),
        ["ES256 by a foreign key"] = one => (one.Token.Header["alg"], one.Token.Signature) = ("ES256", bytes => Curve.SignData(bytes, HashAlgorithmName.SHA256)),
        ["a key in the header"] = one => (one.Token.Header["jwk"], one.Token.Signature) = (Foreign.Public(), Abroad),
        ["a key list in the header"] = one => (one.Token.Header["jku"], one.Token.Header["kid"]) = ("https://evil.test/keys", "evil"),
        ["a key list in the header beside a good name"] = one => (one.Token.Header["jku"], one.Token.Signature) = ("https://evil.test/keys", Abroad),
        ["the address of a certificate in the header"] = one => (one.Token.Header["x5u"], one.Token.Signature) = ("https://evil.test/certificate", Abroad),
        ["a certificate in the header"] = one => (one.Token.Header["x5c"], one.Token.Signature) = (new JsonArray(Convert.ToBase64String(Foreign.Rsa.ExportSubjectPublicKeyInfo())), Abroad),
        ["an extension that must be understood"] = one => one.Token.Header["crit"] = new JsonArray("b64"),
        ["claims that are not encoded"] = one => (one.Token.Header["crit"], one.Token.Header["b64"]) = (new JsonArray("b64"), false),
        ["no kid"] = one => one.Token.Header.Remove("kid"),
        ["kid not known"] = one => one.Token.Header["kid"] = "key-2",
        ["kid a path"] = one => one.Token.Header["kid"] = "../../dev/null",
        ["kid a statement"] = one => one.Token.Header["kid"] = "' OR 1=1 --",
        ["kid in another case"] = one => one.Token.Header["kid"] = "KEY-1",
        ["kid an array"] = one => one.Token.Header["kid"] = new JsonArray("key-1"),
    };

    private static readonly Dictionary<string, Action<Attempt>> Claims = new()
    {
        ["exp past the skew"] = one => one.Token.Claims["exp"] = one.In(minutes: -6),
        ["exp missing"] = one => one.Token.Claims.Remove("exp"),
        ["exp a word"] = one => one.Token.Claims["exp"] = "never",
        ["exp negative"] = one => one.Token.Claims["exp"] = -1,
        ["exp beyond every number"] = one => one.Token.Claims["exp"] = JsonNode.Parse("1e400"),
        ["exp null"] = one => one.Token.Claims["exp"] = null,
        ["exp a list"] = one => one.Token.Claims["exp"] = new JsonArray(one.In(minutes: 60)),
        ["nbf ahead of the skew"] = one => one.Token.Claims["nbf"] = one.In(minutes: 6),
        ["nbf after exp"] = one => (one.Token.Claims["nbf"], one.Token.Claims["exp"]) = (one.In(minutes: 4), one.In(minutes: 3)),
        ["iss missing"] = one => one.Token.Claims.Remove("iss"),
        ["iss somebody else"] = one => one.Token.Claims["iss"] = "https://evil.test",
        ["iss by plain http"] = one => one.Token.Claims["iss"] = ((string)one.Token.Claims["iss"]!).Replace("https:", "http:", StringComparison.Ordinal),
        ["iss with a slash"] = one => one.Token.Claims["iss"] += "/",
        ["iss longer"] = one => one.Token.Claims["iss"] += ".evil.test",
        ["iss of the American government's cloud"] = one => one.Token.Claims["iss"] = "https://api.botframework.us",
        ["iss of the Chinese cloud"] = one => one.Token.Claims["iss"] = "https://api.botframework.azure.cn",
        ["iss of Entra, version 1"] = one => one.Token.Claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        ["iss of Entra, version 2"] = one => one.Token.Claims["iss"] = $"https://login.microsoftonline.com/{one.Tenant}/v2.0",
        ["iss of Entra for a foreign tenant"] = one => one.Token.Claims["iss"] = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
        ["a token of a person for an API"] = one => (one.Token.Claims["iss"], one.Token.Claims["scp"], one.Token.Claims["tid"]) = ($"https://login.microsoftonline.com/{one.Tenant}/v2.0", "access_as_user", one.Tenant),
        ["a token of another app for us"] = one => (one.Token.Claims["iss"], one.Token.Claims["azp"], one.Token.Claims["idtyp"]) = ($"https://login.microsoftonline.com/{one.Tenant}/v2.0", "99999999-4b5a-4968-8776-655443322110", "app"),
        ["aud missing"] = one => one.Token.Claims.Remove("aud"),
        ["aud another bot"] = one => one.Token.Claims["aud"] = "99999999-4b5a-4968-8776-655443322110",
        ["aud of an API"] = one => one.Token.Claims["aud"] = $"api://{one.AppId}",
        ["aud in upper case"] = one => one.Token.Claims["aud"] = one.AppId.ToUpperInvariant(),
        ["aud with a space"] = one => one.Token.Claims["aud"] = $"{one.AppId} ",
        ["aud a list without us"] = one => one.Token.Claims["aud"] = new JsonArray("a", "b"),
        ["serviceurl missing"] = one => one.Token.Claims.Remove("serviceurl"),
        ["serviceurl another"] = one => one.Token.Claims["serviceurl"] = "https://smba.trafficmanager.net/amer/",
        ["serviceurl with a slash more"] = one => one.Token.Claims["serviceurl"] += "/",
        ["serviceurl with another path"] = one => one.Token.Claims["serviceurl"] += "/emea",
        ["serviceurl twice"] = one => one.Token.Claims["serviceurl"] = new JsonArray(one.ServiceUrl, one.ServiceUrl),
        ["an endorsement among the claims"] = one => (one.Token.Claims["endorsement"], one.Activity["channelId"]) = ("webchat", "webchat"),
    };

    private static readonly Dictionary<string, Action<Attempt>> Activities = new()
    {
        ["no service URL in the body"] = one => one.Activity.Remove("serviceUrl"),
        ["a service URL that is null"] = one => one.Activity["serviceUrl"] = null,
        ["a foreign host in both"] = one => one.ServedAt("https://evil.test/"),
        ["plain http in both"] = one => one.ServedAt("http://smba.trafficmanager.net/amer/"),
        ["a foreign host of the shared domain in both"] = one => one.ServedAt("https://evil.trafficmanager.net/"),
        ["an allowed host as user name in both"] = one => one.ServedAt($"{one.ServiceUrl}@evil.test/"),
        ["an allowed host as prefix in both"] = one => one.ServedAt($"{one.ServiceUrl}.evil.test/"),
        ["this machine as a number in both"] = one => one.ServedAt("http://2130706433/"),
        ["this machine in IPv6 in both"] = one => one.ServedAt("http://[::1]/"),
        ["the address of cloud metadata in both"] = one => one.ServedAt("http://169.254.169.254/"),
        ["a backslash in both"] = one => one.ServedAt($"{one.ServiceUrl}\\@evil.test/"),
        ["channel of the emulator"] = one => one.Activity["channelId"] = "emulator",
        ["channel of Direct Line"] = one => one.Activity["channelId"] = "directline",
        ["channel of the web chat"] = one => one.Activity["channelId"] = "webchat",
        ["channel in another case"] = one => one.Activity["channelId"] = "MSTeams",
        ["channel empty"] = one => one.Activity["channelId"] = "",
        ["channel missing"] = one => one.Activity.Remove("channelId"),
        ["recipient another bot"] = one => one.Activity["recipient"] = new JsonObject { ["id"] = "28:99999999-4b5a-4968-8776-655443322110" },
        ["recipient missing"] = one => one.Activity.Remove("recipient"),
        ["tenant not allowed"] = one => one.InTenant("tenant-9", "tenant-9"),
        ["two tenants"] = one => one.InTenant(one.Tenant, "tenant-9"),
        ["tenant missing"] = one => one.InTenant(null, null),
        ["tenant empty"] = one => one.InTenant("", ""),
    };

    public static IReadOnlyDictionary<string, Action<Attempt>> Table { get; } = new[] { Envelopes, Signatures, Claims, Activities }.SelectMany(table => table).ToDictionary();

    private static byte[] Sign(Attempt one, byte[] bytes) => one.Key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] Abroad(byte[] bytes) => Foreign.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static void Signed(Attempt one, string alg, HashAlgorithmName hash, RSASignaturePadding padding) =>
        (one.Token.Header["alg"], one.Token.Signature) = (alg, bytes => one.Key.Rsa.SignData(bytes, hash, padding));

    private static void Hs256(Attempt one, byte[] key) => (one.Token.Header["alg"], one.Token.Signature) = ("HS256", bytes => HMACSHA256.HashData(key, bytes));

    private static string Edited(string token)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("\"nbf\":", "\"nbf\":1,\"was\":", StringComparison.Ordinal);
        return $"{parts[0]}.{ChannelJwt.Base64(Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }
}
