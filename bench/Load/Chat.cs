using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TeamsPlanBot.Load;

/// <summary>One conversation of one person with the bot. Of four, two are personal, one is a group's and one is in a channel.</summary>
internal sealed class Chat
{
    private const string Bot = "28:5b1f0c52-2f7e-4c39-9f0f-6c1d5a1f7a10";
    private const string Mention = "<at>TeamsPlanBot</at>";

    private readonly string conversation;
    private readonly string channelData;
    private readonly string from;
    private readonly bool isPersonal;

    public Chat(int number, Tenant tenant, int ofTenant)
    {
        Tenant = tenant;

        // Ids as long as Teams' own, and the same in each run.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"chat {number}"));
        var id = Convert.ToHexStringLower(hash);

        // Every tenant has all kinds, and so has any stretch of the run.
        var kind = (number + ofTenant) % 4;
        isPersonal = kind < 2;
        from = $$"""{"id":"29:1{{id}}","name":"Jo Bloggs","aadObjectId":"{{new Guid(hash.AsSpan(0, 16))}}"}""";
        (conversation, var inTeam) = kind switch
        {
            2 => ($$"""{"isGroup":true,"conversationType":"groupChat","tenantId":"{{tenant.Id}}","id":"19:{{id[..32]}}@thread.v2"}""", ""),
            3 => (
                $$"""{"isGroup":true,"conversationType":"channel","tenantId":"{{tenant.Id}}","id":"19:{{id[..32]}}@thread.tacv2;messageid=1490000000000"}""",
                $$""","teamsChannelId":"19:{{id[..32]}}@thread.tacv2","teamsTeamId":"19:{{id[32..]}}@thread.tacv2","channel":{"id":"19:{{id[..32]}}@thread.tacv2"},"team":{"id":"19:{{id[32..]}}@thread.tacv2"}"""),
            _ => ($$"""{"conversationType":"personal","tenantId":"{{tenant.Id}}","id":"a:1{{id}}"}""", ""),
        };
        channelData = $$$"""{"tenant":{"id":"{{{tenant.Id}}}"}{{{inTeam}}},"legacy":{"replyToId":"1:1{{{id[..32]}}}"}}""";
    }

    public Tenant Tenant { get; }

    /// <summary>Conversations spread evenly over the tenants; neighbours are of different ones.</summary>
    public static Chat[] Make(int count, Tenant[] tenants) =>
        [.. Enumerable.Range(0, count).Select(number => new Chat(number, tenants[number % tenants.Length], number / tenants.Length))];

    /// <summary>Any other activity of this person here, with these members besides.</summary>
    public byte[] Write(string type, long id, string members) => Encoding.UTF8.GetBytes(
        $$"""{"type":"{{type}}","id":"{{id}}","channelId":"msteams","serviceUrl":"{{Tenant.ServiceUrl}}","from":{{from}},"conversation":{{conversation}},"recipient":{"id":"{{Bot}}","name":"TeamsPlanBot"},"channelData":{{channelData}},"locale":"en-GB",{{members}}}""");

    /// <summary>Writes a message as Teams sends it; says how long it is.</summary>
    public int Write(Span<byte> message, string question, long id)
    {
        var now = DateTime.UtcNow;
        var called = isPersonal ? "" : $$""",{"type":"mention","mentioned":{"id":"{{Bot}}","name":"TeamsPlanBot"},"text":"{{Mention}}"}""";
        var text = isPersonal ? question : $"{Mention} {question}";
        var markup = isPersonal ? question : $"<span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">TeamsPlanBot</span>&nbsp;{question}";
        Utf8.TryWrite(
            message,
            CultureInfo.InvariantCulture,
            $$"""
            {
              "text": "{{JsonEncodedText.Encode(text).Value}}",
              "textFormat": "plain",
              "attachments": [{"contentType":"text/html","content":"{{JsonEncodedText.Encode($"<p>{markup}</p>").Value}}"}],
              "type": "message",
              "timestamp": "{{now:yyyy-MM-ddTHH:mm:ss.fffffffZ}}",
              "localTimestamp": "{{now:yyyy-MM-ddTHH:mm:ss.fffffff}}+00:00",
              "id": "{{id}}",
              "channelId": "msteams",
              "serviceUrl": "{{Tenant.ServiceUrl}}",
              "from": {{from}},
              "conversation": {{conversation}},
              "recipient": {"id":"{{Bot}}","name":"TeamsPlanBot"},
              "entities": [{"locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London","type":"clientInfo"}{{called}}],
              "channelData": {{channelData}},
              "locale": "en-GB",
              "localTimezone": "Europe/London"
            }
            """,
            out var written);
        return written;
    }
}
