namespace RoadmapBot.Analysis.Contradictions;

/// <summary>Where somebody stands on one thing. Only stands of one kind are ever compared.</summary>
internal abstract record Stand
{
    /// <summary>True where both cannot hold at once.</summary>
    public abstract bool Contradicts(Stand other);

    /// <summary>The order in which sides are shown; it depends on nothing but the stand.</summary>
    public abstract string Order { get; }

    /// <param name="Restriction">What part of it is meant, such as "for training"; empty for the whole.</param>
    internal sealed record Exists(bool Yes, string Restriction = "") : Stand
    {
        public override string Order => Yes ? "0" : "1";

        public override bool Contradicts(Stand other) =>
            other is Exists one && one.Yes != Yes && (Restriction.Length == 0 || one.Restriction.Length == 0 || Restriction == one.Restriction);
    }

    /// <param name="Value">A count, hours, or times a year; above zero.</param>
    /// <param name="Factor">Two figures contradict each other where the larger is more than this many times the smaller.</param>
    internal sealed record Figure(double Value, double Factor) : Stand
    {
        public override string Order => FormattableString.Invariant($"{Value:0000000000.000}");

        public override bool Contradicts(Stand other) =>
            other is Figure one && Math.Max(Value, one.Value) > Math.Max(Factor, one.Factor) * Math.Min(Value, one.Value);
    }

    /// <param name="Of">How many of all, 0 to 1.</param>
    internal sealed record Share(double Of) : Stand
    {
        private const double Apart = 0.25;

        public override string Order => FormattableString.Invariant($"{Of:0.00}");

        public override bool Contradicts(Stand other) => other is Share one && Math.Abs(Of - one.Of) >= Apart;
    }

    /// <param name="PerYear">How often it is down; zero for "never" and for an uptime of 99 per cent or more.</param>
    internal sealed record Down(double PerYear) : Stand
    {
        /// <summary>Monthly and more often cannot be squared with "never".</summary>
        private const int Often = 12;

        public override string Order => FormattableString.Invariant($"{PerYear:000}");

        public override bool Contradicts(Stand other) => other is Down one && (PerYear == 0 ? one.PerYear >= Often : one.PerYear == 0 && PerYear >= Often);
    }

    /// <param name="Names">Persons by name, or parties such as "IT"; empty for nobody.</param>
    /// <param name="AreParties">A person and a party may be the same owner.</param>
    internal sealed record Owners(IReadOnlySet<string> Names, bool AreParties) : Stand
    {
        public override string Order => Names.Count == 0 ? "~" : string.Join(',', Names.Order(StringComparer.Ordinal));

        public override bool Contradicts(Stand other) => other is Owners one
            && (Names.Count == 0 || one.Names.Count == 0 ? Names.Count != one.Names.Count : AreParties == one.AreParties && !Names.Overlaps(one.Names));
    }

    /// <param name="Subjects">What is to come first: concepts and stems.</param>
    internal sealed record First(IReadOnlySet<string> Subjects) : Stand
    {
        public override string Order => string.Join(',', Subjects.Order(StringComparer.Ordinal));

        public override bool Contradicts(Stand other) => other is First one && !Subjects.Overlaps(one.Subjects);
    }

    internal sealed record Liked(bool Yes) : Stand
    {
        public override string Order => Yes ? "0" : "1";

        public override bool Contradicts(Stand other) => other is Liked one && one.Yes != Yes;
    }
}
