using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// S8: what is reported without a name stands nowhere beside who reported it, in its order or with its time; it is shown from five people on, never before the next
/// full day; and nothing that anybody can ask about what is shown comes down to fewer than five people.
/// </summary>
internal static partial class Anonymity
{
    private const string Tenant = "tenant-5";
    private const string SmallTenant = "tenant-6";
    private const int Least = 5;
    private const int Queries = 500;
    private const int FirstMarker = 500_000;

    /// <summary>So near is beside, in the bytes of a page.</summary>
    private const int Beside = 200;

    private const int PageSize = 4096;
    private static readonly string[] Things = ["wifi drops", "printer jams", "laptop is slow", "password expires", "phone line breaks"];

    /// <summary>A point as a card shows it.</summary>
    /// <param name="About">What all of its batch share.</param>
    private sealed record Seen(string Marker, string About);

    private sealed record Group(Participant Owner, Participant It, IReadOnlyList<Participant> People, string Engagement);

    public static async Task<Result> Measure(Run run)
    {
        var shared = await run.Shared();
        var (world, random, faults) = (shared.World, new Random(run.Seed), new List<string>());
        var (large, small) = (await Gather(shared.Bot, Tenant, 14), await Gather(shared.Bot, SmallTenant, Least - 1));
        var authors = new Dictionary<string, Participant>();
        var count = run.Of(50, 200);

        var seen = new List<IReadOnlyList<Seen>> { Array.Empty<Seen>() };
        await Report(large, count / 2);
        await Report(small, 3 * (Least - 1));
        NothingTells(world, authors, [], faults);
        foreach (var share in (int[])[0, count - (count / 2), 0, 0])
        {
            await world.Night();
            seen.Add(await Look(large));
            if (seen.Count == 2 && seen[^1].Count > 0)
                faults.Add("shown on the next day already");
            await Report(large, share);
        }

        if ((await Look(small)).Count > 0)
            faults.Add($"shown of {Least - 1} people");
        foreach (var group in (Group[])[large, small])
        {
            await group.Owner.Says("gaps");
            await world.Quiet(TimeSpan.FromMinutes(2));
        }

        var shown = seen.SelectMany(one => one).Select(one => one.Marker).ToHashSet();
        NothingTells(world, authors, shown, faults);
        var told = World.Markers(world.Teams.Calls.Where(call => !authors.Values.Any(person => call.Target.Contains(Uri.EscapeDataString(person.Chat), StringComparison.Ordinal))).Select(call => call.Body)
            .Concat(world.Store.Query("SELECT State FROM roadmaps"))).Keys.Where(authors.ContainsKey);
        faults.AddRange(told.Except(shown).Select(marker => $"{marker} was told before it was shown"));
        var reported = authors.Keys.Order(StringComparer.Ordinal).ToArray();
        if (seen[^1].Select(one => one.Marker).ToArray() is var order && (order.SequenceEqual(reported.Where(order.Contains)) || order.Reverse().SequenceEqual(reported.Where(order.Contains))))
            faults.Add("shown in the order of the reports");
        var recovered = Recovered(seen, authors, random);
        if (recovered > 0)
            faults.Add($"{recovered} of {Queries} differences of two queries come down to fewer than {Least} people");
        return new Result($"{authors.Count} points of {large.People.Count + small.People.Count} people, {shown.Count} shown over {seen.Count - 1} nights, {Queries} queries, {recovered} small cells", [.. faults, .. world.Leaks()]);

        async Task Report(Group group, int points)
        {
            for (var number = 0; number < points; number++)
            {
                var (marker, person) = (World.Marker(FirstMarker + authors.Count), group.People[number < group.People.Count ? number : random.Next(group.People.Count)]);
                authors.Add(marker, person);
                await person.Sends("say", new Dictionary<string, string> { ["text"] = $"report anonymously: the {Things[random.Next(Things.Length)]} on floor {random.Next(9)}, {marker}" });
            }
        }
    }

    /// <summary>An owner, somebody of IT who reads too, and people of two departments and of none.</summary>
    private static async Task<Group> Gather(BotProcess bot, string tenant, int people)
    {
        var (owner, it) = (bot.Person("Owner", tenant), bot.Person("Reader", tenant));
        await owner.Says("start");
        await owner.Sees("begin");
        await owner.PressesOn(await owner.Presses("New engagement"), "Create", ("name", $"Clinic of {tenant}"), ("start", "2027-01-01"), ("objectives", "No more downtime"));
        var engagement = bot.Query($"SELECT Id FROM engagements WHERE State LIKE '%Clinic of {tenant}%'").Single();
        Participant[] reporters = [.. Enumerable.Range(1, people).Select(number => bot.Person($"Reporter{number:D2}", tenant))];
        foreach (var (number, person) in reporters.Append(it).Index())
        {
            await person.Sends("say", new Dictionary<string, string> { ["text"] = "help" }); // from now on the bot knows this person
            var (role, department) = person == it ? ("It", "") : ("EndUser", number % 7 < 3 ? "Ward" : number % 7 < 6 ? "Kitchen" : "");
            await owner.Sends("member/set", new Dictionary<string, string> { ["engagement"] = engagement, ["person"] = person.Id, ["role"] = role, ["department"] = department });
        }

        return new Group(owner, it, reporters, engagement);
    }

    /// <summary>Every page of the list, which owner and IT see alike.</summary>
    private static async Task<IReadOnlyList<Seen>> Look(Group group)
    {
        var seen = new List<Seen>();
        for (var page = 0; ; page++)
        {
            var answer = await (page % 2 == 0 ? group.Owner : group.It).Sends("anonymous/list", new Dictionary<string, string> { ["engagement"] = group.Engagement, ["page"] = $"{page}" });
            using var body = JsonDocument.Parse(answer[4..]);
            var lines = CardText.Walk(body.RootElement).Where(part => CardText.Type(part) is "Container").Select(CardText.Of).ToArray();
            var points = lines.Select(line => new Seen(MarkerIn().Match(line).Value, line.TrimEnd().Split('\n')[^1].Trim())).ToArray();
            if (points.Length == 0 || seen.Contains(points[0]))
                return seen;
            seen.AddRange(points);
        }
    }

    /// <summary>
    /// No row holds words and their author, the box holds no time, and what is not shown stands nowhere else and on no page beside its author. Beside
    /// what is shown, in rows of those who saw it, may by chance lie a row of whoever speaks next.
    /// </summary>
    private static void NothingTells(World world, Dictionary<string, Participant> authors, HashSet<string> shown, List<string> faults)
    {
        foreach (var table in world.Store.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
        {
            var columns = world.Store.Query($"SELECT name FROM pragma_table_info('{table}')");
            foreach (var row in world.Store.Query($"SELECT {string.Join(" || ' ' || ", columns.Select(column => $"COALESCE(\"{column}\", '')"))} FROM \"{table}\""))
            {
                var markers = World.Markers([row]).Keys.Where(authors.ContainsKey).ToArray();
                if (markers.Except(shown).Any() && table is not "anonymous_boxes")
                    faults.Add($"{table} holds the words");
                if (markers.Any(marker => row.Contains(authors[marker].Id, StringComparison.Ordinal)))
                    faults.Add($"a row of {table} holds words and their author");
                if (table is "anonymous_boxes" && Time().IsMatch(row))
                    faults.Add("the box holds a time");
            }
        }

        world.Store.Query("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = Encoding.Latin1.GetString(ReadShared(((SqliteStore)world.Store).File));
        foreach (Match match in MarkerIn().Matches(bytes))
        {
            var page = match.Index / PageSize * PageSize;
            var (from, until) = (Math.Max(page, match.Index - Beside), Math.Min(page + PageSize, match.Index + Beside));
            if (!shown.Contains(match.Value) && authors.TryGetValue(match.Value, out var author) && bytes[from..until].Contains(author.Id, StringComparison.Ordinal))
                faults.Add($"the file holds {match.Value} beside its author: {new string([.. bytes[from..until].Select(letter => char.IsAscii(letter) && !char.IsControl(letter) ? letter : '.')])}");
        }
    }

    /// <summary>Random questions to the cards, such as "of Ward, not about printers, shown on the third day", and the differences of any two.</summary>
    private static int Recovered(List<IReadOnlyList<Seen>> seen, Dictionary<string, Participant> authors, Random random)
    {
        var words = seen.SelectMany(one => one).SelectMany(one => one.About.Split(" · ")).Distinct().Order(StringComparer.Ordinal).ToArray();
        return words.Length == 0 ? 0 : Enumerable.Range(0, Queries).Count(_ => Ask().Except(Ask()).Select(marker => authors[marker]).Distinct().Count() is > 0 and < Least);

        IEnumerable<string> Ask()
        {
            var (day, with, without) = (seen[random.Next(seen.Count)], words[random.Next(words.Length)], words[random.Next(words.Length)]);
            var takesAll = random.Next(3) == 0;
            return [.. day.Where(one => takesAll || (one.About.Contains(with, StringComparison.Ordinal) && (with == without || !one.About.Contains(without, StringComparison.Ordinal)))).Select(one => one.Marker)];
        }
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex("zq[0-9]{6}qz")]
    private static partial Regex MarkerIn();

    [GeneratedRegex(@"\d\d:\d\d|20\d\d-\d\d")]
    private static partial Regex Time();
}
