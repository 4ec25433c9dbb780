using Microsoft.Playwright;
using RoadmapBot.Tests.Support;

[assembly: AssemblyFixture(typeof(Browser))]

namespace RoadmapBot.Tests.Support;

/// <summary>
/// One real Chromium for the whole run, started by the first test that wants it. Where it is not installed such a test says which package
/// to install and skips; with <c>CI=true</c> it fails.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";
    private const float Patience = 20_000; // ms; a busy build machine is slow
    private const string Missing = "Chromium is missing; on Debian: apt-get install -y --no-install-recommends chromium fonts-liberation";

    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _one = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page of its own, with nothing remembered from other pages.</summary>
    internal async Task<IPage> NewPage(int width = 1280, int height = 800, bool isDark = false)
    {
        if (!File.Exists(Executable))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") is "true", Missing);
            Assert.Fail(Missing);
        }

        var context = await (await Chromium()).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Keeps what the page shows as <c>artifacts/screenshots/NAME.png</c> in the repository, for people to look at.</summary>
    internal static async Task Picture(IPage page, string name)
    {
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.File("artifacts", "screenshots", $"{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _one.Dispose();
    }

    private async Task<IBrowser> Chromium()
    {
        await _one.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Switches });
        }
        finally
        {
            _one.Release();
        }
    }
}
