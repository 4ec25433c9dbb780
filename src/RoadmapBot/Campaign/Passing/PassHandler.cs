using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign.Passing;

/// <summary>What a question that is passed on is found and kept in.</summary>
internal sealed record PassFiles(ICampaignStore Campaigns, IEngagementStore Engagements, IInterviewStore Interviews, Questions Questions);

/// <summary>A question goes to a colleague by name, and the answer comes back. In personal chats only.</summary>
internal sealed class PassHandler(PassFiles files, InterviewHandler interviewing, IChannel channel, IJobs jobs, IAuditLog log, TimeProvider time)
{
    public const string Prefix = "pass";

    private const int UsualDays = 7;

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal)
            return new Answer.Refuse(PassTexts.OnlyPersonal);
        var book = await files.Campaigns.Of(seat.Engagement.Id, cancel);
        switch (verb)
        {
            case QuestionCard.PassVerb:
                return await Form(turn, data, seat, book, cancel);
            case PassForm.SendVerb:
                return await Send(turn, data, seat, book, cancel);
        }

        var (id, text, chosen) = PassCard.Read(data);
        if (book.Passes.FirstOrDefault(pass => pass.Id == id && pass.Chain.Contains(turn.From.Id)) is not { } mine || Find(mine.Question) is not { } asked)
            return new Answer.Refuse(EngagementsTexts.NotThere);
        if (mine.State is not PassState.Waiting || mine.Holder != turn.From.Id)
            return new Answer.Refuse(PassTexts.Over);
        var members = await files.Engagements.Members(seat.Engagement.Id, cancel);
        return verb switch
        {
            PassCard.AnswerVerb => await Take(turn, seat, book, mine, asked.Question, text, chosen, members, cancel),
            PassCard.DeclineVerb => await Decline(turn, seat, book, mine, members, cancel),
            PassCard.OnVerb => Form(seat, book, members, mine, asked.Question.Id.Value, mine.Asked, 0, null, null),
            _ => new Answer.Refuse(EngagementsTexts.UnknownButton),
        };
    }

    /// <summary>From the open question of an interview, from a question that came back, or, for owners, from any question of the guides.</summary>
    private async Task<Answer> Form(Turn turn, CardData data, Membership seat, CampaignBook book, CancellationToken cancel)
    {
        var (_, named, ask, to, _, _) = PassForm.Read(data);
        var interview = await files.Interviews.Find(seat.Engagement.Id, turn.From.Id, cancel);
        var question = ask > 0 ? (interview?.Open is { Probe: null } open && open.Number == ask ? open.Question : new QuestionId("")) : named;
        if (Find(question) is not { } found || !(Rights.MayManage(seat.Member) || files.Questions.Guides.For(seat.Member.Role).Questions.Any(one => one.Id == question)))
            return new Answer.Refuse(ask > 0 ? DiscoveryTexts.AlreadyAnswered : EngagementsTexts.NotThere);
        return Form(seat, book, await files.Engagements.Members(seat.Engagement.Id, cancel), null, question.Value, found.Question.Text, ask, to?.Value, null);
    }

    private Answer.Show Form(Membership seat, CampaignBook book, IReadOnlyList<Member> members, Pass? on, string question, string asked, int ask, string? chosen, string? fault)
    {
        var colleagues = PassRules.Colleagues(members, on?.Chain ?? [seat.Member.Person], book.Passes);
        return new Answer.Show(colleagues.Count == 0
            ? PassForm.Nobody(PassTexts.NobodyLeft)
            : PassForm.Render(new PassFormView(seat, question, asked, on?.Id, ask, colleagues, on?.Deadline ?? seat.Engagement.Today(time.GetUtcNow()).AddDays(UsualDays), chosen, fault)));
    }

    private async Task<Answer> Send(Turn turn, CardData data, Membership seat, CampaignBook book, CancellationToken cancel)
    {
        var (id, named, ask, to, context, deadline) = PassForm.Read(data);
        var members = await files.Engagements.Members(seat.Engagement.Id, cancel);
        var before = id is null ? null : book.Passes.FirstOrDefault(pass => pass.Id == id && pass.Holder == turn.From.Id && pass.State is PassState.Waiting);
        var interview = await files.Interviews.Find(seat.Engagement.Id, turn.From.Id, cancel);
        var question = before?.Question ?? named;
        var isMine = ask > 0 && interview?.Open is { Probe: null } open && open.Number == ask && open.Question == question;
        if ((id is not null && before is null) || (ask > 0 && !isMine))
            return new Answer.Refuse(PassTexts.Over);
        if (Find(question) is not var (guide, asked) || !(before is not null || Rights.MayManage(seat.Member) || files.Questions.Guides.For(seat.Member.Role).Questions.Any(one => one.Id == question)))
            return new Answer.Refuse(EngagementsTexts.NotThere);

        var today = seat.Engagement.Today(time.GetUtcNow());
        var colleague = members.FirstOrDefault(member => member.Person == to);
        var theirs = colleague is null ? null : await files.Interviews.Find(seat.Engagement.Id, colleague.Person, cancel);
        var fault = colleague is null || !PassRules.Colleagues(members, before?.Chain ?? [turn.From.Id], book.Passes).Contains(colleague) ? PassTexts.FormWho
            : PassRules.IsKnown(question, colleague.Person, theirs, book.Passes) ? PassTexts.AlreadyWith.With(colleague.Name)
            : deadline is not { } day || day < today || day > today.AddDays(PassRules.LongestDays) ? PassTexts.FormDeadlineWrong.With(PassRules.LongestDays)
            : before is null && book.Passes.Count(pass => pass.State is PassState.Waiting && pass.Asker == turn.From.Id) >= PassRules.MostOfOne ? PassTexts.TooMany.With(PassRules.MostOfOne)
            : null;
        if (fault is not null)
            return Form(seat, book, members, before, question.Value, asked.Text, ask, to?.Value, fault);

        var pass = before is null
            ? new Pass(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), question, guide.Version, asked.Topic, asked.Text, [turn.From.Id, colleague!.Person], context, deadline!.Value, PassState.Waiting, time.GetUtcNow())
            : PassRules.On(before, colleague!.Person, context)! with { Deadline = deadline!.Value };
        files.Campaigns.Save(book.With(pass));
        log.Note(seat.Engagement.Id, AuditKind.Share, colleague.Person, $"question/{question}", pass.Id);
        var due = LocalTime.At(pass.Deadline.AddDays(1), TimeOnly.MinValue, seat.Engagement.Zone());
        jobs.Add(PassJob.For(seat.Engagement, pass, due), due);
        channel.SendTo(turn.From.Tenant, colleague.Person, Reply.Of(PassCard.Question(seat.Engagement, pass, asked, turn.From.Name, Names(pass, members))));
        return isMine
            ? await interviewing.HandOver(turn, ask, PassTexts.Sent.With(colleague.Name, pass.Deadline), seat, cancel)
            : new Answer.Show(PassCard.Closed(PassTexts.Sent.With(colleague.Name, pass.Deadline)));
    }

    private async Task<Answer> Take(
        Turn turn, Membership seat, CampaignBook book, Pass pass, Question question, string? text, string? chosen, IReadOnlyList<Member> members, CancellationToken cancel)
    {
        var choice = question.Choices.FirstOrDefault(one => one.Value == chosen);
        var said = question.IsClosed ? choice?.Title : text;
        if (said is null)
        {
            var from = members.FirstOrDefault(member => member.Person == pass.Chain[^2])?.Name ?? "";
            return new Answer.Show(PassCard.Question(seat.Engagement, pass, question, from, Names(pass, members), question.IsClosed ? DiscoveryTexts.ChooseOne : PassTexts.AskEmpty));
        }

        var given = new Given(question.Id, pass.Version, pass.Topic, pass.Asked, choice is null ? GivenKind.Said : GivenKind.Chosen, said, choice?.Value, [], null, time.GetUtcNow());
        var interview = await files.Interviews.Find(seat.Engagement.Id, turn.From.Id, cancel);
        files.Interviews.Save(Interviewer.Contribute(interview, seat.Engagement.Id, turn.From.Id, files.Questions.Guides.For(seat.Member.Role), given, time.GetUtcNow()));
        var done = pass with { State = PassState.Answered };
        files.Campaigns.Save(book.With(done));
        foreach (var person in pass.Chain.Where(person => person != turn.From.Id && members.Any(member => member.Person == person)))
            channel.SendTo(turn.From.Tenant, person, Reply.Of(PassCard.Answered(seat.Engagement, done, seat.Member.Name, given, own: false)));
        return new Answer.Show(PassCard.Answered(seat.Engagement, done, seat.Member.Name, given, own: true));
    }

    private async Task<Answer> Decline(Turn turn, Membership seat, CampaignBook book, Pass pass, IReadOnlyList<Member> members, CancellationToken cancel)
    {
        await GiveBack(book, seat.Engagement, pass with { State = PassState.Declined }, members, cancel);
        return new Answer.Show(PassCard.Closed(PassTexts.Declined));
    }

    /// <summary>It ends without an answer: it is the asker's again, and stays among what nobody has answered.</summary>
    /// <param name="ended">Declined or expired.</param>
    public async Task GiveBack(CampaignBook book, Engagement engagement, Pass ended, IReadOnlyList<Member> members, CancellationToken cancel)
    {
        files.Campaigns.Save(book.With(ended));
        var holder = members.FirstOrDefault(member => member.Person == ended.Holder)?.Name ?? PassTexts.Colleague;
        foreach (var person in ended.Chain.SkipLast(1).Where(person => members.Any(member => member.Person == person)))
        {
            var isOwn = person == ended.Asker && (await files.Interviews.Find(engagement.Id, person, cancel))?.Answer(ended.Question) is { Text: null };
            channel.SendTo(engagement.Tenant, person, Reply.Of(PassCard.Returned(engagement, ended, holder, isOwn)));
        }
    }

    private (Guide Guide, Question Question)? Find(QuestionId id) =>
        files.Questions.Guides.All.SelectMany(guide => guide.Questions, (guide, question) => ((Guide, Question)?)(guide, question)).FirstOrDefault(one => one!.Value.Item2.Id == id);

    /// <summary>Everybody who gets the answer: whoever passed it on, and the owners.</summary>
    private static string Names(Pass pass, IReadOnlyList<Member> members) =>
        string.Join(", ", members.Where(member => member.IsOwner || pass.Chain.SkipLast(1).Contains(member.Person)).Where(member => member.Person != pass.Holder).Select(member => member.Name));
}
