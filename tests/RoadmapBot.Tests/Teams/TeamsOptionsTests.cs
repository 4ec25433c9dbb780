using Microsoft.Extensions.Hosting.Internal;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

public sealed class TeamsOptionsTests
{
    private static readonly Dictionary<string, (Action<TeamsOptions> Change, string Fault)> Table = new()
    {
        ["no app id"] = (options => options.AppId = null, "Teams:AppId is missing"),
        ["an app id that is no GUID"] = (options => options.AppId = "bot", "Teams:AppId is not a GUID"),
        ["no secret"] = (options => options.AppSecret = "", "Teams:AppSecret is missing"),
        ["no tenant to get a token from"] = (options => options.HomeTenant = " ", "Teams:HomeTenant is missing"),
        ["no issuer"] = (options => options.Issuer = "", "Teams:Issuer is missing"),
        ["metadata that anybody may change on the way"] = (options => options.OpenIdMetadataUrl = "http://login.test/keys", "Teams:OpenIdMetadataUrl must use https"),
        ["a token URL that is none"] = (options => options.TokenUrl = "login", "Teams:TokenUrl is not an absolute URL"),
        ["an origin with a path"] = (options => options.ServiceUrlOrigins = ["https://teams.test/amer"], "\"https://teams.test/amer\", which is no origin"),
        ["an origin with a slash"] = (options => options.ServiceUrlOrigins = ["https://teams.test/"], "which is no origin"),
        ["an origin with a user"] = (options => options.ServiceUrlOrigins = ["https://me@teams.test"], "which is no origin"),
        ["an origin without https"] = (options => options.ServiceUrlOrigins = ["http://teams.test"], "which is no origin"),
        ["an origin in capitals"] = (options => options.ServiceUrlOrigins = ["https://TEAMS.test"], "which is no origin"),
        ["a turn without time"] = (options => options.TurnLimit = TimeSpan.Zero, "Teams:TurnLimit"),
        ["a turn that outlasts Teams"] = (options => options.TurnLimit = TimeSpan.FromSeconds(13), "Teams:TurnLimit"),
        ["a call that outlasts patience"] = (options => options.CallLimit = TimeSpan.FromMinutes(2), "Teams:CallLimit"),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_setting_that_cannot_work_is_named_at_the_start(string row)
    {
        var options = Good();
        Table[row].Change(options);
        Assert.Contains(Table[row].Fault, Check("Production", options), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_come_at_once() =>
        Assert.Equal(3, Check("Production", new TeamsOptions { Issuer = "", OpenIdMetadataUrl = "x" }).Split(';').Length);

    [Fact]
    public void The_settings_of_a_deployment_pass() => Assert.Equal("", Check("Production", Good()));

    [Fact]
    public void In_Development_nothing_needs_to_be_set() => Assert.Equal("", Check("Development", new TeamsOptions()));

    private static TeamsOptions Good() => new()
    {
        AppId = "0f1e2d3c-4b5a-4968-8776-655443322110",
        AppSecret = "secret",
        HomeTenant = "tenant-1",
        ServiceUrlOrigins = ["https://teams.test", "http://127.0.0.1:4000"],
    };

    private static string Check(string environment, TeamsOptions options) =>
        new TeamsOptionsCheck(new HostingEnvironment { EnvironmentName = environment }).Validate(null, options).FailureMessage ?? "";
}
