using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using RoadmapBot.Hosting;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

/// <summary>What infra/ names is there, and what the program needs, infra/ gives. No compiler for Bicep is at hand: these are the parts that can be told without one.</summary>
public sealed class InfraTests
{
    private static readonly BicepFile Main = new("infra", "main.bicep");
    private static readonly string Guide = Read("README.md");
    private static readonly string Containerfile = Read("Containerfile");

    [Fact]
    public void Every_setting_that_is_named_is_one_that_the_program_knows()
    {
        var named = Variables(Main.Text).Concat(Variables(Guide)).ToArray();
        Assert.All(named, name => Assert.Contains(Setting(name), KnownSettings.All));
        Assert.Equal(Variables(Main.Text).Order(StringComparer.Ordinal), Variables(Guide).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_template_sets_lets_the_program_start_in_Production()
    {
        var values = new Dictionary<string, string?>
        {
            ["Teams__AppId"] = Guarded.AppId,
            ["Storage__Provider"] = Regex.Match(Main.Text, "'Storage__Provider', value: '(\\w+)'").Groups[1].Value,
            ["Storage__ConnectionString"] = Regex.Replace(Regex.Match(Main.Text, "value: '(Host=[^']+)'").Groups[1].Value, @"\$\{[^}]+\}", "x"),
        };
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            Variables(Main.Text).Where(name => !name.StartsWith("OTEL", StringComparison.Ordinal))
                .ToDictionary(name => name.Replace("__", ":", StringComparison.Ordinal), name => values.GetValueOrDefault(name, "x"))).Build();

        var teams = settings.GetSection(TeamsOptions.Section).Get<TeamsOptions>()!;
        var storage = settings.GetSection(StorageOptions.Section).Get<StorageOptions>()!;
        Assert.True(new TeamsOptionsCheck(new HostingEnvironment { EnvironmentName = Environments.Production }).Validate(null, teams).Succeeded);
        Assert.True(new StorageOptionsCheck().Validate(null, storage).Succeeded);
        Assert.Equal(StorageProvider.PostgreSql, storage.Provider);
        Assert.Equal(["x"], teams.AllowedTenants);
    }

    [Fact]
    public void Every_name_that_the_template_uses_is_declared_and_every_declared_one_is_used()
    {
        Assert.Empty(Main.Used.Except(Main.Declared.Keys).Except(Main.Loops));
        var leaves = new[] { "teams", "deployedModel", "modelRole" }; // resources that nothing else needs to know
        Assert.Empty(Main.Declared.Where(one => one.Value != "output").Select(one => one.Key).Except(Main.Used).Except(leaves));
    }

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public void Brackets_and_quotes_close(string file)
    {
        var code = new BicepFile("infra", file).Code;
        var open = new Stack<char>();
        foreach (var sign in code.Where("(){}[]".Contains))
        {
            if ("({[".Contains(sign))
                open.Push(sign);
            else
                Assert.Equal("({["[")}]".IndexOf(sign)], open.Pop());
        }

        Assert.Empty(open);
        Assert.DoesNotContain('\'', code);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void A_parameter_file_gives_what_has_to_be_given_and_nothing_unknown(string environment)
    {
        var parameters = new BicepFile("infra", $"{environment}.bicepparam");
        Assert.StartsWith("using 'main.bicep'", parameters.Text, StringComparison.Ordinal);
        Assert.Contains($"param environmentName = '{environment}'", parameters.Text, StringComparison.Ordinal);
        Assert.Empty(Main.Needed.Except(parameters.Given));
        Assert.Empty(parameters.Given.Except(Main.Declared.Where(one => one.Value == "param").Select(one => one.Key)));
        var asked = Regex.Matches(parameters.Text, @"readEnvironmentVariable\('(\w+)'").Select(one => one.Groups[1].Value);
        Assert.All(asked, variable => Assert.Contains($"export {variable}=", Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_is_never_written_down_and_is_named_alike_where_it_is_kept_and_where_it_is_read()
    {
        var kept = Regex.Matches(Main.Text, @"vaults/secrets@[\d-]+' = \{\s*parent: vault\s*name: (\w+)").Select(one => one.Groups[1].Value).Order().ToArray();
        var listed = Regex.Matches(Main.Text, @"\{ name: (\w+), keyVaultUrl: '\$\{vault\.properties\.vaultUri\}secrets/\$\{(\w+)\}'").ToArray();
        Assert.Equal(3, kept.Length);
        Assert.Equal(kept, listed.Select(one => one.Groups[1].Value).Order());
        Assert.All(listed, one => Assert.Equal(one.Groups[1].Value, one.Groups[2].Value));
        Assert.Equal(kept, Regex.Matches(Main.Text, @"secretRef: (\w+)").Select(one => one.Groups[1].Value).Order());
        Assert.All(kept, name => Assert.Matches("^[a-z][a-z0-9-]+$", Main.Value(name)));
        Assert.All((string[])["appSecret", "databasePassword", "anonymityKey"], secret => Assert.Matches($@"@secure\(\)\s+(@description\(.*\)\s+)?param {secret} string\s*\n", Main.Text));
    }

    [Fact]
    public void A_type_of_resource_has_one_version()
    {
        var types = Regex.Matches(Main.Text, @"'(Microsoft\.\w+/[\w/]+)@(\d{4}-\d{2}-\d{2}(?:-preview)?)'").Select(one => (Type: one.Groups[1].Value, Version: one.Groups[2].Value)).ToArray();
        Assert.Equal(Main.Declared.Count(one => one.Value == "resource"), types.Length);
        Assert.All(types.GroupBy(one => string.Join('/', one.Type.Split('/')[..2])), family => Assert.Single(family.Select(one => one.Version).Distinct()));
    }

    [Fact]
    public void Port_and_probes_are_the_programs_own()
    {
        var port = Regex.Match(Main.Text, @"^var port = (\d+)", RegexOptions.Multiline).Groups[1].Value;
        Assert.Contains($"ASPNETCORE_HTTP_PORTS={port}", Containerfile, StringComparison.Ordinal);
        Assert.Contains($"EXPOSE {port}", Containerfile, StringComparison.Ordinal);
        Assert.Equal([Health.Live, Health.Live, Health.Ready], Regex.Matches(Main.Text, @"path: '([^']+)'").Select(one => one.Groups[1].Value));
        Assert.Contains("/api/messages'", Main.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_container_runs_as_nobody_in_particular_and_writes_only_to_its_volume()
    {
        var last = Containerfile[Containerfile.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];
        Assert.Matches(@"\nUSER \$APP_UID\n", last);
        Assert.Matches(@"\nVOLUME /data\nWORKDIR /data\n", last);
        Assert.DoesNotContain("chown", last, StringComparison.Ordinal);
        var copied = Regex.Matches(Containerfile, @"^COPY (?!--from)(.+) \S+$", RegexOptions.Multiline).SelectMany(one => one.Groups[1].Value.Split(' '));
        Assert.All(copied, path => Assert.True(Path.Exists(Repository.File(path.Split('/'))), path));
    }

    [Fact]
    public void Every_file_that_the_guide_names_is_there()
    {
        var named = Regex.Matches(Guide, @"`([\w.]+\.bicep(?:param)?|Containerfile[\w.]*)`|(infra/[\w.]+)").Select(one => one.Groups[1].Success ? $"infra/{one.Groups[1].Value}" : one.Groups[2].Value);
        Assert.All(named, path => Assert.True(Path.Exists(Repository.File(path.Split('/'))), path));
    }

    private static string Read(string file) => File.ReadAllText(Repository.File("infra", file));

    private static string Setting(string variable) => Regex.Replace(variable, @"__(\d+|\$\{index\})$", "").Replace("__", ":", StringComparison.Ordinal);

    /// <summary>Environment variables of the bot; a list's first element stands for all.</summary>
    private static string[] Variables(string text) =>
        [.. Regex.Matches(text, @"(?<!\w)(?:Teams|Storage|Local|LanguageModel)__\w+|(?<!\w)OTEL_\w+").Select(one => Regex.Replace(one.Value, "(?<=AllowedTenants__).*", "0")).Distinct()];
}
