using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>What it is like to be interviewed.</summary>
public sealed class InterviewJourney
{
    [Fact]
    public async Task A_head_of_department_pauses_and_goes_on_after_the_bot_was_restarted()
    {
        var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var henri = company.Head.Person;
        await henri.Says("start");
        await henri.Sees("Interview for the IT roadmap of Harbour Clinic", "Ada reads them");
        await henri.Sees("Question 1 of", "Why I ask");
        await henri.Says("Reception has to see patients faster by next summer, ten minutes at most.");
        await henri.Sees("Question 2 of");
        await henri.Says("pause");
        await henri.Sees("Paused", "Kept so far: 1 answer");

        await using var restarted = await bot.Restart();
        henri = restarted.Person("Henri");
        await henri.Says("continue");
        await henri.Sees("Question 2 of");
        await henri.Presses("Skip");
        await henri.Sees("Question 3 of");
    }

    [Fact]
    public async Task Every_way_not_to_answer_is_taken_and_shown_in_the_end()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of 5");
        Assert.Contains("You don't know", CardText.Of(await uma.Presses("I don't know")), StringComparison.Ordinal);
        await uma.Sees("Question 2 of 5");
        Assert.Contains("Not your area", CardText.Of(await uma.Presses("Not my area")), StringComparison.Ordinal);
        await uma.Sees("Question 3 of 5");
        Assert.Contains("Skipped", CardText.Of(await uma.Presses("Skip")), StringComparison.Ordinal);
        await uma.Sees("Question 4 of 5");
        await uma.Says("I would like fewer passwords, honestly.");
        await uma.Sees("fewer passwords"); // the question's card shows the answer now
    }

    [Fact]
    public async Task The_playback_shows_every_answer_and_one_of_them_is_corrected()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of 5");
        await uma.Presses("Skip");
        await uma.Sees("Question 2 of 5");
        await uma.Says("On Monday the label printer jammed for an hour.");
        await uma.Sees("Question 3 of 5");
        foreach (var question in (int[])[3, 4, 5])
        {
            await uma.Presses("Skip");
            if (question < 5)
                await uma.Sees($"Question {question + 1} of 5");
        }

        var playback = await uma.Sees("What I heard", "label printer jammed for an hour");
        var refused = await uma.Presses("Change it");
        Assert.Contains("Choose the answer", refused.GetString(), StringComparison.Ordinal);
        await uma.Presses("Change it", ("question", "user-held-up"));
        await uma.Sees("Question 2 of 5", "held you up");
        await uma.Says("On Tuesday the label printer jammed for two hours.");
        await uma.Sees("What I heard", "two hours");
        Assert.DoesNotContain("Monday", CardText.Of(uma.Last!.Activity), StringComparison.Ordinal);

        Assert.Contains("Choose from 1 to 4", (await uma.Presses("Confirm")).GetString(), StringComparison.Ordinal);
        Assert.Contains("Thank you", CardText.Of(await uma.Presses("Confirm", ("fit", "4"))), StringComparison.Ordinal);
        await uma.Says("continue");
        await uma.Sees("What you told me", "two hours");
        Assert.NotEqual(playback.Id, uma.Last!.Id);
    }

    [Fact]
    public async Task The_same_text_twice_in_a_minute_is_asked_about_and_never_becomes_two_answers_by_itself()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of 5");
        await uma.Presses("Skip");
        await uma.Sees("Question 2 of 5");
        await uma.Says("The label printer jammed for an hour.");
        await uma.Sees("Question 3 of 5");
        await uma.Says("The label printer jammed for an hour.");
        await uma.Sees("just got the same text", "The label printer jammed");
        var answered = await uma.Presses("Yes, take it");
        Assert.Contains("label printer", CardText.Of(answered), StringComparison.Ordinal);
        await uma.Sees("Question 4 of 5");
    }

    [Fact]
    public async Task A_pain_point_in_the_middle_of_an_interview_is_told_from_an_answer_by_asking()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of 5");
        await uma.Presses("Skip");
        await uma.Sees("Question 2 of 5");
        await uma.Says("report the wifi drops every afternoon");
        await uma.Sees("answer to the open question, or do you want me to do something");
        await uma.Presses("Do it instead");
        await uma.Sees("Have I understood it", "the wifi drops every afternoon");
        await uma.Says("continue");
        await uma.Sees("Question 2 of 5");
        await uma.Says("report writing takes me two hours a week");
        await uma.Sees("answer to the open question");
        Assert.Contains("two hours a week", CardText.Of(await uma.Presses("Yes, take it")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_an_answered_question_says_so_and_changes_nothing()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("start");
        var first = CardText.Card((await uma.Sees("Question 1 of 5")).Activity)!.Value;
        await uma.PressesOn(first, "Skip");
        await uma.Sees("Question 2 of 5");

        Assert.Contains("answered already", (await uma.PressesOn(first, "I don't know")).GetString(), StringComparison.Ordinal);
        Assert.Contains("answered already", (await uma.PressesOn(first, "Answer", ("chosen", "daily"))).GetString(), StringComparison.Ordinal);
        await uma.Says("continue");
        await uma.Sees("Question 2 of 5");
    }

    [Fact]
    public async Task Editing_a_message_in_the_chat_edits_the_answer_and_deleting_it_takes_it_back()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of 5");
        await uma.Presses("Skip");
        await uma.Sees("Question 2 of 5");
        var said = uma.Activity("message", new() { ["text"] = "The printer jammed for an hour." });
        await uma.Accepted(said);
        await uma.Sees("Question 3 of 5");

        await uma.Accepted(uma.Activity("messageUpdate", new()
        {
            ["id"] = said["id"]!.ToString(),
            ["text"] = "The scanner jammed for an hour.",
            ["channelData"] = new System.Text.Json.Nodes.JsonObject { ["eventType"] = "editMessage" },
        }));
        await uma.Sees("I have changed your answer");
        await uma.Accepted(uma.Activity("messageDelete", new()
        {
            ["id"] = said["id"]!.ToString(),
            ["channelData"] = new System.Text.Json.Nodes.JsonObject { ["eventType"] = "softDeleteMessage" },
        }));
        await uma.Sees("taken that answer back");
    }

    [Fact]
    public async Task In_a_group_an_interview_is_not_held_but_offered_in_the_personal_chat()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var inGroup = company.Head.Person.In("19:steering@thread.v2");
        await inGroup.Says("start");
        await inGroup.Sees("our own chat");
        await company.Head.Person.Sees("Your view counts");
        await company.Head.Person.Presses("Start my interview");
        await company.Head.Person.Sees("Question 1 of");
    }
}
