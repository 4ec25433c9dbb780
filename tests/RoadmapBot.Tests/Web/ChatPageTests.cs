using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RoadmapBot.Tests.Support;
using RoadmapBot.Web;
using static Microsoft.Playwright.Assertions;

namespace RoadmapBot.Tests.Web;

public sealed class ChatPageTests(Browser browser)
{
    [Fact]
    public async Task Somebody_begins_an_engagement_is_interviewed_and_goes_on_after_a_restart_and_a_colleague_joins()
    {
        await using var bot = await TestBot.Start();
        var page = await ChatPage.Open(browser, bot);

        await page.Sees("Hi, I'm RoadmapBot");
        await page.Say("hi");
        await Expect(page.Messages.GetByText("Hi, I'm RoadmapBot", new LocatorGetByTextOptions { Exact = true })).ToHaveCountAsync(2);
        await Browser.Picture(page.Page, "welcome-1280");

        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "New engagement" }).ClickAsync();
        await page.Dialog.GetByLabel("Organisation").FillAsync("Northlight Components");
        await page.Dialog.GetByLabel("What must the business achieve").FillAsync("Open a second plant in Leeds\nCut scrap by a third");
        await page.Dialog.GetByLabel("People who use IT").FillAsync("140");
        await Browser.Picture(page.Page, "new-engagement-1280");
        await page.PressInDialog("Create engagement");
        await Expect(page.Dialog).ToContainTextAsync("engagement created");
        await page.PressInDialog("Start my interview");
        await Expect(page.Dialog).ToBeHiddenAsync();

        await page.Sees("Question 1 of");
        await page.Say("By the end of 2027 nobody waits more than 4 hours for help, and the plant keeps running when one server fails.");
        await page.Sees("Question 2 of");
        await page.Say("Most of it goes into keeping things running; about one day a week is left for anything new.");
        await page.Sees("Question 3 of");
        await page.Press("Question 3 of", "I don't know");
        await page.Sees("You don't know. I'll find out who does.");
        await page.Sees("Question 4 of");
        await Browser.Picture(page.Page, "interview-1280");
        await page.Press("Question 4 of", "Pause");
        await page.Sees("Paused");
        page.HasNoFaults();

        await using var restarted = await bot.Restart();
        await Expect(page.Page.Locator("#offline")).ToBeHiddenAsync();
        page.ForgetFaults(); // it said that the bot was away
        await page.Page.ReloadAsync();
        await page.Sees("Paused");
        await page.Press("Paused", "Continue");
        await page.Sees("Question 4 of");

        await page.Be("Bo Lindgren");
        await page.Sees("Hi, I'm RoadmapBot");
        await page.Press("Hi, I'm RoadmapBot", "Start");
        await page.Press("Let's begin", "Take part: Northlight Components");
        await page.Sees("take part as");
        await page.Say("report The scanner in hall 2 loses its connection twice a shift.");
        await page.Press("Have I understood it?", "That's right");
        await page.Sees("Thank you, it is in the gap analysis");

        await page.Be("Ines Duarte");
        await page.Sees("Hi, I'm RoadmapBot");
        await page.Press("Hi, I'm RoadmapBot", "Start");
        await page.Sees("Nobody here has begun an IT roadmap yet");
        page.HasNoFaults();

        await AllCardsAreDrawnWithoutAWarning(restarted);
    }

    [Fact]
    public async Task A_card_is_filled_in_and_sent_with_the_keyboard_alone()
    {
        await using var bot = await TestBot.Start();
        await Engaged(bot);
        var page = await ChatPage.Open(browser, bot);
        await page.Sees("Hi, I'm RoadmapBot");

        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Skip to writing a message" })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Entry).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("report The label printer needs a restart every morning.");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Sees("Have I understood it?");
        await Expect(page.Entry).ToBeFocusedAsync();

        var card = page.Message("Have I understood it?");
        await BackTo(page, card.GetByLabel("How often does it happen?"));
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(card.GetByLabel("How often does it happen?")).ToHaveValueAsync("Daily");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "That's right" })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        var confirmed = page.Message("Thank you, it is in the gap analysis");
        await Expect(confirmed).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(confirmed.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
        page.HasNoFaults();
    }

    [Fact]
    public async Task A_message_is_edited_and_deleted_and_its_answer_follows()
    {
        await using var bot = await TestBot.Start();
        await Engaged(bot);
        var page = await ChatPage.Open(browser, bot);
        await page.Say("start");
        await page.Sees("Question 1 of");
        await page.Say("By June 2027 at most 20 tickets a week.");
        await page.Sees("Question 2 of");

        var said = page.Messages.Locator(".own").Filter(new LocatorFilterOptions { HasText = "By June 2027" });
        await said.HoverAsync();
        await said.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Edit message" }).ClickAsync();
        await page.Page.GetByLabel("New text").FillAsync("Half as many tickets by summer.");
        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await page.Sees("I have changed your answer");
        await Expect(page.Messages.Locator(".own").Filter(new LocatorFilterOptions { HasText = "Half as many" })).ToContainTextAsync("Edited");

        await page.Messages.Locator(".own").Last.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Delete message" }).ClickAsync();
        await page.Sees("You deleted the message");
        await page.Sees("This message was deleted.");
        page.HasNoFaults();
    }

    [Fact]
    public async Task A_person_is_found_by_typing_a_part_of_the_name()
    {
        await using var bot = await TestBot.Start();
        await Engaged(bot);
        var page = await ChatPage.Open(browser, bot);
        await page.Be("Hugo Marchetti");
        await page.Sees("Hi, I'm RoadmapBot");
        await page.Be("Ada Novak");
        await page.Say("status");
        await page.Press("Where we are", "People and roles");
        await page.Press("Add or change somebody", "Add or change somebody");

        var form = page.Message("A person's seat");
        var person = form.GetByRole(AriaRole.Combobox, new LocatorGetByRoleOptions { Name = "Person" });
        var answer = await page.Page.RunAndWaitForResponseAsync(
            () => person.FillAsync("Marchetti"), response => response.Request.PostData?.Contains("application/search", StringComparison.Ordinal) is true);
        Assert.Contains("Hugo Marchetti", await answer.TextAsync(), StringComparison.Ordinal);
        await Expect(form.Locator("datalist option[value='Hugo Marchetti']")).ToBeAttachedAsync();
        await person.FillAsync("Hugo Marchetti");
        await form.GetByLabel("Takes part as").SelectOptionAsync("Managed service provider");
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Save" }).ClickAsync();
        await page.Sees("Hugo Marchetti");
        await page.Sees("who takes part (2)");
        page.HasNoFaults();
    }

    [Fact]
    public async Task In_a_channel_a_reply_stays_in_its_thread()
    {
        await using var bot = await TestBot.Start();
        await Engaged(bot);
        var page = await ChatPage.Open(browser, bot);
        await page.GoTo("IT project");
        await page.Sees("I make an IT roadmap");
        await page.Say("help");

        var thread = page.Messages.GetByRole(AriaRole.Region, new LocatorGetByRoleOptions { Name = "Thread" }).Last;
        await Expect(thread).ToContainTextAsync("What I can do");
        await Expect(thread).ToContainTextAsync("@RoadmapBot help");
        await thread.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Reply" }).ClickAsync();
        await page.Say("status");
        await Expect(thread).ToContainTextAsync("I have written to you in our own chat");
        await Expect(page.Messages.GetByRole(AriaRole.Region, new LocatorGetByRoleOptions { Name = "Thread" })).ToHaveCountAsync(2);
        page.HasNoFaults();
    }

    [Fact]
    public async Task What_the_bot_refuses_is_shown_to_the_person()
    {
        await using var bot = await TestBot.Start();
        var page = await ChatPage.Open(browser, bot);
        await page.Sees("Hi, I'm RoadmapBot");
        await page.Page.RouteAsync("**/api/messages", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{"detail":"The database is busy."}""",
        }));

        await page.Say("Is anybody there?");
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The bot answered with error 503. The database is busy.");
        await Expect(page.Entry).ToHaveValueAsync("Is anybody there?");
    }

    [Fact]
    public async Task While_the_bot_has_not_answered_it_is_seen_typing()
    {
        await using var bot = await TestBot.Start();
        var page = await ChatPage.Open(browser, bot);
        await page.Sees("Hi, I'm RoadmapBot");
        var answer = new TaskCompletionSource();
        await page.Page.RouteAsync("**/api/messages", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });

        await page.Say("help");
        await Expect(page.Messages.Locator(".typing")).ToBeVisibleAsync();
        answer.SetResult();
        await page.Sees("What I can do");
        await Expect(page.Messages.Locator(".typing")).ToBeHiddenAsync();
        page.HasNoFaults();
    }

    [Theory]
    [InlineData(360, 740, false, "phone")]
    [InlineData(360, 740, true, "phone-dark")]
    [InlineData(1280, 800, true, "1280-dark")]
    public async Task The_page_fits_its_window_and_names_everything_that_can_be_pressed(int width, int height, bool isDark, string name)
    {
        await using var bot = await TestBot.Start();
        await Engaged(bot);
        var page = await ChatPage.Open(browser, bot, width, height, isDark);
        await page.Say("start");
        await page.Sees("Question 1 of");
        await page.Say("By June 2027 one place for all requests, and at most 20 of them a week.");
        await page.Sees("Question 2 of");

        Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("(box => box.scrollWidth - box.clientWidth)(document.getElementById('messages'))"));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("button, input, select, textarea")]
              .filter(control => !control.labels?.length && !(control.getAttribute("aria-label") || control.getAttribute("aria-labelledby") || control.innerText.trim()))
              .map(control => control.outerHTML)
            """));
        await Browser.Picture(page.Page, $"interview-{name}");
        page.HasNoFaults();
    }

    /// <summary>Goes back with the tab key until the control has the focus.</summary>
    private static async Task BackTo(ChatPage page, ILocator control)
    {
        for (var presses = 0; presses < 10; presses++)
        {
            await page.Page.Keyboard.PressAsync("Shift+Tab");
            if (await control.EvaluateAsync<bool>("control => control === document.activeElement"))
                return;
        }

        Assert.Fail("Ten presses of shift and tab did not reach the control.");
    }

    /// <summary>Ada has begun an engagement.</summary>
    private static async Task Engaged(TestBot bot)
    {
        var ada = new LocalParticipant(bot, LocalPeople.Cast[0]);
        await ada.Installs();
        await ada.Sends("invoke", new { name = "task/submit", value = new { data = new { verb = "engagement/create", form = "1", name = "Northlight Components" } } });
    }

    private async Task AllCardsAreDrawnWithoutAWarning(TestBot bot)
    {
        await using var renderer = await CardRenderer.Open(browser);
        var cards = bot.Services.GetRequiredService<LocalChats>().Everything
            .Select(happened => happened.Kind is LocalEventKind.View ? happened.Body : happened.Body is { } activity ? CardText.Card(activity) : null)
            .OfType<JsonElement>()
            .ToArray();
        Assert.True(cards.Length > 10, $"The journey showed only {cards.Length} cards.");
        foreach (var card in cards)
            Assert.Empty((await renderer.Draw(card.GetRawText())).Findings);
    }
}
