using System.Text.RegularExpressions;

namespace RoadmapBot.Tests.Support;

/// <summary>As much of a Bicep file as can be told without its compiler: what it declares, what it uses, and its texts.</summary>
internal sealed partial class BicepFile
{
    private static readonly string[] Words = ["true", "false", "null", "existing", "for", "in", "if", "string", "int", "bool", "array", "object"];

    public BicepFile(params string[] path)
    {
        Text = Comment().Replace(File.ReadAllText(Repository.File(path)), "");
        Code = Literal().Replace(Text, literal => $" {string.Join(' ', Interpolation().Matches(literal.Value).Select(part => part.Groups[1].Value))} ");
    }

    /// <summary>Without comments.</summary>
    public string Text { get; }

    /// <summary>Without comments and texts; what stands in ${…} of a text is left.</summary>
    public string Code { get; }

    public IReadOnlyDictionary<string, string> Declared => Declaration().Matches(Code).ToDictionary(one => one.Groups[2].Value, one => one.Groups[1].Value);

    /// <summary>Parameters that have to be given.</summary>
    public IReadOnlyList<string> Needed => [.. Regex.Matches(Code, @"^param (\w+) \w+\s*$", RegexOptions.Multiline).Select(one => one.Groups[1].Value)];

    /// <summary>Parameters that a parameter file gives.</summary>
    public IReadOnlyList<string> Given => [.. Regex.Matches(Code, @"^param (\w+) =", RegexOptions.Multiline).Select(one => one.Groups[1].Value)];

    /// <summary>Names in expressions: neither a property, nor a member after a dot, nor a function, nor the name that a declaration makes.</summary>
    public IReadOnlySet<string> Used => Name().Matches(Declaration().Replace(Code, " ")).Select(one => one.Value)
        .Concat(Regex.Matches(Code, @"\bin (\w+):").Select(one => one.Groups[1].Value)).Except(Words).ToHashSet();

    /// <summary>Loop variables.</summary>
    public IReadOnlySet<string> Loops => Regex.Matches(Code, @"for \((\w+), (\w+)\)").SelectMany(one => new[] { one.Groups[1].Value, one.Groups[2].Value }).ToHashSet();

    /// <summary>A name's text, where a variable holds one.</summary>
    public string Value(string name) => Regex.Match(Text, $@"^var {name} = '([^']+)'", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"(?<!:)//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"'(?:\\.|[^'\\])*'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"^(param|var|resource|output) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.@])[a-zA-Z]\w*(?!\w|\s*:(?!:)|\()")]
    private static partial Regex Name();
}
