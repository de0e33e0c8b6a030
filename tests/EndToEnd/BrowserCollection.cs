namespace EndToEnd;

/// <summary>The tests that share the browser, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Browser";
}
