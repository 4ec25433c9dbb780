using System.ComponentModel.DataAnnotations;

namespace RoadmapBot.Privacy;

/// <summary>How long words are kept (section <c>Privacy</c>).</summary>
internal sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>
    /// After so many months in which nothing was said, drafted or decided in an engagement, the answers and pain points of it go, with their quotes in
    /// every version of the roadmap; null for never.
    /// </summary>
    [Range(1, 600)]
    public int? RetentionMonths { get; set; }
}
