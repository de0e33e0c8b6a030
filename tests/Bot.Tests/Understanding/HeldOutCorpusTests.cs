using Xunit.Abstractions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>The same kinds of messages in other words, written apart from the rules: Corpus/held-out/*.txt.</summary>
public sealed class HeldOutCorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. Corpus.Files("held-out")];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_written_apart_from_the_rules_is_understood_as_well(string file) => Assert.Equal(0, Corpus.Report(Corpus.Read(Corpus.Lines(file)), output));
}
