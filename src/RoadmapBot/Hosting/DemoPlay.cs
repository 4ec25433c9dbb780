using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Roadmaps;
using RoadmapBot.Web;

namespace RoadmapBot.Hosting;

/// <summary>Plays the script: real turns over HTTP, people at the same time where the story allows.</summary>
/// <param name="tell">Is told a line for each step.</param>
internal sealed class DemoPlay(DemoScript script, GuideLibrary guides, DemoLine line, Action<string> tell)
{
    /// <summary>Whether the story has been played to its end: the summary stands in the committee's chat.</summary>
    public bool IsFinished => line.Chats.Shown(Committee.Id).Any(shown => shown.By == LocalPeople.BotId);

    /// <exception cref="DemoException"/>
    public async Task Run()
    {
        var owner = Person(script.Owner);
        await owner.Install();
        await Begin(owner);
        var others = script.People.Where(part => part.Name != script.Owner).ToArray();
        await Task.WhenAll(others.Select(part => Person(part.Name).Install()));
        await Seat(owner, others);
        await Task.WhenAll(script.People.Select(Take));
        await Decide(owner);
    }

    private DemoPerson Person(string name) => new(line, Cast(name), line.Chats.Find(LocalPeople.PersonalChat(Cast(name).Id))!);

    private LocalPerson Cast(string name) => line.Chats.People.FirstOrDefault(one => one.Name == name) ?? throw NotThere(name);

    private LocalChat Committee => LocalPeople.Chats(line.Chats.People)
        .FirstOrDefault(chat => chat.Name == script.Committee.Chat && chat.Tenant == Cast(script.Owner).Tenant) ?? throw NotThere(script.Committee.Chat);

    private static DemoException NotThere(string name) => new(DemoTexts.NotInCast.With(name));

    private async Task Begin(DemoPerson owner)
    {
        await owner.Say("start");
        var form = await owner.Opens(await owner.Sees(DemoTexts.StartCard, card => card.Has(StartCard.NewVerb)), StartCard.NewVerb);
        var part = script.People.First(one => one.Name == owner.Name);
        await owner.Opens(
            form, EngagementForm.Verb,
            ("name", script.Organisation), ("sector", script.Sector), ("headcount", $"{script.Headcount}"), ("itStaff", $"{script.ItStaff}"), ("sites", $"{script.Sites}"),
            ("currency", script.Currency), ("objectives", string.Join('\n', script.Objectives)), ("myRole", $"{part.Role}"), ("myDepartment", part.Department));
        tell(DemoTexts.Began.With(owner.Name, script.Organisation));
    }

    private async Task Seat(DemoPerson owner, IReadOnlyList<DemoPart> others)
    {
        await owner.Say("status");
        await owner.Press(await owner.Sees(DemoTexts.StatusCard, card => card.Has(MembersCard.Verb)), MembersCard.Verb);
        var members = await owner.Sees(DemoTexts.MembersCard, card => card.Has(MemberForm.Verb));
        foreach (var part in others)
        {
            var form = await owner.Opens(members, MemberForm.Verb);
            members = await owner.Opens(form, MemberForm.SetVerb, ("person", Person(part.Name).Id), ("role", $"{part.Role}"), ("department", part.Department));
        }

        tell(DemoTexts.Seated.With(owner.Name, others.Count));
    }

    /// <summary>One person's whole part: the interview, then what hurts.</summary>
    private async Task Take(DemoPart part)
    {
        var person = Person(part.Name);
        tell(await Interview(person, part) ? DemoTexts.Interviewed.With(part.Name, part.Answers.Count) : DemoTexts.Paused.With(part.Name, part.Answers.Count));
        foreach (var pain in part.PainPoints)
        {
            await person.Say($"report {pain.Say}");
            var card = await person.Sees(DemoTexts.PainPointCard, card => card.Has(PainPointCard.ConfirmVerb));
            await person.Press(card, PainPointCard.ConfirmVerb, ("often", pain.Often?.ToString()), ("reach", pain.Reach?.ToString()));
            tell(DemoTexts.Reported.With(part.Name));
        }
    }

    /// <returns>False where the person left it for later.</returns>
    private async Task<bool> Interview(DemoPerson person, DemoPart part)
    {
        var replies = part.Answers.ToDictionary(reply => reply.Question);
        var correction = part.Correct;
        var then = new Queue<string>();
        await person.Say("start");
        while (true)
        {
            var card = await person.Sees(DemoTexts.QuestionCard, card => card.Has(QuestionCard.SkipVerb) || card.Has(PlaybackCard.ConfirmVerb));
            if (card.Has(PlaybackCard.ConfirmVerb) && correction is null)
            {
                await person.Press(card, PlaybackCard.ConfirmVerb, ("fit", $"{part.Fit}"), ("remark", part.Remark));
                return true;
            }

            if (card.Has(PlaybackCard.ConfirmVerb))
            {
                await person.Press(card, PlaybackCard.ChangeVerb, ("question", correction!.Question.Value));
                (replies[correction.Question], correction) = (correction, null);
            }
            else if (!card.Has(QuestionCard.UnknownVerb)) // a follow-up question has no such button
            {
                await (then.TryDequeue(out var more) ? person.Say(more) : person.Press(card, QuestionCard.SkipVerb));
            }
            else if (Asked(person, part, card) is var asked && asked == part.StopAt)
            {
                await person.Press(card, QuestionCard.PauseVerb);
                return false;
            }
            else
            {
                var reply = replies.GetValueOrDefault(asked) ?? DemoReply.Skipping(asked);
                then = new Queue<string>(reply.Then);
                await Answer(person, card, reply);
            }
        }
    }

    private QuestionId Asked(DemoPerson person, DemoPart part, DemoCard card) =>
        guides.For(part.Role).Questions.FirstOrDefault(question => question.Text == card.Title)?.Id ?? throw new DemoException(DemoTexts.UnknownQuestion.With(person.Name, card.Title));

    private static Task Answer(DemoPerson person, DemoCard card, DemoReply reply) => reply switch
    {
        { Verb: { } verb } => person.Press(card, verb),
        { Choose: { } choice } => person.Press(card, QuestionCard.ChooseVerb, (card.FirstInput ?? "", choice)),
        _ => person.Say(reply.Say ?? ""),
    };

    /// <summary>The committee: a draft, a remark, a change, an approval, and the summary where all can see it.</summary>
    private async Task Decide(DemoPerson owner)
    {
        var committee = script.Committee;
        var executive = Person(committee.Executive);
        await owner.Say("gaps");
        await owner.Sees(DemoTexts.GapsCard, card => card.Has(GapCard.Verb));
        tell(DemoTexts.Drafted.With(owner.Name));

        await executive.Say("summary");
        await executive.Opens(await executive.Sees(DemoTexts.SummaryCard, card => card.Has(SummaryCard.RemarkVerb)), SummaryCard.RemarkVerb, ("remark", committee.Remark));
        tell(DemoTexts.SentBack.With(executive.Name));

        await owner.Say("roadmap");
        var roadmap = await owner.Sees(DemoTexts.RoadmapCard, card => card.Has(InitiativeCard.Verb));
        var row = roadmap.Button(InitiativeCard.Verb, (RoadmapView.Keys.Initiative, committee.Initiative)) ?? throw new DemoException(DemoTexts.NoInitiative.With(committee.Initiative));
        var initiative = await owner.Press(roadmap, row) ?? throw new DemoException(DemoTexts.NoInitiative.With(committee.Initiative));
        await owner.Opens(await owner.Opens(initiative, EditForm.Verb), EditForm.SaveVerb, ("owner", committee.NewOwner), ("why", committee.Why));
        tell(DemoTexts.Changed.With(owner.Name));

        await executive.Say("summary");
        await executive.Opens(await executive.Sees(DemoTexts.SummaryCard, card => card.Has(SummaryCard.ApproveVerb)), SummaryCard.ApproveVerb);
        tell(DemoTexts.Approved.With(executive.Name));

        var group = new DemoPerson(line, Cast(owner.Name), Committee);
        await group.Say("share");
        await group.Sees(DemoTexts.SummaryCard, card => card.Has(SummaryCard.ApproveVerb) || card.Has(RoadmapCard.Verb));
        tell(DemoTexts.Shared.With(owner.Name, committee.Chat));
    }
}
