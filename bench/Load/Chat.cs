using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TeamsPlanBot.Load;

/// <summary>One conversation of one person with the bot. Of four, two are personal, one is a group's and one is in a channel.</summary>
internal sealed class Chat
{
    private const string Tenant = "0d3c1c4e-6f0b-4b0e-9c57-6a7b6f4b0a11";
    private const string Bot = "28:5b1f0c52-2f7e-4c39-9f0f-6c1d5a1f7a10";
    private const string Mention = "<at>TeamsPlanBot</at>";

    private readonly string conversation;
    private readonly string channelData;
    private readonly string from;
    private readonly bool isPersonal;

    public Chat(int number)
    {
        // Ids as long as Teams' own, and the same in each run.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"chat {number}"));
        var id = Convert.ToHexStringLower(hash);
        isPersonal = number % 4 < 2;
        from = $$"""{"id":"29:1{{id}}","name":"Jo Bloggs","aadObjectId":"{{new Guid(hash.AsSpan(0, 16))}}"}""";
        (conversation, var inTeam) = (number % 4) switch
        {
            2 => ($$"""{"isGroup":true,"conversationType":"groupChat","tenantId":"{{Tenant}}","id":"19:{{id[..32]}}@thread.v2"}""", ""),
            3 => (
                $$"""{"isGroup":true,"conversationType":"channel","tenantId":"{{Tenant}}","id":"19:{{id[..32]}}@thread.tacv2;messageid=1490000000000"}""",
                $$""","teamsChannelId":"19:{{id[..32]}}@thread.tacv2","teamsTeamId":"19:{{id[32..]}}@thread.tacv2","channel":{"id":"19:{{id[..32]}}@thread.tacv2"},"team":{"id":"19:{{id[32..]}}@thread.tacv2"}"""),
            _ => ($$"""{"conversationType":"personal","tenantId":"{{Tenant}}","id":"a:1{{id}}"}""", ""),
        };
        channelData = $$$"""{"tenant":{"id":"{{{Tenant}}}"}{{{inTeam}}},"legacy":{"replyToId":"1:1{{{id[..32]}}}"}}""";
    }

    /// <summary>A message as Teams sends it.</summary>
    public byte[] Say(string question, string id, string serviceUrl)
    {
        var now = DateTime.UtcNow;
        var called = isPersonal ? "" : $$""",{"type":"mention","mentioned":{"id":"{{Bot}}","name":"TeamsPlanBot"},"text":"{{Mention}}"}""";
        var text = isPersonal ? question : $"{Mention} {question}";
        var markup = isPersonal ? question : $"<span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">TeamsPlanBot</span>&nbsp;{question}";
        return Encoding.UTF8.GetBytes($$"""
            {
              "text": "{{JsonEncodedText.Encode(text)}}",
              "textFormat": "plain",
              "attachments": [{"contentType":"text/html","content":"{{JsonEncodedText.Encode($"<p>{markup}</p>")}}"}],
              "type": "message",
              "timestamp": "{{now:yyyy-MM-ddTHH:mm:ss.fffffffZ}}",
              "localTimestamp": "{{now:yyyy-MM-ddTHH:mm:ss.fffffff}}+00:00",
              "id": "{{id}}",
              "channelId": "msteams",
              "serviceUrl": "{{serviceUrl}}",
              "from": {{from}},
              "conversation": {{conversation}},
              "recipient": {"id":"{{Bot}}","name":"TeamsPlanBot"},
              "entities": [{"locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London","type":"clientInfo"}{{called}}],
              "channelData": {{channelData}},
              "locale": "en-GB",
              "localTimezone": "Europe/London"
            }
            """);
    }
}
