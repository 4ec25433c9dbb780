namespace RoadmapBot.Discovery;

/// <summary>One thing that is wrong in a file that people write.</summary>
/// <param name="Line">Counted from 1; null where no line is to blame, as for a file that is not there.</param>
/// <param name="Place">The entry, for instance <c>question exec-priorities</c>.</param>
/// <param name="Problem">A sentence.</param>
/// <param name="Mend">A sentence: what to write instead.</param>
internal sealed record YamlFault(string File, int? Line, string Place, string Problem, string Mend)
{
    public override string ToString() => Line is { } line ? $"{File}, line {line}, {Place}: {Problem} {Mend}" : $"{File}, {Place}: {Problem} {Mend}";
}

/// <summary>Files of a deployment cannot be used; the message lists every fault, one a line.</summary>
internal sealed class YamlFaultsException(IReadOnlyList<YamlFault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<YamlFault> Faults => faults;
}
