using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>Files as Teams' own cards for them.</summary>
public sealed class FileAttachmentsTests
{
    [Fact]
    public void A_file_is_offered_with_what_comes_back_when_somebody_answers() => Same(
        """
        {
          "type": "message", "summary": "Board report",
          "attachments": [
            {
              "contentType": "application/vnd.microsoft.teams.card.file.consent", "name": "report.docx",
              "content": { "description": "Board report of Leeds", "sizeInBytes": 20480, "acceptContext": { "file": "1" }, "declineContext": {} }
            }
          ]
        }
        """,
        OutgoingActivity.Message(new FileConsentAttachment("report.docx", new FileConsent("Board report of Leeds", 20480, Json("""{"file":"1"}"""), Json("{}"))), "Board report"));

    [Fact]
    public void A_file_that_was_put_somewhere_is_shown_by_its_address() => Same(
        """
        {
          "type": "message", "summary": "It is there",
          "attachments": [
            {
              "contentType": "application/vnd.microsoft.teams.card.file.info", "contentUrl": "https://council-my.sharepoint.com/report.docx", "name": "report.docx",
              "content": { "uniqueId": "8e1f8a2c", "fileType": "docx" }
            }
          ]
        }
        """,
        OutgoingActivity.Message(new FileInfoAttachment("https://council-my.sharepoint.com/report.docx", "report.docx", new FileInfoContent("8e1f8a2c", "docx")), "It is there"));

    [Fact]
    public void A_press_can_be_answered_with_words_alone() =>
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"The file comes below."}""", JsonSerializer.Serialize(InvokeAnswer.Message("The file comes below."), OutgoingJson.Default.InvokeAnswer));

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static void Same(string expected, OutgoingActivity activity)
    {
        var written = JsonSerializer.Serialize(activity, OutgoingJson.Default.OutgoingActivity);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), $"Written {written}");
    }
}
