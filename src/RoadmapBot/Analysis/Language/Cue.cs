namespace RoadmapBot.Analysis.Language;

/// <summary>
/// The closed set of what a phrase can tell about its clause. <c>prompts/catalogue/cues.yaml</c> lists the phrases, under these names in kebab case.
/// </summary>
internal enum Cue
{
    /// <summary>Turns what follows into its opposite: not, nobody, hardly, no longer.</summary>
    Negator,

    /// <summary>Looks like a negator and is none: not only, no doubt.</summary>
    Filler,

    /// <summary>Something is wrong; negated, it is well.</summary>
    Problem,

    /// <summary>Something is wrong in words that negation does not turn: understatements and whole idioms, such as "could be better".</summary>
    Understatement,

    /// <summary>Something is well; negated or only hoped for, it is wrong.</summary>
    Strength,

    /// <summary>Something is well in words that hold problem words or negators: "no complaints".</summary>
    Praise,

    /// <summary>What somebody should do (check, own, write down): says nothing by itself; negated, it is wrong.</summary>
    Duty,

    /// <summary>It was otherwise before: used to.</summary>
    Past,

    /// <summary>A problem that was dealt with: sorted, fixed.</summary>
    Fixed,

    /// <summary>It came back or goes on: again, still, keeps.</summary>
    Persists,

    Plan,

    Unknown,

    /// <summary>Said without being sure: I think, hopefully, on paper.</summary>
    Hedge,

    /// <summary>Ought to be, and so perhaps is not: supposed to, should.</summary>
    Ought,

    /// <summary>Asked for, and so not there: would like, could do with.</summary>
    Want,

    /// <summary>Not there: lacks, without, missing.</summary>
    Lack,

    /// <summary>Is there: have, there is.</summary>
    Have,

    /// <summary>May stand between a negator and the thing that is not there: "not a real plan".</summary>
    Light,

    /// <summary>Ends what a negator reaches.</summary>
    Stop,

    /// <summary>Happens often or always.</summary>
    Frequent,

    /// <summary>Work stands still.</summary>
    Halt,

    /// <summary>People's safety, the law or a lot of money is at stake.</summary>
    Grave,

    /// <summary>It has already happened.</summary>
    Happened,

    /// <summary>Small or rare.</summary>
    Minor,
}
