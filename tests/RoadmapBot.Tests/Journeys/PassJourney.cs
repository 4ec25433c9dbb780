using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>A question goes to a colleague by name; the answer comes back, counts as the colleague's, and goes no further than it should.</summary>
public sealed class PassJourney
{
    private const string Words = "The maintenance contract of the scanner ends on 30 June 2027.";

    [Fact]
    public async Task A_colleague_answers_and_everybody_in_between_gets_it()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var (head, user, ceo) = (company.Head.Person, company.User.Person, company.Ceo.Person);
        var form = await Asked(head);
        Assert.Contains("The answer is kept under your colleague's name", CardText.Of(form), StringComparison.Ordinal);
        await head.PressesOn(form, "Send", ("person", user.Id), ("context", "You know the scanner best."));
        await head.Sees("I have asked Uma");
        await head.Sees("Question 2 of");

        var asked = CardText.Card((await user.Sees("Henri asks you one question", "You know the scanner best", "these people read it: Ada, Henri")).Activity)!.Value;
        var on = await user.PressesOn(asked, "Ask somebody else");
        Assert.DoesNotContain(CardText.Inputs(on)[0].GetProperty("choices").EnumerateArray(), choice => choice.GetProperty("value").GetString() is { } id && (id == head.Id || id == user.Id));
        await user.PressesOn(on, "Send", ("person", ceo.Id));
        var last = CardText.Card((await ceo.Sees("Uma asks you one question")).Activity)!.Value;
        Assert.DoesNotContain(CardText.Buttons(last), button => button.GetProperty("title").GetString() == "Ask somebody else"); // two hops are enough
        Assert.Contains("no longer waiting", (await user.PressesOn(asked, "Answer", ("answer", "Late"))).GetString(), StringComparison.Ordinal);
        Assert.Contains("Write an answer", CardText.Of(await ceo.PressesOn(last, "Answer")), StringComparison.Ordinal);

        Assert.Contains("your answer is kept", CardText.Of(await ceo.PressesOn(last, "Answer", ("answer", Words))), StringComparison.Ordinal);
        await head.Sees("Grace has answered your question", Words);
        await user.Sees("Grace has answered your question", Words);
        Assert.Contains(Words, bot.Query($"SELECT State FROM interviews WHERE Person = '{ceo.Id}'").Single(), StringComparison.Ordinal);
        await ceo.Says("start"); // who was only asked by a colleague is still introduced
        await ceo.Sees("Question 1 of");
        await head.Says("my data");
        await head.Sees("What I keep about you");
    }

    [Fact]
    public async Task What_is_declined_or_not_answered_in_time_is_the_askers_again()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var company = await Company.Found(bot);
        var (head, user) = (company.Head.Person, company.User.Person);
        await head.PressesOn(await Asked(head), "Send", ("person", user.Id));
        var asked = CardText.Card((await user.Sees("Henri asks you")).Activity)!.Value;
        await user.PressesOn(asked, "I'd rather not");
        var back = CardText.Card((await head.Sees("Uma would rather not answer")).Activity)!.Value;
        await head.PressesOn(await head.PressesOn(back, "Ask somebody else"), "Send", ("person", company.Ceo.Person.Id));
        await company.Ceo.Person.Sees("Henri asks you");
        await bot.Sent();
        clock.Advance(TimeSpan.FromDays(9));
        back = CardText.Card((await head.Sees("Grace has not answered in time")).Activity)!.Value;
        await head.PressesOn(back, "I answer it");
        await head.Sees("Question 1 of");
        await head.Says("We want shorter queues at the desk by summer 2027.");
        await head.Sees("Saved: Department goals");

        await head.Says("my data");
        await head.Sees("What I keep about you");
        await head.PressesOn(await head.Presses("Erase everything"), "Erase for good");
        Assert.DoesNotContain(head.Id, string.Concat(bot.Query("SELECT State FROM campaigns")), StringComparison.Ordinal);
    }

    /// <summary>The form that passes the first question on.</summary>
    private static async Task<JsonElement> Asked(Participant person)
    {
        await person.Says("start");
        return await person.PressesOn(CardText.Card((await person.Sees("Question 1 of")).Activity)!.Value, "Ask a colleague");
    }
}
