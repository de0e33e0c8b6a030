using System.Text.Json;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class FileAnswerTests
{
    [Fact]
    public void Who_accepts_says_where_the_file_is_to_be_put()
    {
        var answer = Read("""{"type":"fileUpload","action":"accept","context":{"file":"1"},"uploadInfo":{"contentUrl":"https://a.sharepoint.com/f","name":"f.docx","uploadUrl":"https://a.sharepoint.com/u?x=1","uniqueId":"8e1f","fileType":"docx"}}""");

        Assert.Equal((true, "1"), (answer!.IsAccepted, answer.Context!.Value.Text("file")));
        Assert.Equal(new UploadPlace("https://a.sharepoint.com/u?x=1", "https://a.sharepoint.com/f", "f.docx", "8e1f", "docx"), answer.Upload);
    }

    [Fact]
    public void Who_declines_says_no_place()
    {
        var answer = Read("""{"type":"fileUpload","action":"decline","context":{},"uploadInfo":{"contentUrl":"https://a/f","uploadUrl":"https://a/u"}}""");

        Assert.Equal((false, null), (answer!.IsAccepted, answer.Upload));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"type":"fileUpload","action":"perhaps"}""")]
    [InlineData("""{"type":"other","action":"accept","uploadInfo":{"contentUrl":"https://a/f","uploadUrl":"https://a/u"}}""")]
    [InlineData("""{"type":"fileUpload","action":"accept"}""")]
    [InlineData("""{"type":"fileUpload","action":"accept","uploadInfo":{"contentUrl":"https://a/f"}}""")]
    [InlineData("""{"type":"fileUpload","action":"accept","uploadInfo":{"contentUrl":7,"uploadUrl":"https://a/u"}}""")]
    [InlineData("""{"type":"fileUpload","action":"accept","uploadInfo":["https://a/u"]}""")]
    public void Anything_else_is_no_answer(string value) => Assert.Null(Read(value));

    [Fact]
    public void Nothing_is_no_answer() => Assert.Null(FileAnswer.Read(null));

    private static FileAnswer? Read(string json) => FileAnswer.Read(JsonDocument.Parse(json).RootElement);
}
