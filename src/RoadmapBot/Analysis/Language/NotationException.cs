namespace RoadmapBot.Analysis.Language;

/// <summary>A phrase or <see cref="Pattern"/> is not written as it should be.</summary>
/// <param name="problem">A sentence.</param>
/// <param name="mend">A sentence: what to write instead.</param>
internal sealed class NotationException(string problem, string mend) : Exception($"{problem} {mend}")
{
    public string Problem => problem;

    public string Mend => mend;
}
