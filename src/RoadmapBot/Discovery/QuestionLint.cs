using System.Text.RegularExpressions;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

internal enum LintRule
{
    /// <summary>Not exactly one question mark, at the end.</summary>
    OneQuestion,

    /// <summary>More than <see cref="QuestionLint.MostWords"/> words.</summary>
    Length,

    /// <summary>Two questions in one sentence.</summary>
    DoubleBarrelled,

    /// <summary>Puts an answer into the person's mouth.</summary>
    Leading,

    Praise,

    /// <summary>A word of the trade, not explained, to somebody outside it.</summary>
    Jargon,
}

/// <param name="Words">The part of the text that breaks the rule.</param>
internal sealed record LintFinding(LintRule Rule, string Words);

/// <summary>What makes a question bad, as far as its wording shows; for questions of the guides and for generated ones.</summary>
internal static class QuestionLint
{
    public const int MostWords = 30;

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string QuestionWord = "(?:(?:by|for|from|in|of|on|since|to|until|with) )?(?:how|what|when|where|which|who|whom|whose|why)";
    private const string YesNoWord = "do|does|did|is|are|was|were|can|could|will|would|should|has|have|had";
    private const string SentenceStart = @"(?:^|[.!:]\s+)";

    private const string LeadingStart =
        "don't you|doesn't|didn't you|wouldn't|shouldn't|couldn't|isn't|aren't|won't|can't|haven't|hasn't|surely|obviously|clearly|of course|"
        + "as (?:we|you) (?:all )?know|(?:do|would) you (?:not )?agree|would you (?:not )?say|do you not|do you think that|so you|"
        + "do you mean|is it because|you must";

    private const string LeadingEnd =
        "right|correct|yes|no|ok|okay|or not|(?:isn't|doesn't|don't|aren't|won't|wouldn't|haven't|hasn't) (?:it|they|you|that|we)";

    private const string PraiseWords =
        "great|excellent|fantastic|wonderful|amazing|awesome|perfect|brilliant|impressive|superb|love|thanks|thank you|well done|congratulations|"
        + "good (?:answer|point|question|to hear)|interesting (?:answer|point)";

    private const string JargonInCapitals =
        "2FA|AIOps|API|BCP|CMDB|CRM|DLP|DNS|DR|EDR|ERP|IAM|ITIL|ITSM|KPI|LAN|LLM|MDM|MDR|MFA|MSP|MTTR|NAS|NOC|RACI|RMM|ROI|RPO|RTO|SaaS|SAN|SIEM|"
        + "SLA|SOC|SSO|VDI|VLAN|VM|VPN|WAN|XDR";

    private const string JargonPhrases =
        "agentic|attack surface|back ?end|bandwidth|business continuity|change management|cloud infrastructure|data governance|data silo|deployment|"
        + "digital transformation|disaster recovery|end[- ]of[- ](?:life|support)|endpoint|failover|firewall|firmware|governance|hypervisor|"
        + "identity management|incident response|infrastructure|integration|interface|latency|least privilege|legacy|malware|middleware|migration|"
        + "on[- ]prem(?:ises)?|onboarding|patch(?:es|ing)?|penetration test|phishing|provisioning|ransomware|redundancy|roadmap|scalab(?:le|ility)|"
        + "service desk|shadow (?:AI|IT)|single point of failure|stakeholder|tech(?:nical)? debt|tenant|ticketing|two[- ]factor|virtuali[sz]ation|"
        + "virtual machine|workload|zero trust";

    private static readonly (LintRule Rule, Regex Pattern)[] Patterns =
    [
        (LintRule.DoubleBarrelled, new Regex($@"\band/or\b|\b(?:and|or|as well as) (?:if so,? )?(?:{QuestionWord}|{YesNoWord})\b", AnyCase)),
        (LintRule.DoubleBarrelled, new Regex(@"\bhow (?:many|much|long|often|soon)\b.*\b(?:how (?:many|much|long|often|soon)|by when)\b", AnyCase)),

        // A "yes" to "is it fast and safe" is a yes to nothing.
        (LintRule.DoubleBarrelled, new Regex($@"{SentenceStart}(?:{YesNoWord})\b[^.!?]* and [^?]*\?", AnyCase)),
        (LintRule.Leading, new Regex($@"(?:^|[.!:,]\s+)(?:{LeadingStart})\b", AnyCase)),
        (LintRule.Leading, new Regex($@",\s*(?:{LeadingEnd})\s*\?", AnyCase)),
        (LintRule.Praise, new Regex($@"\b(?:{PraiseWords})\b", AnyCase)),
    ];

    private static readonly Regex Jargon = new($@"\b(?:(?:{JargonInCapitals})|(?i:{JargonPhrases}))s?\b", RegexOptions.CultureInvariant);

    /// <summary>Empty where nothing is wrong with the question or probe.</summary>
    public static IReadOnlyList<LintFinding> Check(string question, Role asked)
    {
        var findings = new List<LintFinding>();
        var marks = question.Count(sign => sign == '?');
        if (marks != 1 || !question.TrimEnd().EndsWith('?'))
            findings.Add(new LintFinding(LintRule.OneQuestion, $"{marks} question marks"));

        var length = question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (length > MostWords)
            findings.Add(new LintFinding(LintRule.Length, $"{length} words"));

        foreach (var (rule, pattern) in Patterns)
        {
            if (pattern.Match(question) is { Success: true } found)
                findings.Add(new LintFinding(rule, found.Value.Trim()));
        }

        return [.. findings, .. CheckWords(question, asked)];
    }

    /// <summary>The rule for single words, for texts that are no questions: choices, and reasons for asking. IT people know their words.</summary>
    public static IReadOnlyList<LintFinding> CheckWords(string text, Role asked) =>
        asked is Role.It or Role.Msp
            ? []
            : [.. Jargon.Matches(text).Where(term => !IsExplained(text, term)).Select(term => new LintFinding(LintRule.Jargon, term.Value))];

    /// <summary>A term is explained by brackets or "that is" right behind it, or stands itself in brackets behind plain words.</summary>
    private static bool IsExplained(string text, Match term)
    {
        var before = text[..term.Index].TrimEnd();
        var after = text[(term.Index + term.Length)..].TrimStart(' ', ',');
        return before.EndsWith('(') || after.StartsWith('(') || after.StartsWith("that is", StringComparison.OrdinalIgnoreCase);
    }
}
