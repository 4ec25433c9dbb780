using System.Text.Json;
using Microsoft.Playwright;

namespace RoadmapBot.Tests.Support;

/// <summary>Something that the official renderer finds wrong with a card, in its own words.</summary>
/// <param name="Phase"><c>Parse</c> or <c>Validation</c>.</param>
/// <param name="Kind">A name of its <c>ValidationEvent</c>.</param>
internal sealed record CardFinding(string Phase, string Kind, string Message);

/// <summary>A card as a person sees it.</summary>
/// <param name="Text">Every visible word.</param>
internal sealed record CardDrawing(string Text, IReadOnlyList<CardFinding> Findings);

/// <summary>Draws cards in Chromium with the renderer module of the local chat page, without a bot.</summary>
internal sealed class CardRenderer : IAsyncDisposable
{
    private const string Origin = "http://cards.test";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly IPage _page;

    private CardRenderer(IPage page) => _page = page;

    public static async Task<CardRenderer> Open(Browser browser)
    {
        var page = await browser.NewPage();
        await page.RouteAsync($"{Origin}/page/**", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Path = Path.Combine(AppContext.BaseDirectory, "Web", "Local", new Uri(route.Request.Url).AbsolutePath["/page/".Length..]),
        }));
        await page.RouteAsync($"{Origin}/", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Body = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/page/styles/base.css"><script src="/page/lib/adaptivecards.min.js"></script><body></body>""",
        }));
        await page.GotoAsync($"{Origin}/");
        return new CardRenderer(page);
    }

    public async Task<CardDrawing> Draw(string card)
    {
        var drawn = await _page.EvaluateAsync<JsonElement>(
            """
            async json => {
              const { drawCard } = await import("/page/scripts/cards.js");
              const { element, events } = drawCard(JSON.parse(json));
              document.body.replaceChildren(element);
              return { text: element.innerText, findings: events };
            }
            """,
            card);
        return drawn.Deserialize<CardDrawing>(Web)!;
    }

    /// <summary>Presses a button of the card that was drawn last; returns every word that is visible then.</summary>
    public async Task<string> Press(string button)
    {
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).ClickAsync();
        return await _page.InnerTextAsync("body");
    }

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();
}
