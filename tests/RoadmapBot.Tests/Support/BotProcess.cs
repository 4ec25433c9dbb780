using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RoadmapBot.Tests.Support;

/// <summary>The built program as a process of its own, at an address that it chose itself.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roadmapbot-process-");
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _told = [];
    private readonly Process _process;

    private BotProcess(string environment, IEnumerable<string> arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RoadmapBot.dll"), "--urls", "http://127.0.0.1:0", .. arguments])
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment },
            },
        };
        _process.OutputDataReceived += Read;
        _process.ErrorDataReceived += Read;
    }

    public HttpClient Http { get; } = new() { Timeout = Patience };

    /// <summary>What it wrote to the console.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_told)
                return [.. _told];
        }
    }

    /// <summary>Returns once it listens.</summary>
    public static async Task<BotProcess> Start(string environment, params string[] arguments)
    {
        var bot = new BotProcess(environment, arguments);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        var first = await Task.WhenAny(bot._address.Task, bot._process.WaitForExitAsync()).WaitAsync(Patience);
        if (first != bot._address.Task)
            throw new InvalidOperationException($"The program ended: {string.Join('\n', bot.Told)}");
        bot.Http.BaseAddress = new Uri(await bot._address.Task);
        return bot;
    }

    /// <summary>As a platform ends a process; it may take its time.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Http.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Read(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { } text)
            return;
        lock (_told)
            _told.Add(text);
        if (Listens().Match(text) is { Success: true } match)
            _address.TrySetResult(match.Groups[1].Value);
    }

    [GeneratedRegex(@"Now listening on: (http://[\d.:]+)")]
    private static partial Regex Listens();
}
