using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Wire;

/// <summary>A token as the channel makes it, or as a forger would: every part can be set, none is checked.</summary>
internal sealed class ChannelJwt(ChannelKey key)
{
    public JsonObject Header { get; } = new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = key.Id, ["x5t"] = key.Id };

    public JsonObject Claims { get; } = [];

    /// <summary>Makes the signature from what is signed; the channel's own where null.</summary>
    public Func<byte[], byte[]>? Signature { get; set; }

    /// <param name="now">When it is issued; it lives an hour.</param>
    public static ChannelJwt Good(FakeOpenId openId, string appId, string serviceUrl, DateTimeOffset now, ChannelKey? key = null)
    {
        var token = new ChannelJwt(key ?? openId.Keys[0]);
        token.Claims["iss"] = FakeOpenId.Issuer;
        token.Claims["aud"] = appId;
        token.Claims["serviceurl"] = serviceUrl;
        token.Claims["nbf"] = now.ToUnixTimeSeconds();
        token.Claims["exp"] = now.AddHours(1).ToUnixTimeSeconds();
        return token;
    }

    public static string Base64(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public string Text()
    {
        var signed = $"{Base64(Encoding.UTF8.GetBytes(Header.ToJsonString()))}.{Base64(Encoding.UTF8.GetBytes(Claims.ToJsonString()))}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        return $"{signed}.{Base64(Signature is null ? key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : Signature(bytes))}";
    }
}
