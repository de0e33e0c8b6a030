namespace EndToEnd;

public sealed class RequirementsTests
{
    [Fact]
    public void With_everything_there_nothing_is_skipped() =>
        Assert.Null(Requirements.Explain(node: true, chromium: true, modules: true));

    [Theory]
    [InlineData(false, true, true, "node")]
    [InlineData(true, false, true, "Chromium")]
    [InlineData(true, true, false, "npm ci")]
    public void What_is_absent_is_named(bool node, bool chromium, bool modules, string word) =>
        Assert.Contains(word, Requirements.Explain(node, chromium, modules));

    [Fact]
    public void An_absence_skips_with_its_reason() =>
        Assert.Equal("no node", Requirements.SkipReason("no node", requireAll: false));

    [Fact]
    public void An_absence_never_skips_where_all_is_required() =>
        Assert.Null(Requirements.SkipReason("no node", requireAll: true));

    [Fact]
    public void Where_all_is_required_nothing_is_absent() =>
        Assert.False(Requirements.All && Requirements.Missing is not null, Requirements.Missing);
}
