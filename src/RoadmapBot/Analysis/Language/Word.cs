namespace RoadmapBot.Analysis.Language;

/// <summary>
/// One word of a text. Two words may share a span, as "can" and "not" do in "can't".
/// </summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Raw">The word in lower case, as it was written; <see cref="TheDepartment"/> keeps its capitals.</param>
/// <param name="Stem">The form that all its inflections share; <see cref="AnyNumber"/> for a number written in digits or words, other than one.</param>
internal readonly record struct Word(int Start, int End, string Raw, string Stem)
{
    public const string AnyNumber = "#";

    /// <summary>The one word whose capitals are kept: "IT", which is no "it".</summary>
    public const string TheDepartment = "IT";

    public bool IsDigits => char.IsAsciiDigit(Raw[0]);
}
