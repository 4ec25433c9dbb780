using System.Security.Cryptography;
using System.Text;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>
/// Seals addresses and makes blind tokens under one key, which never lies in the database.
/// <para>
/// Who has the database or a backup of it alone can neither open an address, nor tell which point it belongs to, nor try out people against a token.
/// Who has the key as well can: open every address that still lies there and reckon its handle from each point's id, and so name who reported what; and, while the
/// quarter's salt lies in the database or a backup, try every member against a token. Who can read the bot's own memory, or what Teams keeps of the
/// chats, needs neither. This protects from readers of cards, logs, exports and the database, not from an operator who means to look.
/// </para>
/// </summary>
internal sealed class Seal
{
    public const int KeySize = 32;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Block = 256;

    private readonly Lazy<(byte[] Sealing, byte[] Blinding)> _keys;

    /// <param name="key">Asked for at the first use: who never reports anonymously needs none.</param>
    public Seal(Func<byte[]> key) => _keys = new(() =>
    {
        var master = key();
        return (Derive(master, "seal"), Derive(master, "blind"));
    });

    /// <summary>Its length tells no more than that of a block; the same twice gives two texts.</summary>
    public string Close(params string[] parts)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', parts));
        var plain = new byte[(text.Length / Block * Block) + Block];
        text.CopyTo(plain, 0);
        var whole = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceSize));
        using var aes = new AesGcm(_keys.Value.Sealing, TagSize);
        aes.Encrypt(whole.AsSpan(0, NonceSize), plain, whole.AsSpan(NonceSize, plain.Length), whole.AsSpan(NonceSize + plain.Length));
        return Convert.ToHexStringLower(whole);
    }

    /// <returns>The parts; null for what was not sealed under this key, or was changed.</returns>
    public string[]? Open(string? closed)
    {
        if (closed is null || closed.Length <= 2 * (NonceSize + TagSize) || closed.Length % 2 != 0 || !closed.All(char.IsAsciiHexDigit))
            return null;
        var whole = Convert.FromHexString(closed);
        var plain = new byte[whole.Length - NonceSize - TagSize];
        try
        {
            using var aes = new AesGcm(_keys.Value.Sealing, TagSize);
            aes.Decrypt(whole.AsSpan(0, NonceSize), whole.AsSpan(NonceSize, plain.Length), whole.AsSpan(NonceSize + plain.Length), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain).TrimEnd('\0').Split('\n');
    }

    /// <summary>The same for the same parts; tells nothing of them.</summary>
    public string Blind(params string[] parts) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_keys.Value.Blinding, Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];

    /// <summary>An id that tells nothing.</summary>
    public static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static byte[] Derive(byte[] key, string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeySize, info: Encoding.UTF8.GetBytes(use));
}
