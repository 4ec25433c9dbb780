using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

/// <summary>The program itself, started as people start it, where it cannot start: a sentence and exit code 2, never a stack of ours.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roadmapbot-start-");

    [Fact]
    public async Task An_address_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (exitCode, told) = await Run("Development", "--urls", $"http://{taken.LocalEndpoint}");
        Assert.Equal(2, exitCode);
        Assert.Contains("Stop what listens there, or choose another address with --urls", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "urls: Invalid url: 'nonsense'.", "--urls", "nonsense")]
    [InlineData("Development", "for the database cannot be made", "--urls", "http://127.0.0.1:0", "--Storage:ConnectionString", "Data Source=/dev/null/bot.db")]
    [InlineData("Development", "The database cannot be used", "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", "Host=127.0.0.1;Port=1;Database=x;Username=y")]
    [InlineData("Development", "Storage:Provider", "--Storage:Provider", "Oracle")]
    [InlineData("Production", "Teams:AppId is missing: set it to the bot's app id (a GUID).")]
    [InlineData("Production", "Anonymity:Key is missing.", "--Teams:AppId", Guarded.AppId, "--Teams:AppSecret", Guarded.Secret, "--Teams:HomeTenant", Guarded.Tenant,
        "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", "Host=127.0.0.1;Port=1;Database=x;Username=y")]
    [InlineData("Development", "Anonymity:Key is not 32 bytes in Base64", "--Anonymity:Key", "short")]
    [InlineData("Development", "OTEL_EXPORTER_OTLP_ENDPOINT is not an absolute http or https URL", "--OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318")]
    [InlineData("Development", "OTEL_EXPORTER_OTLP_PROTOCOL must be", "--OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318", "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("Development", "Teams:MostTurns must be from 1 to 10000.", "--Teams:MostTurns", "0")]
    [InlineData("Production", "\"serve\" is not known here.", "serve")]
    public async Task Settings_that_cannot_work(string environment, string fault, params string[] arguments)
    {
        var (exitCode, told) = await Run(environment, arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains(fault, told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_makes_its_database_starts_the_next_time()
    {
        var file = Path.Combine(_folder.FullName, "data", "roadmapbot.db");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var made in (string[])[file, $"{file}-journal"])
        {
            using var dying = Start("Development", "--urls", "http://127.0.0.1:0");
            while (!File.Exists(made) && !File.Exists($"{file}-wal"))
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, limit.Token);
            dying.Kill();
            await dying.WaitForExitAsync(limit.Token);
        }

        using var process = Start("Development", "--urls", "http://127.0.0.1:0");
        try
        {
            string? line;
            do
                line = await process.StandardOutput.ReadLineAsync(limit.Token);
            while (line?.Contains("Now listening on", StringComparison.Ordinal) is false);
            Assert.NotNull(line);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Process Start(string environment, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RoadmapBot.dll"), .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment },
        })!;

    private async Task<(int ExitCode, string Told)> Run(string environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        return (process.ExitCode, await output + await error);
    }
}
