using FsCheck;
using FsCheck.Fluent;

namespace RoadmapBot.Tests.Analysis.Language;

public sealed class SegmentTests
{
    [Theory]
    [InlineData("It works. It's old.", 2)]
    [InlineData("We pay 3.5 million, e.g. for licences.", 1)]
    [InlineData("Why? Nobody knows!", 2)]
    [InlineData("One line\nanother line", 2)]
    [InlineData("Well... nobody.", 2)]
    public void Sentences_end_where_a_reader_would_end_them(string text, int sentences) =>
        Assert.Equal(sentences, Known.Read(text).Breaks.Sentence[^1] + 1);

    [Theory]
    [InlineData("The backups are fine but the servers are ancient", 2)]
    [InlineData("It broke, and we waited", 2)]
    [InlineData("Printers, scanners and phones fail", 1)]
    [InlineData("It fails when it rains", 2)]
    [InlineData("Nobody knows; nobody asks", 2)]
    public void Clauses_begin_at_their_openers(string text, int clauses) => Assert.Equal(clauses, Known.Read(text).Clauses.Length);

    [Fact]
    public void A_contraction_becomes_the_words_it_stands_for() =>
        Assert.Equal(["we", "can", "not", "say", "it", "is", "IT"], Known.Read("We can’t say it's IT").Words.Select(word => word.Raw));

    [Fact]
    public void Every_word_and_clause_is_found_at_its_offsets() => Prop.ForAll(Texts(), text =>
    {
        var reading = Known.Read(text);
        var contracted = reading.Words.Select(word => (word.Start, word.End)).Distinct().ToArray();
        return reading.Words.All(word => word.Start >= 0 && word.Start < word.End && word.End <= text.Length)
            && contracted.Zip(contracted.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)
            && reading.Clauses.All(clause => clause.Start < clause.End && clause.End <= text.Length)
            && reading.Clauses.SelectMany(clause => Enumerable.Range(clause.Words.First, clause.Words.Last - clause.Words.First))
                .SequenceEqual(Enumerable.Range(0, reading.Words.Length));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_quote_is_a_part_of_its_text() => Prop.ForAll(Texts(), text =>
    {
        var reading = Known.Read(text);
        return Enumerable.Range(0, reading.Words.Length).All(word => reading.Quote(word, word) is { Length: > 0 } quote && text.Contains(quote, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    /// <summary>Sentences of ordinary words, with every kind of punctuation, quotes, numbers and odd characters between them.</summary>
    private static Arbitrary<string> Texts() => Gen.Elements(
            "the", "server", "can't", "won’t", "nobody", "but", "because", "IT", "it's", "backup", "42", "3.5", "e.g.", "naïve", "“quoted”", "é", "\uD83D\uDE00", "--",
            ".", "!", "?", "…", ",", ";", ":", "\n", " – ", "(", ")", "24/7", "’", "'")
        .NonEmptyListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();
}
