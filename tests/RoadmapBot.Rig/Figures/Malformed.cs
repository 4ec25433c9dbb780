using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// S2: what is nearly JSON, real activities with something broken in them, and words that have broken other programs: nothing is answered with a fault of
/// ours, nothing is logged as one, the process lives and does not grow, and what is accepted is kept byte for byte.
/// </summary>
internal static class Malformed
{
    private const string Tenant = "tenant-4";
    private const int Clients = 8;
    private const int LongestName = 200;
    private const double MostGrowth = 1.2;
    private static readonly string[] Fields = ["value", "channelData", "entities", "text", "membersAdded", "new"];
    private static readonly string[] Verbs = ["engagement/create", "member/set", "engagement/request-role", "roadmap/planning-save", "pain/confirm", "scoring/save"];

    public static async Task<Result> Measure(Run run)
    {
        var shared = await run.Shared();
        var (world, bot, random) = (shared.World, shared.Bot, new Random(run.Seed));
        var people = await Crowd.Gather(bot, run.Of(10, 100), Tenant);
        var logged = bot.Log.Length;
        var (faults, statuses) = (new ConcurrentQueue<string>(), new ConcurrentQueue<int>());

        var raw = Enumerable.Range(0, run.Of(150, 2000)).Select(_ => Naughty.Json(random)).ToArray();
        await Post(raw);
        await Post([.. raw.Select(value => InField(people[0], Fields[random.Next(Fields.Length)], value))]);
        var broken = Enumerable.Range(0, run.Of(200, 20_000)).Select(number => Broken.Of(Ours(world, number), random)).ToArray();
        await Post(broken[..(broken.Length / 3)]);
        var strings = Naughty.Strings.ToArray();
        await Named(run.Size is Size.Full ? strings : random.GetItems(strings, 150));
        await Filled(run.Size is Size.Full ? strings : random.GetItems(strings, 20));
        random.Shuffle(strings);
        var said = await Said(people, strings[..run.Of(60, strings.Length)]);
        var memory = bot.Memory; // everything has been done once
        await Post(broken[(broken.Length / 3)..]);
        await world.Quiet(TimeSpan.FromMinutes(15));
        var growth = (double)bot.Memory / memory;
        if (growth > MostGrowth)
            faults.Enqueue($"the process grew to {growth:p0}");
        if (!bot.IsAlive)
            faults.Enqueue("the process has ended");
        var log = bot.Log[logged..];
        foreach (var line in log.Split('\n').Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal)))
            faults.Enqueue($"logged: {line[..Math.Min(line.Length, 200)]}");
        var honest = bot.Person("Honest", Tenant);
        await honest.Says("hi");
        await honest.Sees("Hi, I'm RoadmapBot");
        return new Result(
            $"{statuses.Count} bodies, {statuses.Count(status => status is 200)} served, {statuses.Count(status => status is >= 500 and not 501)} faults; {said}/{said + faults.Count(fault => fault.StartsWith("not kept", StringComparison.Ordinal))} texts kept as they were; memory {growth:p0}",
            [.. faults, .. world.Leaks()]);

        Task Post(byte[][] bodies) => Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (body, cancel) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await bot.Http.PostAsync("/api/messages", content, cancel);
            Answered((int)response.StatusCode, body);
        });

        void Answered(int status, byte[] body)
        {
            statuses.Enqueue(status);
            if (status is not (200 or 400 or 403 or 413 or 501))
                faults.Enqueue($"{status} for {Encoding.UTF8.GetString(body.AsSpan()[..Math.Min(body.Length, 200)])}");
        }

        // A press of nothing keeps the name of who presses, and makes the bot say nothing.
        async Task Named(string[] names)
        {
            await Parallel.ForEachAsync(names.Index(), new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (one, _) =>
            {
                var person = bot.Person($"naughty-{one.Index}", Tenant);
                var press = person.Activity("invoke", new JsonObject { ["name"] = "adaptiveCard/action", ["value"] = new JsonObject { ["action"] = new JsonObject { ["verb"] = one.Item, ["data"] = new JsonObject { ["text"] = one.Item } } } });
                press["from"]!["name"] = one.Item;
                using var response = await person.Post(press);
                Answered((int)response.StatusCode, Encoding.UTF8.GetBytes(one.Item));
            });
            foreach (var (number, name) in names.Index())
            {
                var wanted = AsName(name);
                if (wanted.Length > 0 && !bot.Query($"SELECT Name FROM people WHERE Id = '{bot.Person($"naughty-{number}", Tenant).Id}'").SequenceEqual([wanted]))
                    faults.Enqueue($"not kept as a name: {wanted}");
            }
        }

        Task Filled(string[] texts) => Parallel.ForEachAsync(texts.Index(), new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (one, _) =>
        {
            foreach (var verb in Verbs)
            {
                var fields = ((string[])["name", "objectives", "person", "department", "role", "start", "budget", "version", "id", "reason", "headcount"]).ToDictionary(field => field, _ => one.Item);
                var answer = await people[one.Index % people.Count].Sends(verb, new Dictionary<string, string>(fields) { ["engagement"] = one.Index % 2 == 0 ? one.Item : "" });
                Answered(int.Parse(answer[..3], CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(one.Item));
            }
        });

        // Between words of ours, so that no command, and no white space at an end, is cut off.
        async Task<int> Said(IReadOnlyList<Participant> by, string[] texts)
        {
            await Parallel.ForEachAsync(texts.Index(), new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (one, _) =>
            {
                var before = one.Index % 3 == 0 && one.Index < by.Count * 3 ? "" : one.Index % 3 == 1 ? "report anonymously: " : "report: ";
                var person = by[one.Index / 3 % by.Count];
                using var response = await person.Post(person.Activity("message", new JsonObject { ["text"] = before + Wrapped(one), ["textFormat"] = "plain" }));
                Answered((int)response.StatusCode, Encoding.UTF8.GetBytes(one.Item));
            });
            var states = (await world.Store.Said()).Concat(world.Store.Query("SELECT State FROM anonymous_boxes"));
            var kept = states.SelectMany(state => Texts(JsonNode.Parse(state))).ToHashSet(StringComparer.Ordinal);
            var lost = texts.Index().Where(one => !kept.Contains(Wrapped(one).Replace("\0", "", StringComparison.Ordinal))).ToArray();
            foreach (var one in lost)
                faults.Enqueue($"not kept as it was said: {one.Item}");
            return texts.Length - lost.Length;
        }

        static string Wrapped((int Index, string Item) one) => $"The wifi {World.Marker(one.Index)} drops {one.Item} every day";
    }

    /// <summary>A name is shown in one line: control characters and the space around it go, and it is cut between characters.</summary>
    private static string AsName(string given)
    {
        var name = string.Concat(given.Where(letter => !char.IsControl(letter))).Trim();
        return name.Length <= LongestName ? name : char.IsHighSurrogate(name[LongestName - 1]) ? name[..(LongestName - 1)] : name[..LongestName];
    }

    /// <summary>A recorded activity as it would come to this bot, in a chat of its own.</summary>
    private static JsonObject Ours(World world, int number)
    {
        var activity = Recorded.Read(Recorded.Names[number % Recorded.Names.Count], world.Teams.Url);
        (activity["channelId"], activity["recipient"]) = ("msteams", new JsonObject { ["id"] = World.Account, ["name"] = "RoadmapBot" });
        if (activity["conversation"] is JsonObject conversation)
            (conversation["id"], conversation["tenantId"]) = ($"a:broken-{number}", Tenant);
        if (activity["channelData"] is JsonObject data)
            data["tenant"] = new JsonObject { ["id"] = Tenant };
        return activity;
    }

    private static byte[] InField(Participant person, string field, byte[] value)
    {
        var text = person.Activity("message", new JsonObject { [field] = "$" }).ToJsonString().Split("\"$\"");
        return [.. Encoding.UTF8.GetBytes(text[0]), .. value, .. Encoding.UTF8.GetBytes(text[1])];
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
