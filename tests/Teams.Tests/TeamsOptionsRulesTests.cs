using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace TeamsPlanBot.Teams.Tests;

public sealed class TeamsOptionsRulesTests
{
    private const string Id = "5f1d9c0e-7d0b-4c58-9d3a-0a5f6e1b2c3d";

    [Theory]
    [InlineData("Production", "")]
    [InlineData("Development", "")]
    [InlineData("Production", $"AppId={Id}")]
    [InlineData("Production", $"AppId={Id};TenantId={Id};AllowedTenants:0={Id};AllowedTenants:1={Id}")]
    [InlineData("Production", "AppId=;TenantId=")]
    [InlineData("Production", "DangerouslyAllowUnauthenticatedLoopback=false")]
    [InlineData("Development", "DangerouslyAllowUnauthenticatedLoopback=true")]
    [InlineData("Development", "DangerouslyAllowUnauthenticatedLoopback=true;AppId=")]
    [InlineData("Development", $"DangerouslyAllowUnauthenticatedLoopback=false;AppId={Id}")]
    public void Right_settings_pass(string environment, string settings) => Assert.Empty(Problems(environment, settings));

    [Theory]
    [InlineData("Production", "AppId=my-bot", "Teams__AppId")]
    [InlineData("Production", "TenantId=contoso.onmicrosoft.com", "Teams__TenantId")]
    [InlineData("Production", "SignInAppId=contoso", "Teams__SignInAppId")]
    [InlineData("Production", "AllowedTenants:0=common", "Teams__AllowedTenants__0")]
    [InlineData("Production", "UploadHosts:0=https://council-my.sharepoint.com/", "Teams__UploadHosts__0")]
    [InlineData("Production", $"AllowedTenants:0={Id};AllowedTenants:1=*", "Teams__AllowedTenants__1")]
    [InlineData("Production", "AllowedTenants:0=", "Teams__AllowedTenants__0")]
    [InlineData("Production", "DangerouslyAllowUnauthenticatedLoopback=true", "Teams__DangerouslyAllowUnauthenticatedLoopback")]
    [InlineData("Staging", "DangerouslyAllowUnauthenticatedLoopback=true", "Teams__DangerouslyAllowUnauthenticatedLoopback")]
    [InlineData("Development", $"DangerouslyAllowUnauthenticatedLoopback=true;AppId={Id}", "Teams__DangerouslyAllowUnauthenticatedLoopback")]
    public void A_wrong_setting_is_named_in_a_sentence_with_a_remedy(string environment, string settings, string named)
    {
        var problem = Assert.Single(Problems(environment, settings));

        Assert.StartsWith(named + " is ", problem, StringComparison.Ordinal);
        Assert.Contains(": ", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_setting_is_named_at_once() =>
        Assert.Equal(
            ["Teams__AppId", "Teams__TenantId", "Teams__AllowedTenants__0", "Teams__DangerouslyAllowUnauthenticatedLoopback", "Teams__DangerouslyAllowUnauthenticatedLoopback"],
            Problems("Production", "AppId=1;TenantId=2;AllowedTenants:0=3;DangerouslyAllowUnauthenticatedLoopback=true").Select(problem => problem.Split(' ')[0]));

    private static IEnumerable<string> Problems(string environment, string settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(setting => setting.Split('='))
                .Select(parts => KeyValuePair.Create($"{TeamsOptions.Section}:{parts[0]}", (string?)parts[1])))
            .Build();
        var options = configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();
        var host = new HostApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment, DisableDefaults = true }).Environment;

        return new TeamsOptionsRules(host).Validate(null, options).Failures ?? [];
    }
}
