using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Tests.Analysis.Language;

public sealed class StemmerTests
{
    private static readonly Stemmer Stemmer = new(new Dictionary<string, string> { ["broke"] = "break", ["broken"] = "break", ["using"] = "use", ["used"] = "use" });

    [Theory]
    [InlineData("server", "servers")]
    [InlineData("copy", "copies", "copied", "copying")]
    [InlineData("plan", "plans", "planned", "planning")]
    [InlineData("hope", "hopes", "hoped", "hoping")]
    [InlineData("manage", "manages", "managed", "managing")]
    [InlineData("patch", "patches", "patched", "patching")]
    [InlineData("database", "databases")]
    [InlineData("crash", "crashes", "crashed", "crashing")]
    [InlineData("fix", "fixes", "fixed", "fixing")]
    [InlineData("slow", "slowly")]
    [InlineData("break", "breaks", "broke", "broken", "breaking")]
    [InlineData("use", "using", "used")]
    [InlineData("miss", "misses", "missed", "missing")]
    public void Inflections_of_a_word_share_a_stem(string word, params string[] forms) =>
        Assert.All(forms, form => Assert.Equal(Stemmer.Stem(word), Stemmer.Stem(form)));

    [Theory]
    [InlineData("note", "not")]
    [InlineData("site", "sit")]
    [InlineData("care", "car")]
    [InlineData("hoping", "hop")]
    [InlineData("business", "busy")]
    [InlineData("thing", "the")]
    public void Different_words_keep_different_stems(string one, string other) => Assert.NotEqual(Stemmer.Stem(one), Stemmer.Stem(other));
}
