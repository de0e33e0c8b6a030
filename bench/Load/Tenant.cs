using System.Security.Cryptography;
using System.Text;

namespace TeamsPlanBot.Load;

/// <summary>One organisation that uses the bot: its region's service URL and the token its messages carry.</summary>
internal sealed class Tenant
{
    private static readonly string[] Regions = ["emea", "amer", "apac", "uk"];

    public Tenant(int number, string connector, Issuer issuer)
    {
        Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"tenant {number}")).AsSpan(0, 16));
        ServiceUrl = $"{connector}/{Regions[number % Regions.Length]}/";
        Token = issuer.ChannelToken(ServiceUrl);
    }

    public Guid Id { get; }

    public string ServiceUrl { get; }

    public string Token { get; }

    /// <summary>The same tenants in each run.</summary>
    public static Tenant[] Make(int count, string connector, Issuer issuer) =>
        [.. Enumerable.Range(0, count).Select(number => new Tenant(number, connector, issuer))];
}
