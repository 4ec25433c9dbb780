using System.IO.Compression;
using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

public sealed class PackageCommandTests : IDisposable
{
    private const string AppId = "3f2b8c1e-5d47-4a9b-9c60-1e7a52d0b8f4";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roadmapbot-package-");

    private string Zip => Path.Combine(_folder.FullName, "bot.zip");

    [Fact]
    public async Task The_package_is_written_for_that_bot_and_the_output_says_where_it_lies_and_how_to_upload_it()
    {
        var (exitCode, output, error) = await Run("--app-id", AppId, "--domain", "bot.example.com", "--version", "2.1.0", "--out", Zip);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(Zip, output);
        Assert.Contains("Upload", output);
        var manifest = Manifest();
        Assert.Equal(AppId, manifest.GetProperty("id").GetString());
        Assert.Equal("bot.example.com", manifest.GetProperty("validDomains")[0].GetString());
        Assert.Equal("2.1.0", manifest.GetProperty("version").GetString());
    }

    [Fact]
    public async Task The_first_version_is_1_0_0()
    {
        await Run("--app-id", AppId, "--domain", "bot.example.com", "--out", Zip);
        Assert.Equal("1.0.0", Manifest().GetProperty("version").GetString());
    }

    [Fact]
    public async Task A_second_run_overwrites_the_package_with_the_same_bytes()
    {
        string[] arguments = ["--app-id", AppId, "--domain", "bot.example.com", "--out", Zip];
        await Run(arguments);
        var first = File.ReadAllBytes(Zip);
        File.AppendAllText(Zip, "more");

        Assert.Equal(0, (await Run(arguments)).ExitCode);
        Assert.Equal(first, File.ReadAllBytes(Zip));
    }

    [Theory]
    [InlineData("--app-id", "roadmapbot")]
    [InlineData("--app-id", "{3f2b8c1e-5d47-4a9b-9c60-1e7a52d0b8f4}")]
    [InlineData("--app-id", "3f2b8c1e5d474a9b9c601e7a52d0b8f4")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("--domain", "https://bot.example.com")]
    [InlineData("--domain", "bot.example.com/")]
    [InlineData("--domain", "bot.example.com:443")]
    [InlineData("--domain", "bot.example.com.")]
    [InlineData("--domain", "*.example.com")]
    [InlineData("--domain", "bot..example.com")]
    [InlineData("--domain", "-bot.example.com")]
    [InlineData("--domain", "bot_1.example.com")]
    [InlineData("--domain", "bücher.example.com")]
    [InlineData("--domain", "localhost")]
    [InlineData("--domain", "192.0.2.7")]
    [InlineData("--domain", "bot.example.com\n")]
    [InlineData("--domain", "bot.example.com\",\"evil.example.com")]
    [InlineData("--version", "1")]
    [InlineData("--version", "1.0")]
    [InlineData("--version", "1.0.0.0")]
    [InlineData("--version", "v1.0.0")]
    [InlineData("--version", "1.0.01")]
    [InlineData("--version", "1.0.0-")]
    [InlineData("--version", "1.0.0-01")]
    [InlineData("--version", "١.0.0")]
    [InlineData("--out", "")]
    public async Task A_bad_argument_is_named_and_nothing_is_written(string option, string value)
    {
        var (exitCode, output, error) = await RunWith(option, value);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith($"package: {option} ", error);
        Assert.Empty(_folder.EnumerateFiles());
    }

    [Theory]
    [InlineData("--domain", "xn--bcher-kva.example")]
    [InlineData("--domain", "Bot-7.Example.co.uk")]
    [InlineData("--version", "0.0.1")]
    [InlineData("--version", "10.20.30-rc.1+build.7")]
    [InlineData("--version", "1.0.0-0a.x-y")]
    public async Task An_unusual_but_right_argument_is_taken(string option, string value)
    {
        var (exitCode, _, error) = await RunWith(option, value);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.True(File.Exists(Zip));
    }

    [Fact]
    public async Task Missing_arguments_are_all_named_at_once()
    {
        var (exitCode, _, error) = await Run("--out", Zip);

        Assert.Equal(2, exitCode);
        Assert.Contains("--app-id is missing", error);
        Assert.Contains("--domain is missing", error);
        Assert.Empty(_folder.EnumerateFiles());
    }

    [Fact]
    public async Task A_misspelt_option_is_named()
    {
        var (exitCode, _, error) = await Run("--app-id", AppId, "--domain", "bot.example.com", "--verison", "2.0.0", "--out", Zip);

        Assert.Equal(2, exitCode);
        Assert.Contains("\"--verison\"", error);
        Assert.Empty(_folder.EnumerateFiles());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_an_error_that_says_what_to_do()
    {
        var (exitCode, _, error) = await RunWith("--out", Path.Combine(_folder.FullName, "nowhere", "bot.zip"));

        Assert.Equal(2, exitCode);
        Assert.StartsWith("package: --out: ", error);
        Assert.Contains("a folder that exists", error);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Good arguments but for one.</summary>
    private Task<(int ExitCode, string Output, string Error)> RunWith(string option, string value)
    {
        var arguments = new Dictionary<string, string>
        {
            ["--app-id"] = AppId,
            ["--domain"] = "bot.example.com",
            ["--version"] = "1.0.0",
            ["--out"] = Zip,
            [option] = value,
        };
        return Run([.. arguments.SelectMany(argument => new[] { argument.Key, argument.Value })]);
    }

    private static Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments) => CommandLine.Run(["package", .. arguments]);

    private JsonElement Manifest()
    {
        using var zip = ZipFile.OpenRead(Zip);
        using var stream = zip.GetEntry("manifest.json")!.Open();
        return JsonElement.Parse(new StreamReader(stream).ReadToEnd());
    }
}
