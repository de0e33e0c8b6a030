using Xunit.Abstractions;
using Xunit.Sdk;

namespace TeamsPlanBot.Data.Tests;

/// <summary>A fact that is tried on every engine; skipped with the reason on those that are not to be had here.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("TeamsPlanBot.Data.Tests.StoreFactDiscoverer", "Data.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>A theory that is tried on every engine; skipped with the reason on those that are not to be had here.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("TeamsPlanBot.Data.Tests.StoreTheoryDiscoverer", "Data.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;

/// <summary>Makes one test of a fact for each engine.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        StoreTestCase.OnEach(messages, discoveryOptions, testMethod, null);
}

/// <summary>Makes one test of each row of a theory for each engine.</summary>
public sealed class StoreTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        StoreTestCase.OnEach(DiagnosticMessageSink, discoveryOptions, testMethod, dataRow);

    protected override IEnumerable<IXunitTestCase> CreateTestCasesForTheory(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        throw new NotSupportedException($"The rows of {testMethod.Method.Name} must be of simple values, so that each can be told by name.");
}
