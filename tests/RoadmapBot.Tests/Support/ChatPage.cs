using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RoadmapBot.Tests.Support;

/// <summary>Somebody at the local chat page: reads, writes and presses as people do, and notes whatever the page itself gets wrong.</summary>
internal sealed class ChatPage
{
    private readonly ConcurrentQueue<string> _faults = new();

    private ChatPage(IPage page)
    {
        Page = page;
        page.PageError += (_, fault) => _faults.Enqueue(fault);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
                _faults.Enqueue(line.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What the open chat shows.</summary>
    public ILocator Messages => Page.Locator("#messages");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Entry => Page.GetByLabel("Message", new PageGetByLabelOptions { Exact = true });

    /// <summary>The newest message that holds the words.</summary>
    public ILocator Message(string words) => Messages.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = words }).Last;

    public static async Task<ChatPage> Open(Browser browser, TestBot bot, int width = 1280, int height = 800, bool isDark = false)
    {
        var chat = new ChatPage(await browser.NewPage(width, height, isDark));
        await chat.Page.GotoAsync(bot.Http.BaseAddress!.ToString());
        return chat;
    }

    /// <summary>Becomes another person of the cast.</summary>
    public async Task Be(string name)
    {
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Choose another person" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name }).ClickAsync();
    }

    public Task GoTo(string chat) => Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex($"^{Regex.Escape(chat)}") }).ClickAsync();

    public async Task Say(string text)
    {
        await Entry.FillAsync(text);
        await Entry.PressAsync("Enter");
    }

    public Task Sees(string words) => Expect(Message(words)).ToBeVisibleAsync();

    /// <summary>Presses a button of the newest message that holds the words.</summary>
    public Task Press(string words, string button) => Message(words).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    public Task PressInDialog(string button) => Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    /// <summary>What the page complained about up to here was to be expected.</summary>
    public void ForgetFaults() => _faults.Clear();

    /// <summary>No error, no warning of the card renderer, nothing refused by the page's own security policy.</summary>
    public void HasNoFaults() => Assert.Empty(_faults);
}
