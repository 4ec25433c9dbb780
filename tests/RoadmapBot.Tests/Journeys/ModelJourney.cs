using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.LanguageModel;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>With a model: better words, marked as such, for those who may read what they retell; and without it the same bot.</summary>
public sealed class ModelJourney
{
    private const string Backups = "Our backups have never been tested, as far as Grace and I know.";

    [Fact]
    public async Task A_draft_is_worded_marked_and_kept_with_where_its_words_come_from()
    {
        await using var model = await FakeModel.Start();
        await using var bot = await TestBot.Start(clock: new FastClock(), settings: model.Settings());
        var company = await Heard(bot);
        var gap = await OpenGap(company.Owner);
        Assert.Contains("Worded by a language model (fake-1-2026)", CardText.Of(gap), StringComparison.Ordinal);
        Assert.Equal(2, CardText.Of(gap).Split(Backups).Length - 1); // as the model's words, and as the quote beneath

        await company.Ceo.Person.Says("summary");
        var summary = (await company.Ceo.Person.Sees("IT roadmap in short", "Worded by a language model")).Activity;
        Assert.Equal("AIGeneratedContent", summary.GetProperty("entities")[0].GetProperty("additionalType")[0].GetString());
        await company.Ceo.Person.Says("gaps");
        var forCeo = CardText.Of(await Open(company.Ceo.Person));
        Assert.DoesNotContain(Backups, forCeo, StringComparison.Ordinal);
        Assert.DoesNotContain("Worded by a language model", forCeo, StringComparison.Ordinal);

        Assert.Equal(["model/1"], bot.Query("SELECT Subject FROM audit_entries WHERE Kind = 'Model'"));
        Assert.DoesNotContain(model.Requests, request => request.Body.Contains("Grace", StringComparison.Ordinal) || request.Body.Contains("Henri", StringComparison.Ordinal));
        Assert.All(model.Requests, request => Assert.Equal("Bearer key-of-the-fake", request.Authorization));
        Assert.Equal(["all", "engagement", "person", "person", "tenant"], bot.Query("SELECT Purse FROM model_spending").Select(purse => purse.Split('/')[0]).Order()); // who drafts and who answers
        Assert.DoesNotContain("tenant-1", string.Join('\n', bot.Query("SELECT Purse FROM model_spending")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_retell_an_answer_go_with_it()
    {
        await using var model = await FakeModel.Start();
        await using var bot = await TestBot.Start(clock: new FastClock(), settings: model.Settings());
        var company = await Heard(bot);
        await OpenGap(company.Owner);
        Assert.Contains("never been tested", bot.Query("SELECT State FROM roadmaps").Single(), StringComparison.Ordinal);

        await company.Head.Person.Says("mydata");
        await company.Head.Person.Sees("Erase");
        await company.Head.Person.PressesOn(await company.Head.Person.Presses("Erase everything"), "Erase for good");
        Assert.DoesNotContain("never been tested", bot.Query("SELECT State FROM roadmaps").Single(), StringComparison.Ordinal);
        var (exitCode, output, error) = await CommandLine.Run("verify-log", $"--Storage:ConnectionString=Data Source={bot.Database}");
        Assert.True(exitCode == 0, output + error);
    }

    [Fact]
    public async Task A_draft_that_takes_long_says_how_far_it_is_and_takes_that_away_when_it_comes()
    {
        await using var model = await FakeModel.Start();
        model.Script = async (request, http) =>
        {
            if (request.Schema == "read_answers")
                await Task.Delay(TimeSpan.FromSeconds(2.5), TimeProvider.System, http.RequestAborted);
            await ModelScripts.Obedient(request, http);
        };
        await using var bot = await TestBot.Start(clock: new FastClock(), settings: model.Settings(("LanguageModel:CallLimit", "00:00:05")));
        var company = await Heard(bot);
        await company.Owner.Says("gaps");
        await company.Owner.Sees("It reads the answers behind the gaps: 0 of 1 portions are read.");
        await company.Owner.Sees("Gap analysis:");
        await bot.Sent();
        Assert.DoesNotContain(bot.Connector.In(company.Owner.Chat), shown => CardText.Of(shown.Activity).Contains("portions are read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("500", "The language model did not answer")]
    [InlineData("lie", "did not stand up to what people said")]
    public async Task A_model_that_fails_or_lies_leaves_the_rules_draft_whole(string script, string told)
    {
        await using var model = await FakeModel.Start(script);
        await using var bot = await TestBot.Start(clock: new FastClock(), settings: model.Settings());
        var company = await Heard(bot);
        Assert.Contains("Restor", CardText.Of(await OpenGap(company.Owner)), StringComparison.OrdinalIgnoreCase);
        await company.Owner.Says("summary");
        var summary = CardText.Of((await company.Owner.Sees("IT roadmap in short", told)).Activity);
        Assert.DoesNotContain("Contoso", summary, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Text.Contains("never been tested", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("key-of-the-fake", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_budget_that_is_spent_is_said_and_counted_across_a_restart()
    {
        await using var model = await FakeModel.Start();
        var bot = await TestBot.Start(clock: new FastClock(), settings: model.Settings(("LanguageModel:TokensForTenant", "100")));
        try
        {
            var company = await Heard(bot);
            await company.Owner.Says("summary");
            await company.Owner.Sees("budget for the language model is used up");
            Assert.Empty(model.Requests);
            bot = await bot.Restart();
            var purses = Budget.Purses(new Spender("t", "e", "p"), new DateOnly(2026, 11, 22), new ModelOptions { TokensForTenant = 100 });
            var store = bot.Services.GetRequiredService<IBudgetStore>();
            Assert.True(await store.Take(purses, new DateOnly(2026, 11, 22), 60, TestContext.Current.CancellationToken));
            Assert.False(await store.Take(purses, new DateOnly(2026, 11, 22), 60, TestContext.Current.CancellationToken));
            Assert.True(await store.Take(purses, new DateOnly(2026, 11, 23), 60, TestContext.Current.CancellationToken));
            Assert.Equal(64, (await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => store.Take([new Purse("race", 64)], new DateOnly(2026, 11, 22), 1, TestContext.Current.CancellationToken)))).Count(taken => taken));
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_follow_up_question_is_chosen_and_worded_by_the_model_and_kept_as_asked()
    {
        await using var model = await FakeModel.Start();
        await using var bot = await TestBot.Start(settings: model.Settings());
        var company = await Company.Found(bot);
        await company.Head.Person.Says("start");
        await company.Head.Person.Sees("What does your department have to achieve");
        await company.Head.Person.Says("Every new patient of the canary ward is typed twice.");
        await company.Head.Person.Sees("Going by your answer");
        await company.Ceo.Person.Says("start");
        await company.Ceo.Person.Sees("your answers go to it, without names");
        await company.Ceo.Person.Sees("What does the organisation have to achieve");
        var before = model.Requests.Count;
        await company.Ceo.Person.Says("We want to be the best clinic around.");
        var asked = (await company.Ceo.Person.Sees("Going by your answer: By when must that be true?")).Activity;
        Assert.Equal("AIGeneratedContent", asked.GetProperty("entities")[0].GetProperty("additionalType")[0].GetString());
        await company.Ceo.Person.Says("By summer 2027");
        await company.Ceo.Person.Sees("Going by your answer: What number would show");
        Assert.Contains("Going by your answer: By when must that be true?", string.Join('\n', bot.Query("SELECT State FROM interviews")), StringComparison.Ordinal);
        Assert.All(model.Requests, request => Assert.DoesNotContain("Grace", request.Body, StringComparison.Ordinal));
        Assert.All(model.Requests.Skip(before), request => Assert.DoesNotContain("canary", request.Body, StringComparison.Ordinal)); // an interview tells the model nothing of another
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("lie")]
    [InlineData("500")]
    public async Task Where_the_model_is_slow_or_bad_the_guides_own_question_comes_in_time(string script)
    {
        await using var model = await FakeModel.Start(script);
        await using var bot = await TestBot.Start(settings: model.Settings(("LanguageModel:QuestionLimit", "00:00:01")));
        var company = await Company.Found(bot);
        await company.Ceo.Person.Says("start");
        await company.Ceo.Person.Sees("What does the organisation have to achieve");
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        await company.Ceo.Person.Says("We want to be the best clinic around.");
        var asked = (await company.Ceo.Person.Sees("What number would show that you got there?")).Activity;
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(6), script);
        Assert.False(asked.TryGetProperty("entities", out _));
        Assert.NotEmpty(model.Requests);
    }

    private static async Task<Company> Heard(TestBot bot)
    {
        var company = await Company.Found(bot);
        await company.Head.Interview("Every new patient is typed twice, once into the booking system and once into Excel.", Backups);
        return company;
    }

    private static async Task<JsonElement> OpenGap(Participant reader)
    {
        await reader.Says("gaps");
        return await Open(reader);
    }

    private static async Task<JsonElement> Open(Participant reader)
    {
        var gaps = CardText.Card((await reader.Sees("Gap analysis:")).Activity)!.Value;
        var title = CardText.Walk(gaps).Where(part => part.TryGetProperty("selectAction", out _)).Select(part => part.GetProperty("selectAction").GetProperty("title").GetString()!)
            .First(title => title.Contains("backup", StringComparison.OrdinalIgnoreCase));
        return await reader.PressesOn(gaps, title);
    }
}
