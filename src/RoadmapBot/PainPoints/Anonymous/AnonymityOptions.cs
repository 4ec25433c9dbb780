using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>The key behind anonymous pain points (section <c>Anonymity</c>). Neither belongs into the same backup as the database.</summary>
internal sealed class AnonymityOptions
{
    public const string Section = "Anonymity";

    /// <summary>32 bytes in Base64; the same for all instances of a database.</summary>
    public string? Key { get; set; }

    /// <summary>Where the key lies when <see cref="Key"/> is not given; made at the first anonymous report.</summary>
    public string KeyFile { get; set; } = "data/anonymity.key";

    /// <summary>The seal under the configured key.</summary>
    public Seal Seal() => new(() => Convert.FromBase64String(Key ?? FromFile()));

    private string FromFile()
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(KeyFile))!);
            using var made = new StreamWriter(KeyFile, options);
            made.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Anonymous.Seal.KeySize)));
        }
        catch (IOException) when (File.Exists(KeyFile))
        {
            // it was made before
        }

        return File.ReadAllText(KeyFile).Trim();
    }
}

internal sealed class AnonymityOptionsCheck : IValidateOptions<AnonymityOptions>
{
    public ValidateOptionsResult Validate(string? name, AnonymityOptions options)
    {
        var key = new byte[Seal.KeySize];
        return options.Key is null || (Convert.TryFromBase64String(options.Key, key, out var length) && length == Seal.KeySize)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Anonymity:Key is not 32 bytes in Base64; make one with: openssl rand -base64 32");
    }
}
