using System.Net.Sockets;
using System.Text;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

/// <summary>Connections that are slow on purpose.</summary>
public sealed class LimitsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n{")]
    public async Task A_connection_that_dawdles_is_ended_and_honest_people_are_served_meanwhile(string beginning)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var bot = await TestBot.Start();
        var slow = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var connection = new TcpClient();
            await connection.ConnectAsync(bot.Http.BaseAddress!.Host, bot.Http.BaseAddress.Port, cancel);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning), cancel);
            return connection;
        }));

        var ada = bot.Person("Ada");
        await ada.Says("hi");
        await ada.Sees("Hi, I'm RoadmapBot");

        foreach (var connection in slow)
        {
            using (connection)
            using (var reader = new StreamReader(connection.GetStream()))
                Assert.Contains("408", await reader.ReadToEndAsync(cancel).WaitAsync(Patience, cancel), StringComparison.Ordinal);
        }
    }
}
