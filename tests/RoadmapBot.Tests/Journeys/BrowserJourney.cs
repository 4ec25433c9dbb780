using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RoadmapBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RoadmapBot.Tests.Journeys;

/// <summary>The whole way on the local chat page in a real browser: from nothing to an approved roadmap. Leaves pictures of its cards.</summary>
public sealed class BrowserJourney(Browser browser)
{
    private const string Owner = "Ada Novak";
    private const string Executive = "Carla Mendes";
    private const string Head = "Eva Lang";
    private const string User = "Bo Lindgren";
    private const string Secret = "Our backups have never been tested, as far as I know.";
    private const string Corrected = "The wifi dropped for two hours on Tuesday and we waited for it.";

    [Fact]
    public async Task People_of_every_role_are_interviewed_and_an_executive_approves_what_comes_of_it()
    {
        await using var first = await TestBot.Start(clock: new FastClock());
        var page = await ChatPage.Open(browser, first, height: 1000);
        await Found(page);

        await UserIsInterviewedAndCorrectsAnAnswer(page);
        await page.Be(Executive);
        await page.Say("start");
        await Answer(page, 1, "We want to open a second plant in Leeds by autumn 2027 and keep the customers' data safe.");
        await Answer(page, 2, "Honestly nobody plans IT here, we only react when something breaks. There is no IT strategy.");
        await SkipTheRest(page, 3);
        await Confirm(page);

        await page.Be(Head);
        await page.Say("start");
        await Answer(page, 1, "Every order is typed twice, once into the booking system and once into Excel. It takes each of us an hour a day.");
        await page.Press("Question 2 of", "Pause");
        await page.Sees("Kept so far: 1 answer");
        page.HasNoFaults();
        await using var bot = await first.Restart();
        await Expect(page.Page.Locator("#offline")).ToBeHiddenAsync();
        page.ForgetFaults(); // it said that the bot was away
        await page.Press("Paused", "Continue");
        await Answer(page, 2, Secret);
        await SkipTheRest(page, 3);
        await Confirm(page);

        await GapsLeadToInitiativesAndBack(page);
        await RoadmapAndSummary(page);
        await SharedWithTheCommitteeAndApproved(page);
        await UserSeesWhatChanges(page);
        page.HasNoFaults();
    }

    /// <summary>Ada begins the engagement; the others say hello and get their seats.</summary>
    private static async Task Found(ChatPage page)
    {
        await page.Sees("Hi, I'm RoadmapBot");
        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "New engagement" }).ClickAsync();
        await page.Dialog.GetByLabel("Organisation").FillAsync("Northlight Components");
        await page.Dialog.GetByLabel("What must the business achieve").FillAsync("Open a second plant in Leeds by autumn 2027\nKeep the customers' data safe");
        await page.Dialog.GetByLabel("People who use IT").FillAsync("140");
        await page.PressInDialog("Create engagement");
        await page.PressInDialog("People and roles");
        await Expect(page.Dialog).ToContainTextAsync("who takes part (1)");
        await page.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Close" }).ClickAsync();
        foreach (var name in (string[])[User, Executive, Head])
        {
            await page.Be(name);
            await page.Sees("Hi, I'm RoadmapBot");
        }

        await page.Be(Owner);
        await page.Say("status");
        await page.Press("Where we are", "People and roles");
        await Seat(page, Executive, "Executive", "", 2);
        await Seat(page, Head, "Department head", "Production", 3);
        await Seat(page, User, "End user", "Production", 4);
        await Browser.Picture(page.Page, "journey-1-members");
    }

    private static async Task Seat(ChatPage page, string person, string role, string department, int count)
    {
        await page.Press("who takes part", "Add or change somebody");
        var form = page.Message("A person's seat");
        await form.GetByRole(AriaRole.Combobox, new LocatorGetByRoleOptions { Name = "Person" }).FillAsync(person);
        await Expect(form.Locator($"datalist option[value='{person}']")).ToHaveCountAsync(1); // found by the bot, as somebody who types waits for it
        await form.GetByLabel("Takes part as").SelectOptionAsync(role);
        await form.GetByRole(AriaRole.Textbox, new LocatorGetByRoleOptions { Name = "Department" }).FillAsync(department);
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Save" }).ClickAsync();
        await page.Sees($"who takes part ({count})");
    }

    private static async Task UserIsInterviewedAndCorrectsAnAnswer(ChatPage page)
    {
        await page.Be(User);
        await page.Sees("you take part as End user");
        await page.Press("you take part as", "Start my interview");
        await page.Message("Question 1 of 5").GetByLabel("hold me up about once a week").CheckAsync();
        await Browser.Picture(page.Page, "journey-2-question");
        await page.Press("Question 1 of 5", "Answer");
        await Answer(page, 2, "The wifi dropped for an hour on Monday and we waited for it.");
        await page.Press("Question 3 of 5", "Skip");
        await page.Press("Question 4 of 5", "I don't know");
        await page.Press("Question 5 of 5", "Not my area");

        await page.Message("What I heard").GetByLabel("Change an answer").SelectOptionAsync("Last hold-up");
        await page.Press("What I heard", "Change it");
        await page.Sees("Keep my answer");
        await page.Say(Corrected);
        await page.Sees("What I heard");
        await Expect(page.Message("What I heard")).ToContainTextAsync(Corrected);
        await Expect(page.Message("What I heard")).Not.ToContainTextAsync("Monday");
        await Browser.Picture(page.Page, "journey-3-playback");
        await Confirm(page);
    }

    /// <summary>Types the answer, and goes on where the bot wants to know more about it.</summary>
    private static async Task Answer(ChatPage page, int question, string text)
    {
        await page.Sees($"Question {question} of");
        await page.Say(text);
        while (true)
        {
            var probe = Newest(page, "One thing more about your answer");
            await Expect(Newest(page, $"Question {question + 1} of").Or(Newest(page, "What I heard")).Or(probe)).ToBeVisibleAsync();
            if (!await probe.IsVisibleAsync())
                return;
            var asked = page.Messages.Locator($"[data-id='{await probe.GetAttributeAsync("data-id")}']");
            await asked.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Go on" }).ClickAsync();
            await Expect(asked).Not.ToContainTextAsync("One thing more about your answer");
        }
    }

    private static async Task SkipTheRest(ChatPage page, int question)
    {
        while (true)
        {
            var next = Newest(page, $"Question {question} of");
            await Expect(next.Or(Newest(page, "What I heard"))).ToBeVisibleAsync();
            if (!await next.IsVisibleAsync())
                return;
            await page.Press($"Question {question++} of", "Skip");
        }
    }

    private static async Task Confirm(ChatPage page)
    {
        await page.Message("What I heard").GetByLabel("4 – fully").CheckAsync();
        await page.Press("What I heard", "Confirm");
        await page.Sees("Thank you, that's all");
        page.HasNoFaults();
    }

    private static async Task GapsLeadToInitiativesAndBack(ChatPage page)
    {
        await page.Be(Owner);
        await page.Say("gaps");
        await page.Sees("Gap analysis: Northlight Components");
        await Browser.Picture(page.Page, "journey-4-gaps");

        var gaps = page.Message("Gap analysis: Northlight Components");
        await gaps.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex("backup", RegexOptions.IgnoreCase) }).First.ClickAsync();
        var gap = page.Message("Who says so");
        await Expect(gap).ToContainTextAsync(Secret);
        await Expect(gap).ToContainTextAsync($"{Head}, Department head, Production");
        await Browser.Picture(page.Page, "journey-5-gap");

        await gap.GetByRole(AriaRole.Button).First.ClickAsync();
        await page.Sees("Closes these gaps");
        await Expect(page.Message("Closes these gaps")).ToContainTextAsync("Milestones");
        await Browser.Picture(page.Page, "journey-6-initiative");
        await page.Press("Closes these gaps", "Back to the roadmap");
        await page.Sees("IT roadmap: Northlight Components");
    }

    private static async Task RoadmapAndSummary(ChatPage page)
    {
        await page.Say("roadmap");
        foreach (var phase in (string[])["Short term", "Mid term", "Long term"])
            await Expect(page.Message("IT roadmap: Northlight Components")).ToContainTextAsync(phase);
        await Browser.Picture(page.Page, "journey-7-roadmap");
        await page.Press("IT roadmap: Northlight Components", "Summary");
        await page.Sees("What is to be decided");
    }

    private static async Task SharedWithTheCommitteeAndApproved(ChatPage page)
    {
        await page.Be(Executive);
        await page.GoTo("Steering committee");
        await page.Sees("I make an IT roadmap");
        await page.Say("share");
        await page.Sees($"{Executive} shares this with you");
        await Browser.Picture(page.Page, "journey-8-shared");
        await page.Press("shares this with you", "Approve");
        await page.Sees($"approved by {Executive}");
        await Expect(page.Messages).Not.ToContainTextAsync(Secret);
        await Expect(page.Messages).Not.ToContainTextAsync(Corrected);

        await page.Be(Owner);
        await page.Sees($"{Executive} has approved version 1");
        await page.Say("summary");
        await page.Sees($"approved by {Executive}");
        await Browser.Picture(page.Page, "journey-9-approved");
    }

    private static async Task UserSeesWhatChanges(ChatPage page)
    {
        await page.Be(User);
        await page.Say("roadmap");
        var changes = page.Message("What changes for Production");
        await Expect(changes).ToBeVisibleAsync();
        await Expect(changes).ToContainTextAsync($"approved by {Executive}");
        await Expect(changes).Not.ToContainTextAsync("EUR");
        await Browser.Picture(page.Page, "journey-10-department");
    }

    /// <summary>The newest message of the chat, if it holds the words.</summary>
    private static ILocator Newest(ChatPage page, string words) =>
        page.Messages.GetByRole(AriaRole.Article).Last.Filter(new LocatorFilterOptions { HasText = words });
}
