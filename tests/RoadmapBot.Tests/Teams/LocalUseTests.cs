using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>Without a token the bot serves Development on one machine, and nothing else.</summary>
public sealed class LocalUseTests(Local local) : IClassFixture<Local>
{
    [Theory]
    [InlineData("http://127.0.0.1:41999/", HttpStatusCode.OK)]
    [InlineData("http://localhost:3978/local", HttpStatusCode.OK)]
    [InlineData("http://[::1]:3978/local", HttpStatusCode.OK)]
    [InlineData("https://smba.trafficmanager.net/amer/", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.test/", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost@evil.test/", HttpStatusCode.Forbidden)]
    [InlineData("http://me@localhost/", HttpStatusCode.Forbidden)]
    [InlineData("file:///etc/passwd", HttpStatusCode.Forbidden)]
    [InlineData("/relative", HttpStatusCode.Forbidden)]
    public async Task Only_a_service_of_this_machine_is_answered(string serviceUrl, HttpStatusCode status)
    {
        var ada = local.Bot.Person("Ada");
        using var response = await ada.Post(ada.Activity("message", new JsonObject { ["text"] = "hi", ["serviceUrl"] = serviceUrl }));
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("Bearer not-a-token")]
    [InlineData("")]
    public async Task An_offered_token_is_checked_in_Development_too(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(local.Bot.Person("Ada").Activity("message")) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await local.Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:3978", HttpStatusCode.OK)]
    [InlineData("[::1]:3978", HttpStatusCode.OK)]
    [InlineData("evil.test", HttpStatusCode.Unauthorized)]
    [InlineData("localhost.evil.test:3978", HttpStatusCode.Unauthorized)]
    [InlineData("192.0.2.7", HttpStatusCode.Unauthorized)]
    public async Task A_host_name_that_only_points_here_is_not_local(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(local.Bot.Person("Ada").Activity("message")) };
        request.Headers.Host = host;
        using var response = await local.Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("Forwarded")]
    public async Task Whoever_comes_through_a_tunnel_is_not_local(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(local.Bot.Person("Ada").Activity("message")) };
        request.Headers.Add(header, "for=203.0.113.9");
        using var response = await local.Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        using var page = new HttpRequestMessage(HttpMethod.Get, "/local/setup");
        page.Headers.Add(header, "for=203.0.113.9");
        using var refused = await local.Bot.Http.SendAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Another_machine_is_refused()
    {
        if (OwnAddress() is not { } address)
        {
            Assert.Skip("This machine has no address but loopback.");
            return;
        }

        await using var bot = await TestBot.Start(settings: ("urls", "http://0.0.0.0:0"));
        using var http = new HttpClient { BaseAddress = new UriBuilder(bot.Http.BaseAddress!) { Host = address.ToString() }.Uri };
        using var response = await http.PostAsJsonAsync("/api/messages", bot.Person("Ada").Activity("message"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static IPAddress? OwnAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus is OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
