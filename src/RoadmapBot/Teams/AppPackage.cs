using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace RoadmapBot.Teams;

/// <summary>What the package is made of.</summary>
/// <param name="Manifest">The template: <c>{{appId}}</c>, <c>{{domain}}</c> and <c>{{version}}</c> stand where a deployment's own values go.</param>
/// <param name="Color">PNG, 192 by 192 pixels.</param>
/// <param name="Outline">PNG, 32 by 32 pixels, white on transparent.</param>
internal sealed record AppPackageSource(string Manifest, byte[] Color, byte[] Outline);

/// <summary>The zip that Teams installs: the manifest and its two icons, all at the root.</summary>
internal static class AppPackage
{
    public const string ManifestFile = "manifest.json";
    public const string ColorFile = "color.png";
    public const string OutlineFile = "outline.png";

    // The oldest time that a zip can carry: the package must not change with the hour of its making.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[] PngSignature = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The same arguments give the same bytes. The result is not checked: see <see cref="Check"/>.</summary>
    /// <param name="appId">The bot's Microsoft App ID; it is the app's id, too.</param>
    /// <param name="domain">The host that serves the bot, without scheme; see <see cref="AppPackageFormat.IsHost"/>.</param>
    /// <param name="version">The app's semantic version; Teams takes an update only when it rises.</param>
    public static byte[] Build(AppPackageSource source, Guid appId, string domain, string version)
    {
        var manifest = source.Manifest.Replace("{{appId}}", appId.ToString("D")).Replace("{{domain}}", domain).Replace("{{version}}", version);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestFile, Encoding.UTF8.GetBytes(manifest));
            Add(zip, ColorFile, source.Color);
            Add(zip, OutlineFile, source.Outline);
        }

        return stream.ToArray();
    }

    /// <summary>
    /// Every reason for which Teams would refuse the package, each naming file and place; none when it is good.
    /// What the manifest may say is in <see cref="AppPackageManifest"/>.
    /// </summary>
    public static IReadOnlyList<string> Check(byte[] package)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
            return [
                .. LayoutFaults(zip),
                .. ManifestFaults(zip),
                .. IconFaults(zip, ColorFile, 192, seeThrough: false),
                .. IconFaults(zip, OutlineFile, 32, seeThrough: true)];
        }
        catch (InvalidDataException)
        {
            return ["The package is not a zip archive."];
        }
    }

    // Stored, not deflated: it is 10 KB, and a deflater's bytes change with its version.
    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[]? Read(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
            return null;

        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static IEnumerable<string> LayoutFaults(ZipArchive zip)
    {
        string[] needed = [ManifestFile, ColorFile, OutlineFile];
        var found = zip.Entries.Select(entry => entry.FullName).ToList();
        return [
            .. needed.Except(found).Select(name => $"{name} is missing: it must lie at the root of the package, in no folder."),
            .. found.Except(needed).Select(name => $"{name} does not belong in the package: it holds {string.Join(", ", needed)} and no more."),
            .. found.CountBy(name => name).Where(name => name.Value > 1).Select(name => $"{name.Key} is there {name.Value} times: keep one.")];
    }

    private static IEnumerable<string> ManifestFaults(ZipArchive zip)
    {
        if (Read(zip, ManifestFile) is not { } content)
            return [];

        try
        {
            using var manifest = JsonDocument.Parse(content, Strict);
            return [.. AppPackageManifest.Faults(manifest.RootElement).Select(fault => $"{ManifestFile}, {fault}")];
        }
        catch (JsonException fault)
        {
            return [$"{ManifestFile} is not JSON that Teams can read: {fault.Message}"];
        }
    }

    /// <remarks>Reads the PNG header only (PNG specification, 11.2.1): signature, width, height, colour type.</remarks>
    private static IEnumerable<string> IconFaults(ZipArchive zip, string name, int size, bool seeThrough)
    {
        if (Read(zip, name) is not { } image)
            yield break;

        if (image.Length < 26 || !image.AsSpan().StartsWith(PngSignature) || !image.AsSpan(12).StartsWith("IHDR"u8))
        {
            yield return $"{name} is not a PNG image.";
            yield break;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(20)));
        if ((width, height) != (size, size))
            yield return $"{name} is {width} by {height} pixels: it must be {size} by {size}.";
        if (seeThrough && image[25] is not (4 or 6))
            yield return $"{name} has no alpha channel: it must be white on transparent.";
    }
}
