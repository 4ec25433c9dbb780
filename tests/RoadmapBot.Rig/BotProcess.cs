using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig;

/// <summary>One instance of the bot, as a process of its own, in Production, known by its HTTP, its log and its memory.</summary>
internal sealed class BotProcess : IRunningBot, IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly World _world;
    private readonly bool _isUnder;
    private readonly StringBuilder _log = new();
    private Process _process;

    private BotProcess(World world, Process process, HttpClient http, bool isUnder)
    {
        (_world, _process, Http, _isUnder) = (world, process, http, isUnder);
        Listen();
    }

    public HttpClient Http { get; }

    public FakeConnector Connector => _world.Teams;

    public string Account => World.Account;

    /// <summary>Whether it still runs.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Its process, also where another program runs it.</summary>
    public int Id => File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var child, ..] && _isUnder
        ? int.Parse(child, CultureInfo.InvariantCulture)
        : _process.Id;

    /// <summary>Everything that it wrote to its console.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>How long the last start took, from the process to the first answer.</summary>
    public TimeSpan Started { get; private set; }

    /// <summary>The resident memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="under">A command to run it under, such as strace with its options.</param>
    public static async Task<BotProcess> Start(World world, IReadOnlyList<(string Key, string Value)> settings, params string[] under)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        string[] command = [.. under, "dotnet", world.Program.Dll, $"--urls={address}"];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = world.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var http = new HttpClient(new Signing(world)) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        var bot = new BotProcess(world, Process.Start(start)!, http, under.Length > 0);
        await bot.Ready();
        return bot;
    }

    /// <summary>Nothing in it gets to say a last word.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as an orchestrator does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Terminate()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{Id}"]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Starts it again at the same address.</summary>
    public async Task Restart()
    {
        if (!_process.HasExited)
            await Kill();
        var again = _process.StartInfo;
        _process.Dispose();
        _process = Process.Start(again)!;
        Listen();
        await Ready();
    }

    public IReadOnlyList<string> Query(string sql) => _world.Store.Query(sql);

    public Participant Person(string name, string tenant = World.Tenant) => new(this, name, tenant);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
        Http.Dispose();
    }

    /// <summary>Below those that the system hands out itself: whoever asks it for any port must not be given ours before it is taken.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(10_000, 30_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // somebody has it
            }
        }
    }

    private void Listen()
    {
        void Note(object _, DataReceivedEventArgs line)
        {
            lock (_log)
                _log.AppendLine(line.Data);
        }

        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task Ready()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The bot ended with {_process.ExitCode} before it was ready:\n{Log}");
            try
            {
                using var response = await Http.GetAsync("/privacy");
                Started = watch.Elapsed;
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < LongestStart)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    /// <summary>Puts the channel's token on every activity, as Teams does.</summary>
    private sealed class Signing(World world) : DelegatingHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post && request.Headers.Authorization is null)
                request.Headers.Authorization = new("Bearer", world.Token);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
