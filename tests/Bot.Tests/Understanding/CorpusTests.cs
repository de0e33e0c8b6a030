using Xunit.Abstractions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>What people say to the bot, and what must be understood, line by line: Corpus/*.txt.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. Corpus.Files("")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Everything_that_people_say_is_understood(string file) => Assert.Equal(0, Corpus.Report(Corpus.Read(Corpus.Lines(file)), output));

    [Fact]
    public void Of_every_intent_all_is_right() => Assert.Equal(0, Corpus.Report([.. Corpus.Files("").SelectMany(file => Corpus.Read(Corpus.Lines(file)))], output));
}
