using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>What the bot has to say reaches the chat once and in order, whatever Teams does meanwhile.</summary>
public sealed class OutgoingJourney
{
    private static Func<HttpContext, Task> Busy => Answers.Status(429, headers: ("Retry-After", "1"));

    [Fact]
    public async Task A_throttled_chat_keeps_its_order_and_holds_up_nobody_else()
    {
        await using var bot = await TestBot.Start();
        var (ada, bo) = (bot.Person("Ada"), bot.Person("Bo"));
        bot.Connector.Always = call => call.Target.Contains("Ada", StringComparison.Ordinal) ? Busy : null;

        foreach (var text in (string[])["hi", "help", "what is this about"])
            await ada.Says(text);
        await bo.Says("hi");
        await bo.Sees("Hi, I'm RoadmapBot");
        Assert.Empty(bot.Connector.In(ada.Chat));

        bot.Connector.Always = null;
        await ada.Sees("not sure what you want");
        Assert.Equal(
            ["Hi, I'm RoadmapBot", "What I can do", "I'm not sure what you want"],
            bot.Connector.In(ada.Chat).Select(shown => shown.Activity.GetProperty("summary").GetString()));
    }

    [Theory]
    [InlineData(400, "BadSyntax", 1)]
    [InlineData(500, "ServiceError", 5)]
    [InlineData(302, "", 1)]
    [InlineData(502, "", 5)]
    [InlineData(504, "", 5)]
    public async Task A_message_that_cannot_be_delivered_is_given_up_and_the_chat_goes_on(int status, string code, int calls)
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var ada = bot.Person("Ada");
        bot.Connector.Always = call => call.Body.Contains("Hi, I'm", StringComparison.Ordinal) ? Answers.Error(status, code) : null;

        await ada.Says("hi");
        await ada.Says("help");

        await ada.Sees("What I can do");
        Assert.Equal(calls, bot.Connector.Calls.Count(call => call.Body.Contains("Hi, I'm", StringComparison.Ordinal)));
        Assert.Single(bot.Connector.In(ada.Chat));
        Assert.Contains("is given up", bot.Log.All, StringComparison.Ordinal);
        Assert.Empty(bot.Query("SELECT Body FROM messages WHERE Body LIKE '%Hi, I%'"));
    }

    [Fact]
    public async Task Being_asked_to_wait_does_not_use_up_the_tries_of_an_unclear_end()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var ada = bot.Person("Ada");
        foreach (var fault in (Func<HttpContext, Task>[])[Answers.Status(429), Answers.Status(412), Answers.Status(429), Answers.Status(502), Answers.Status(429)])
            bot.Connector.Faults.Enqueue(fault);

        await ada.Says("hi");
        await ada.Sees("Hi, I'm RoadmapBot");
        Assert.Equal(6, bot.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var ada = bot.Person("Ada");
        bot.Connector.Faults.Enqueue(Answers.Reset);

        await ada.Says("hi");
        await ada.Sees("Hi, I'm RoadmapBot");
        Assert.Equal(2, bot.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_card_that_Teams_finds_too_large_becomes_a_text()
    {
        await using var bot = await TestBot.Start();
        var ada = bot.Person("Ada");
        bot.Connector.Always = call => call.Body.Contains("attachments", StringComparison.Ordinal) ? Answers.Error(413, "MessageSizeTooBig") : null;

        await ada.Says("help");
        var shown = await ada.Sees("too large to show in Teams", "What I can do");
        Assert.False(shown.Activity.TryGetProperty("attachments", out _));
        Assert.Equal(2, bot.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_hears_nothing_until_she_speaks_to_it_again()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var ada = bot.Person("Ada");
        bot.Connector.Always = _ => Answers.Error(403, "ConversationBlockedByUser");
        await ada.Says("hi");
        while (bot.Query("SELECT IsOpen FROM chats").Single() != "0")
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Single(bot.Connector.Calls);
        Assert.Empty(bot.Query("SELECT Id FROM work"));

        bot.Connector.Always = null;
        await ada.Says("hi");
        await ada.Sees("Hi, I'm RoadmapBot");
    }

    [Fact]
    public async Task A_tenant_of_another_cloud_is_served_from_its_own_host_from_then_on()
    {
        await using var connector = await FakeConnector.Start();
        var hosts = new HostRecord(new Uri(connector.Url));
        await using var bot = await TestBot.Start(
            connector: connector, services: services => services.AddHttpClient(nameof(ConnectorClient)).ConfigurePrimaryHttpMessageHandler(() => hosts));
        var ada = bot.Person("Ada");
        connector.Faults.Enqueue(Answers.Error(403, "InvalidBotApiHost"));

        await ada.Says("hi");
        await ada.Sees("Hi, I'm RoadmapBot");
        Assert.Equal(["127.0.0.1", "smba.infra.gcc.teams.microsoft.com"], hosts.Asked);
        Assert.Contains("smba.infra.gcc.teams.microsoft.com", bot.Query("SELECT State FROM chats").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_whose_row_is_broken_does_not_silence_its_chat()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var ada = bot.Person("Ada");
        bot.Connector.Always = _ => Busy;
        await ada.Says("hi");
        await bot.Connector.WaitForCalls(1);
        bot.Query("UPDATE messages SET Chat = '{'");
        await ada.Says("help");
        bot.Connector.Always = null;

        await ada.Sees("What I can do");
        Assert.Single(bot.Connector.In(ada.Chat));
    }

    [Fact]
    public async Task What_was_said_before_the_process_ended_is_sent_after_its_next_start()
    {
        var clock = new FastClock();
        await using var bot = await TestBot.Start(clock: clock);
        var ada = bot.Person("Ada");
        bot.Connector.Always = _ => Busy;
        await ada.Says("hi");
        await ada.Says("help");

        await using var again = await bot.Restart();
        again.Connector.Always = null;
        await again.Person("Ada").Sees("Hi, I'm RoadmapBot");
        await again.Person("Ada").Sees("What I can do");
        Assert.Equal(2, again.Connector.In(ada.Chat).Count);
    }

    /// <summary>Notes which host a call was for, and lets the loopback Teams answer it.</summary>
    private sealed class HostRecord(Uri teams) : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.Host);
            request.RequestUri = new Uri(teams, request.RequestUri.AbsolutePath[request.RequestUri.AbsolutePath.IndexOf("/v3", StringComparison.Ordinal)..]);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
