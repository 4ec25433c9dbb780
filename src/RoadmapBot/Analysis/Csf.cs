namespace RoadmapBot.Analysis;

/// <summary>The categories of the NIST Cybersecurity Framework 2.0 (CSWP 29, 2024; public domain), in its order.</summary>
internal static class Csf
{
    public static IReadOnlyDictionary<string, string> Categories { get; } = new OrderedDictionary<string, string>
    {
        ["GV.OC"] = "Organizational Context",
        ["GV.RM"] = "Risk Management Strategy",
        ["GV.RR"] = "Roles, Responsibilities, and Authorities",
        ["GV.PO"] = "Policy",
        ["GV.OV"] = "Oversight",
        ["GV.SC"] = "Cybersecurity Supply Chain Risk Management",
        ["ID.AM"] = "Asset Management",
        ["ID.RA"] = "Risk Assessment",
        ["ID.IM"] = "Improvement",
        ["PR.AA"] = "Identity Management, Authentication, and Access Control",
        ["PR.AT"] = "Awareness and Training",
        ["PR.DS"] = "Data Security",
        ["PR.PS"] = "Platform Security",
        ["PR.IR"] = "Technology Infrastructure Resilience",
        ["DE.CM"] = "Continuous Monitoring",
        ["DE.AE"] = "Adverse Event Analysis",
        ["RS.MA"] = "Incident Management",
        ["RS.AN"] = "Incident Analysis",
        ["RS.CO"] = "Incident Response Reporting and Communication",
        ["RS.MI"] = "Incident Mitigation",
        ["RC.RP"] = "Incident Recovery Plan Execution",
        ["RC.CO"] = "Incident Recovery Communication",
    };
}
