using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Beginning, joining, being given a role, and what other tenants see of it: nothing.</summary>
public sealed class EngagementJourney
{
    [Fact]
    public async Task Anybody_joins_an_open_engagement_as_an_end_user_and_an_owner_gives_the_role_that_was_asked_for()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var dora = bot.Person("Dora");
        await dora.Says("start");
        await dora.Sees("Take part: Harbour Clinic");
        await dora.Presses("Take part");
        await dora.Sees("you take part as End user");
        var request = await dora.Presses("I have another role");
        Assert.Contains("asked the owner", (await dora.PressesOn(request, "Ask the owner", ("role", "DepartmentHead"), ("department", "Finance"))).GetString(), StringComparison.Ordinal);

        await company.Owner.Sees("Dora asks to take part as: Department head");
        await company.Owner.Presses("Save");
        await dora.Sees("you take part as Department head");
        await dora.Says("status");
        await dora.Sees("Department head, Finance");
    }

    [Fact]
    public async Task Nobody_makes_himself_an_executive()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        await company.Owner.Says("status");
        await company.Owner.Sees("Where we are");
        await company.Owner.Presses("People and roles");
        await company.Owner.Sees("who takes part");
        var form = await company.Owner.Presses("Add or change");
        var refused = await company.Owner.PressesOn(form, "Save", ("person", company.Owner.Id), ("role", "Executive"));
        Assert.Contains("Nobody can make themselves an executive", refused.GetString(), StringComparison.Ordinal);

        var byOthers = await company.Head.Person.PressesOn(form, "Save", ("person", company.Head.Person.Id), ("role", "Executive"));
        Assert.Contains("Only an owner", byOthers.GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_two_engagements_the_bot_asks_once_for_each_chat_and_switch_changes_it()
    {
        await using var bot = await TestBot.Start();
        await Company.Found(bot, "Harbour Clinic");
        var ada = bot.Person("Ada");
        await ada.Says("switch");
        await ada.Sees("Which organisation");
        var form = await ada.Presses("New engagement");
        await ada.PressesOn(form, "Create", ("name", "Mill Lane School"));

        var inGroup = ada.In("19:group@thread.v2");
        await inGroup.Says("status");
        await inGroup.Sees("Mention me with “switch”");
        Assert.DoesNotContain("Mill Lane", CardText.Of(inGroup.Last!.Activity), StringComparison.Ordinal); // others read along
        await inGroup.Says("switch harbour");
        await inGroup.Sees("This chat is now about Harbour Clinic");
        await inGroup.Says("status");
        await ada.Sees("Where we are: Harbour Clinic");

        await ada.Says("status");
        await ada.Sees("Where we are: Mill Lane School");
        await ada.Says("switch harbour");
        await ada.Sees("This chat is now about Harbour Clinic");
        await ada.Says("status");
        await ada.Sees("Where we are: Harbour Clinic");
    }

    [Fact]
    public async Task A_seat_elsewhere_does_not_take_an_interview_its_answers()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("start");
        await uma.Sees("Question 1 of");

        var grace = company.Ceo.Person;
        await grace.Says("switch");
        await grace.Sees("Which organisation");
        await grace.PressesOn(await grace.Presses("New engagement"), "Create", ("name", "Mill Lane School"));
        await grace.Says("status");
        await grace.Sees("Where we are: Mill Lane School");
        await grace.Presses("People and roles");
        await grace.Sees("who takes part");
        await grace.PressesOn(await grace.Presses("Add or change"), "Save", ("person", uma.Id), ("role", "EndUser"));
        await uma.Sees("you take part as", "Mill Lane School");

        await uma.Says("The printer jams every day");
        await uma.Sees("Saved:");
    }

    [Fact]
    public async Task Everybody_is_told_of_a_new_owner_who_will_read_their_answers()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        await company.Owner.Says("status");
        await company.Owner.Sees("Where we are");
        await company.Owner.Presses("People and roles");
        await company.Owner.Sees("who takes part");
        await company.Owner.PressesOn(
            await company.Owner.Presses("Add or change"), "Save", ("person", company.Ceo.Person.Id), ("role", "Executive"), ("owner", "yes"));
        await company.User.Person.Sees("Grace now runs the roadmap of Harbour Clinic too");
        await company.Head.Person.Sees("Grace now runs the roadmap of Harbour Clinic too");
    }

    [Fact]
    public async Task Where_there_are_many_engagements_one_is_found_by_its_name()
    {
        await using var bot = await TestBot.Start();
        foreach (var name in (string[])["Alder", "Birch", "Cedar", "Dogwood", "Elm"])
        {
            var founder = bot.Person($"Founder of {name}");
            await founder.Says("start");
            await founder.Sees("begin");
            await founder.PressesOn(await founder.Presses("New engagement"), "Create", ("name", name));
        }

        var vera = bot.Person("Vera");
        await vera.Says("start");
        var card = CardText.Card((await vera.Sees("Let's begin")).Activity)!.Value;
        var elm = CardText.Inputs(card)[0].GetProperty("choices").EnumerateArray().Single(choice => choice.GetProperty("title").GetString() == "Alder");
        await vera.Presses("Take part", ("engagement", elm.GetProperty("value").GetString()!));
        await vera.Sees("Alder");
        Assert.Single(bot.Query("SELECT Person FROM members WHERE Person = 'tenant-1-Vera'"));
    }

    [Fact]
    public async Task Another_tenant_sees_nothing_even_with_the_right_ids()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        await company.Owner.Says("status");
        var status = CardText.Card((await company.Owner.Sees("Where we are")).Activity)!.Value;

        var mallory = bot.Person("Mallory", "tenant-2");
        await mallory.Says("start");
        await mallory.Sees("Nobody here has begun");
        await mallory.PressesOn(status, "People and roles");
        await mallory.Sees("can't find that here");
        await mallory.Says("gaps");
        await mallory.Sees("Nobody here has begun");
        Assert.DoesNotContain(bot.Connector.In(mallory.Chat), shown => CardText.Of(shown.Activity).Contains("Harbour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_with_faults_comes_back_as_it_was_with_every_fault_named()
    {
        await using var bot = await TestBot.Start();
        var ada = bot.Person("Ada");
        await ada.Says("start");
        await ada.Sees("begin");
        var form = await ada.Presses("New engagement");
        var again = await ada.PressesOn(form, "Create", ("name", ""), ("headcount", "many"), ("objectives", "Grow"));
        var text = CardText.Of(again);
        Assert.Contains("Write the organisation's name", text, StringComparison.Ordinal);
        Assert.Contains("must be a whole number", text, StringComparison.Ordinal);
        Assert.Contains("Grow", text, StringComparison.Ordinal);
        var created = await ada.PressesOn(again, "Create", ("name", "Harbour Clinic"), ("headcount", "12"));
        Assert.Contains("Harbour Clinic: engagement created", CardText.Of(created), StringComparison.Ordinal);
        var twice = await ada.PressesOn(again, "Create", ("name", "Harbour Clinic"), ("headcount", "12"));
        Assert.Contains("Harbour Clinic: engagement created", CardText.Of(twice), StringComparison.Ordinal);
        await ada.Says("switch");
        await ada.Sees("Which organisation");
        Assert.Single(CardText.Inputs(CardText.Card(ada.Last!.Activity)!.Value)[0].GetProperty("choices").EnumerateArray());
    }

    [Fact]
    public async Task An_owner_who_begins_in_a_group_can_seat_the_people_of_that_group()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        bot.Connector.Members = """{"members":[{"id":"29:x","name":"Xaver","aadObjectId":"tenant-1-Xaver"},{"id":"28:bot","name":"RoadmapBot"}]}""";
        await company.Owner.In("19:it@thread.v2").Says("start");
        await company.Owner.Sees("who have no seat yet: 1");
        var members = await company.Owner.Presses("Save", ("person", "tenant-1-Xaver"), ("role", "It"));
        Assert.Contains("Xaver", CardText.Of(members), StringComparison.Ordinal);
    }
}
