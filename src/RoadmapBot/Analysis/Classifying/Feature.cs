namespace RoadmapBot.Analysis.Classifying;

/// <summary>One thing that the classifier can see in an answer. Nothing is put together as a text, so that looking allocates nothing.</summary>
/// <param name="Kind">What kind of thing; see <see cref="Features"/>.</param>
/// <param name="Name">A stem, a concept, an entry of the catalogue.</param>
/// <param name="With">The second of a pair, or how it is meant; empty where there is none.</param>
internal readonly record struct Feature(char Kind, string Name, string With = "");
