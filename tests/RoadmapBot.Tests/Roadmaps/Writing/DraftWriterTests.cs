using System.Diagnostics;
using RoadmapBot.Analysis;
using RoadmapBot.Benchmarks;
using RoadmapBot.Engagements;
using RoadmapBot.LanguageModel;
using RoadmapBot.Roadmaps.Writing;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Roadmaps.Writing;

/// <summary>Whatever a model does, a draft ends complete, in time, within its budget, and says nothing that nobody said.</summary>
public sealed class DraftWriterTests
{
    private static readonly string[] People = ["Henri Dubois", "Grace Hopper"];

    public static TheoryData<string> Scripts => [.. ModelScripts.All.Keys];

    [Fact]
    public async Task A_good_model_words_every_gap_initiative_and_the_summary_and_each_word_has_its_receipt()
    {
        await using var model = await FakeModel.Start();
        using var desk = new Desk(model.Url, Said(), People);
        var written = await desk.Write();

        Assert.Equal((Reach.All, 0), (written.Reach, written.Refused));
        Assert.Equal(desk.Analysis.Gaps.Select(gap => gap.Id).Order(), written.Gaps.Select(gap => gap.Gap).Order());
        Assert.Equal(desk.Plan.Initiatives.Select(one => one.Id).Order(), written.Initiatives.Select(one => one.Initiative).Order());
        Assert.Equal([desk.Analysis.Gaps[0].Statement], written.Summary);
        Assert.All(written.Gaps.SelectMany(gap => gap.Sentences), sentence =>
            Assert.All(sentence.Cites, cite => Assert.Contains(cite.Quote, desk.Testimony.Voices.Single(voice => voice.Id == cite.Voice).Statements.Single(one => one.Id == cite.Statement).Text, StringComparison.Ordinal)));
        Assert.Contains(written.Gaps.SelectMany(gap => gap.Sentences), sentence => sentence.Words.Contains("Henri", StringComparison.Ordinal));
        Assert.Equal(["read-answers", "summarise-roadmap", "word-initiatives"], written.Calls.Select(call => call.Prompt).Order());
        Assert.All(written.Calls, call => Assert.Equal(("fake-1-2026", 100L, 20L, 64), (call.Model, call.TokensIn, call.TokensOut, call.Hash.Length)));
        Assert.All(desk.Purses.Spent.Values, spent => Assert.Equal(3 * 120, spent));
    }

    [Fact]
    public async Task What_goes_out_names_no_member_no_address_and_no_secret()
    {
        await using var model = await FakeModel.Start();
        using var desk = new Desk(model.Url, Said(), People);
        await desk.Write();

        var sent = string.Join('\n', model.Requests.Select(request => request.Body));
        Assert.Contains("PERSON_", sent, StringComparison.Ordinal);
        Assert.All((string[])["Henri", "Dubois", "clinic.example", "Winter2026", "7946", "v-it", "\u200b"], hidden => Assert.DoesNotContain(hidden, sent, StringComparison.OrdinalIgnoreCase));
        Assert.All(model.Requests.Where(request => request.Schema != "read_answers"), request => Assert.DoesNotContain("tape", request.User, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task However_it_answers_the_draft_ends_in_time_with_nothing_that_nobody_said(string script)
    {
        await using var model = await FakeModel.Start(script);
        using var desk = new Desk(model.Url, Said(), People);
        var began = Stopwatch.GetTimestamp();
        var written = await desk.Write();

        Assert.True(Stopwatch.GetElapsedTime(began) < desk.Options.DraftLimit + TimeSpan.FromSeconds(2), script);
        Assert.InRange(model.Requests.Count, 1, 3 * 3 * 2); // three steps, tried three times, repaired once
        Assert.All(desk.Purses.Spent.Values, spent => Assert.InRange(spent, 0, 100_000));
        string[] words = [.. written.Gaps.SelectMany(gap => gap.Sentences).Select(sentence => sentence.Words), .. written.Initiatives.Select(one => one.Words), .. written.Summary];
        if (script != "obedient")
            Assert.Empty(words.Except(written.Initiatives.Select(one => one.Words).Where(_ => script is "nobody cited")).Except(written.Summary.Where(_ => script is "nobody cited" or "wrong ids")));
        else
            Assert.NotEmpty(words);
        Assert.True(words.Length > 0 || written.Reach is Reach.None or Reach.Refused, $"{script}: {written.Reach}"); // the card says so
        Assert.All(words, text => Assert.Null(PlainWords.Fault(text, Pen.LongestSentence)));
    }

    [Fact]
    public async Task A_model_that_nobody_can_reach_costs_no_more_than_a_moment()
    {
        using var desk = new Desk("http://127.0.0.1:9/v1/", Said(), People);
        var began = Stopwatch.GetTimestamp();
        var written = await desk.Write();
        Assert.Equal((Reach.None, 0), (written.Reach, written.Gaps.Count));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_long_pause_that_is_asked_for_is_kept_and_not_waited_for()
    {
        await using var model = await FakeModel.Start("429 with retry-after 600");
        using var desk = new Desk(model.Url, Said(), People);
        var began = Stopwatch.GetTimestamp();
        await desk.Write();
        var calls = model.Requests.Count;
        await desk.Write();
        Assert.Equal(calls, model.Requests.Count);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_short_pause_is_waited_for()
    {
        await using var model = await FakeModel.Start();
        var isFirst = 1;
        model.Script = (request, http) =>
        {
            if (Interlocked.Exchange(ref isFirst, 0) == 0)
                return ModelScripts.Obedient(request, http);
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (429, "0");
            return Task.CompletedTask;
        };
        using var desk = new Desk(model.Url, Said(), People);
        Assert.Equal(Reach.All, (await desk.Write()).Reach);
        Assert.Equal(4, model.Requests.Count);
    }

    [Fact]
    public async Task A_model_that_fails_half_way_keeps_what_it_has_worded_and_the_rest_is_the_rules()
    {
        await using var model = await FakeModel.Start();
        model.Script = (request, http) => (request.Schema == "word_initiatives" ? ModelScripts.All["cut stream"] : ModelScripts.Obedient)(request, http);
        using var desk = new Desk(model.Url, Said(), People);
        var written = await desk.Write();
        Assert.Equal((Reach.Part, 0), (written.Reach, written.Initiatives.Count));
        Assert.Equal(desk.Analysis.Gaps.Count, written.Gaps.Count);
        Assert.NotEmpty(written.Summary);
    }

    [Fact]
    public async Task A_refused_sentence_may_be_tried_once_more()
    {
        await using var model = await FakeModel.Start();
        model.Script = (request, http) => (request.Data("refused").GetArrayLength() == 0 ? ModelScripts.All["lie"] : ModelScripts.Obedient)(request, http);
        using var desk = new Desk(model.Url, Said(), People);
        var written = await desk.Write();
        Assert.True(written.Refused > 0);
        Assert.NotEmpty(written.Gaps);
        Assert.Equal(6, model.Requests.Count);
        Assert.DoesNotContain(written.Gaps.SelectMany(gap => gap.Sentences), sentence => sentence.Words.Contains("Contoso", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Operators_see_calls_tokens_and_refusals()
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (instrument.Name.StartsWith("roadmapbot.model.", StringComparison.Ordinal))
                one.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}".Trim()));
        listener.Start();
        await using var model = await FakeModel.Start("lie");
        using var desk = new Desk(model.Url, Said(), People);
        await desk.Write();
        Assert.Superset(new HashSet<string> { "roadmapbot.model.calls read-answers Answered", "roadmapbot.model.tokens read-answers in", "roadmapbot.model.tokens read-answers out", "roadmapbot.model.refused" }, seen.ToHashSet());
    }

    [Fact]
    public async Task A_spent_budget_asks_nobody()
    {
        await using var model = await FakeModel.Start();
        using var desk = new Desk(model.Url, Said(), People, options => options.TokensForTenant = 1000);
        var written = await desk.Write();
        Assert.Equal((Reach.Spent, 0, 0), (written.Reach, written.Gaps.Count, model.Requests.Count));
        Assert.All(desk.Purses.Spent.Values, spent => Assert.Equal(0, spent));
    }

    [Fact]
    public async Task Of_many_people_each_answer_is_sent_twice_at_most_and_what_several_portions_say_is_made_one()
    {
        await using var model = await FakeModel.Start();
        var testimony = SeededTestimony.Of(7, 120, 12, 40);
        model.Script = (request, http) => (request.Schema == "read_answers" && request.Data("refused").GetArrayLength() == 0 ? ModelScripts.All["lie"] : ModelScripts.Obedient)(request, http);
        using var desk = new Desk(model.Url, testimony, People, options => (options.DraftLimit, options.CallLimit) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)));
        var written = await desk.Write();

        var sent = model.Requests.Where(request => request.Schema == "read_answers").SelectMany(request => request.Data("answers").EnumerateArray().Select(answer => answer.GetProperty("id").GetString()!)).CountBy(id => id).ToArray();
        Assert.True(sent.Length > 50, $"{sent.Length} answers");
        Assert.All(sent, answer => Assert.InRange(answer.Value, 1, 2));
        Assert.Contains(model.Requests, request => request.Schema == "word_gaps");
        Assert.NotEmpty(written.Gaps);
        Assert.All(written.Gaps, gap => Assert.InRange(gap.Sentences.Count, 1, 3));
    }

    internal static Testimony Said() => new(
        new Organisation("Harbour Clinic", "health", 120, 2, 1), ["Open a second clinic in Leeds by autumn 2027", "Keep patients' data safe"],
        [
            new Voice("v-head", Role.DepartmentHead, "head", "Reception",
            [
                new("q1", "What slows people down?", "Every new patient is typed twice, once into the booking system and once into Excel. Call Henri at +44 20 7946 0018."),
                new("q2", "How are backups made?", "Henri Dubois says that our backups to tape have never been tested. Write to henri@clinic.example, the password is Winter2026!"),
            ], []),
            new Voice("v-it", Role.It, "it", null,
            [
                new("q3", "How do people sign in?", "There is no multi-factor authentication, only\u200b passwords, and people share them."),
                new("q4", "Who plans?", "Honestly nobody plans IT here, we only react when something breaks. There is no IT strategy."),
            ], []),
        ],
        []);
}
