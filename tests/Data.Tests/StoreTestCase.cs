using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace TeamsPlanBot.Data.Tests;

/// <summary>A test on one engine.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    private string engine = StoreUnderTest.Sqlite;

    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by xunit when it reads a test case back.")]
    public StoreTestCase()
    {
    }

    private StoreTestCase(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[]? row, string engine)
        : base(messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, row) =>
        this.engine = engine;

    public static IEnumerable<IXunitTestCase> OnEach(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[]? row) =>
        StoreUnderTest.Engines.Select(engine => new StoreTestCase(messages, options, method, row, engine));

    public override Task<RunSummary> RunAsync(IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        StoreUnderTest.Engine = engine;
        return base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(engine), engine);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        engine = data.GetValue<string>(nameof(engine));
        base.Deserialize(data);
    }

    protected override void Initialize()
    {
        base.Initialize();
        DisplayName += $" ({engine})";
        SkipReason ??= StoreUnderTest.WhyNot(engine);
    }

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-{engine}";
}
