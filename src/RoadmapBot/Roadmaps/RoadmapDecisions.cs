using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps.Execution;

namespace RoadmapBot.Roadmaps;

/// <summary>What people decide about a version: edit it, approve it, send it back, bring it to others.</summary>
internal sealed class RoadmapDecisions(IRoadmapStore roadmaps, AskTimer asking, IAuditLog log, IChannel channel, TimeProvider time)
{
    private const int LongestRemark = 1000;

    public async Task<Answer> Press(Turn turn, string verb, CardData data, RoadmapView view, CancellationToken cancel)
    {
        var latest = await roadmaps.Latest(view.Engagement.Id, cancel);
        if (latest is null || latest.Version != view.Roadmap.Version)
        {
            var newer = view with { Roadmap = latest ?? view.Roadmap };
            return new Answer.Show(SummaryCard.Render(newer, RoadmapsTexts.Newer.With(newer.Roadmap.Version)));
        }

        return verb switch
        {
            SummaryCard.ApproveVerb => await Approve(turn, view, cancel),
            SummaryCard.RemarkVerb => SendBack(turn, data, view),
            EditForm.Verb or EditForm.SaveVerb or EditForm.LeaveOutVerb => Edit(turn, verb, data, view),
            ShareForm.Verb => ShareForm.Read(data) is { } person && view.Members.FirstOrDefault(member => member.Person == person) is { } member
                ? ShareWith(turn, member, view)
                : new Answer.Refuse(RoadmapsTexts.ShareWith),
            _ => new Answer.Refuse(EngagementsTexts.UnknownButton),
        };
    }

    /// <param name="to">A part of a member's name; empty to choose from a list, or for the chat that the person is in.</param>
    public Answer Share(Turn turn, string to, RoadmapView view)
    {
        if (!turn.In.IsPersonal)
        {
            var key = KeyOf(turn, view);
            log.Note(view.Engagement.Id, AuditKind.Share, null, $"version/{view.Roadmap.Version}", turn.In.Id.Value);
            channel.Send(turn.In, Reply.Of(SummaryCard.Render(view, RoadmapsTexts.SharedBy.With(turn.From.Name))), key, turn.Id);
            channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(SharedCard.Render(view.Engagement, RoadmapsTexts.SharedHere.With(view.Roadmap.Version), turn.In, null, key)));
            return Answer.Nothing;
        }

        var named = view.Members
            .Where(member => to.Length > 0 && member.Person != turn.From.Id && member.Name.Contains(to, StringComparison.CurrentCultureIgnoreCase)).ToArray();
        return named is [var one] ? ShareWith(turn, one, view) : new Answer.Show(ShareForm.Render(view, to));
    }

    public Answer TakeBack(Turn turn, CardData data, Membership seat)
    {
        if (SharedCard.Read(data) is not var (chat, person, key) || !key.StartsWith($"share/{seat.Engagement.Id}/", StringComparison.Ordinal)
            || !(seat.Member.IsOwner || key.Contains($"/{turn.From.Id}/", StringComparison.Ordinal)) || (chat is not null && chat.Tenant != turn.From.Tenant))
        {
            return new Answer.Refuse(EngagementsTexts.NotThere);
        }

        log.Note(seat.Engagement.Id, AuditKind.Share, person, "taken-back", key);
        if (chat is not null)
            channel.Remove(chat, key);
        else
            channel.RemoveFrom(turn.From.Tenant, person!.Value, key);
        return new Answer.Show(SharedCard.TakenBack());
    }

    private Answer ShareWith(Turn turn, Member member, RoadmapView view)
    {
        if (!Rights.MayShare(view.Reader.Seat.Member))
            return new Answer.Refuse(RoadmapsTexts.MayNotShare);
        var key = KeyOf(turn, view);
        log.Note(view.Engagement.Id, AuditKind.Share, member.Person, $"version/{view.Roadmap.Version}", member.Person.Value);
        var theirs = view with { Reader = new Reader(new Membership(view.Engagement, member), IsAlone: true), IsBehind = false };
        channel.SendTo(turn.From.Tenant, member.Person, Reply.Of(SummaryCard.Render(theirs, RoadmapsTexts.SharedBy.With(turn.From.Name))), key);
        return new Answer.Show(SharedCard.Render(view.Engagement, RoadmapsTexts.SharedWith.With(view.Roadmap.Version, member.Name), null, member.Person, key));
    }

    private async Task<Answer> Approve(Turn turn, RoadmapView view, CancellationToken cancel)
    {
        if (!Rights.MayApprove(view.Reader.Seat.Member))
            return new Answer.Refuse(RoadmapsTexts.ExecutivesApprove);
        var roadmap = view.Roadmap;
        if (!roadmap.Approvals.Any(approval => approval.By == turn.From.Id))
        {
            roadmap = roadmap with { Approvals = [.. roadmap.Approvals, new Approval(turn.From.Id, turn.From.Name, time.GetUtcNow())] };
            roadmaps.Save(roadmap);
            await asking.Begin(view.Engagement, cancel);
            var told = RoadmapsTexts.TellApproved.With(turn.From.Name, roadmap.Version);
            TellOwners(turn, view, told);
            if (!turn.In.IsPersonal)
                channel.Send(turn.In, Reply.Of(told)); // the card changes for the one who pressed only
        }

        return new Answer.Show(SummaryCard.Render(view with { Roadmap = roadmap }));
    }

    private Answer SendBack(Turn turn, CardData data, RoadmapView view)
    {
        if (!Rights.MayApprove(view.Reader.Seat.Member))
            return new Answer.Refuse(RoadmapsTexts.ExecutivesApprove);
        if (SummaryCard.Read(data) is not { Length: <= LongestRemark } text)
            return new Answer.Refuse(RoadmapsTexts.RemarkEmpty.With(LongestRemark));
        roadmaps.Save(view.Roadmap with { Remarks = [.. view.Roadmap.Remarks, new Remark(turn.From.Id, turn.From.Name, text, time.GetUtcNow())] });
        TellOwners(turn, view, RoadmapsTexts.TellRemark.With(turn.From.Name, view.Roadmap.Version, text));
        return new Answer.Show(SummaryCard.Render(view, RoadmapsTexts.RemarkSent));
    }

    private Answer Edit(Turn turn, string verb, CardData data, RoadmapView view)
    {
        if (!Rights.MayDraft(view.Reader.Seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (view.Initiative(data.Text(RoadmapView.Keys.Initiative) ?? "") is not { } initiative)
            return new Answer.Refuse(RoadmapsTexts.VersionGone);
        if (verb == EditForm.Verb)
            return new Answer.Show(EditForm.Render(view, initiative, data, null));

        var edit = EditForm.Read(data, initiative, verb == EditForm.LeaveOutVerb, turn.From, time.GetUtcNow());
        if (edit is null)
            return new Answer.Show(EditForm.Render(view, initiative, data, RoadmapsTexts.EditIncomplete));
        if (edit.Fault(view.Plan) is { } fault)
            return new Answer.Show(EditForm.Render(view, initiative, data, fault));
        var next = view.Roadmap with { Version = view.Roadmap.Version + 1, Edits = [.. view.Roadmap.Edits, edit], By = turn.From.Id, At = time.GetUtcNow(), Approvals = [] };
        roadmaps.Save(next);
        var after = new RoadmapView(view.Reader, next, view.Members, view.IsBehind);
        return new Answer.Show(after.Initiative(initiative.Id) is { } changed ? InitiativeCard.Render(after, changed) : RoadmapCard.Render(after));
    }

    private void TellOwners(Turn turn, RoadmapView view, string text)
    {
        foreach (var owner in view.Members.Where(member => member.IsOwner && member.Person != turn.From.Id))
            channel.SendTo(turn.From.Tenant, owner.Person, Reply.Of(text));
    }

    private static string KeyOf(Turn turn, RoadmapView view) => $"share/{view.Engagement.Id}/{turn.From.Id}/{view.Roadmap.Version}/{turn.Id}";
}
