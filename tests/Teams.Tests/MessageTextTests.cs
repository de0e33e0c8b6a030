using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class MessageTextTests
{
    private const string Bot = "28:bot";

    [Theory]
    [InlineData("<at>Plan Bot</at> what is overdue?", "what is overdue?")]
    [InlineData("<at>Plan Bot</at>&nbsp;what is overdue?", "what is overdue?")]
    [InlineData("what is overdue, <at>Plan Bot</at>?", "what is overdue,  ?")]
    [InlineData("<at>Plan Bot</at> what <at>Plan Bot</at>", "what")]
    [InlineData("<at>Plan Bot</at>", "")]
    public void The_mention_of_the_bot_is_gone(string text, string said) =>
        Assert.Equal(said, Message(text, (Bot, "<at>Plan Bot</at>")).Said());

    [Fact]
    public void Words_on_both_sides_of_the_mention_stay_apart() =>
        Assert.Equal("what is overdue", Message("what is<at>Plan Bot</at>overdue", (Bot, "<at>Plan Bot</at>")).Said());

    [Fact]
    public void A_mention_looks_like_the_bots_and_is_not_when_the_entity_says_so() =>
        Assert.Equal("Plan Bot is late", Message("<at>Plan Bot</at> is late", ("29:jo", "<at>Plan Bot</at>")).Said());

    [Fact]
    public void Without_an_entity_a_mention_is_a_name() =>
        Assert.Equal("Plan Bot is late", Message("<at>Plan Bot</at> is late").Said());

    [Theory]
    [InlineData("<at>Jo Bloggs</at>'s actions", "Jo Bloggs's actions")]
    [InlineData("<at id=\"0\">Jo Bloggs</at>'s actions", "Jo Bloggs's actions")]
    [InlineData("<AT>Jo Bloggs</AT>'s actions", "Jo Bloggs's actions")]
    [InlineData("<at>Jo &amp; Co</at>", "Jo & Co")]
    public void Mentions_of_others_leave_their_names(string text, string said) => Assert.Equal(said, Message(text).Said());

    [Fact]
    public void Of_several_mentions_only_the_bots_is_gone() =>
        Assert.Equal(
            "give 4.2 to Jo Bloggs and Ann Other",
            Message(
                "<at>Plan Bot</at> give 4.2 to <at>Jo Bloggs</at> and <at>Ann Other</at>",
                ("29:jo", "<at>Jo Bloggs</at>"),
                (Bot, "<at>Plan Bot</at>"),
                ("29:ann", "<at>Ann Other</at>")).Said());

    [Theory]
    [InlineData("4.2 &amp; 4.3", "4.2 & 4.3")]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("&amp;amp;amp;", "&amp;amp;")]
    [InlineData("&lt;at&gt;Jo&lt;/at&gt;", "<at>Jo</at>")]
    [InlineData("caf&eacute; &#39;x&#39; &#x1F600;", "café 'x' 😀")]
    [InlineData("R&D & AT&T &unknown; &", "R&D & AT&T &unknown; &")]
    public void Entities_are_decoded_once(string text, string said) => Assert.Equal(said, Message(text).Said());

    [Theory]
    [InlineData("\u00A0what&nbsp;is\u00A0overdue&#160;", "what is overdue")]
    [InlineData("&amp;nbsp;", "&nbsp;")]
    public void Spaces_that_do_not_break_are_spaces(string text, string said) => Assert.Equal(said, Message(text).Said());

    [Theory]
    [InlineData("<at>Another Bot</at>")]
    [InlineData("")]
    [InlineData(null)]
    public void A_mention_whose_words_are_not_in_the_text_changes_nothing(string? marked)
    {
        var message = Message("what is overdue?", (Bot, marked));

        Assert.Equal("what is overdue?", message.Said());
        Assert.True(message.MentionsBot());
    }

    [Theory]
    [InlineData("<at", "<at")]
    [InlineData("<at ", "<at")]
    [InlineData("<at>", "")]
    [InlineData("<at id=", "<at id=")]
    [InlineData("<atlas> is a book", "<atlas> is a book")]
    [InlineData("meet <at 5", "meet <at 5")]
    [InlineData("<<at>at>Jo</at>", "<at>Jo")]
    [InlineData("<at><at>Jo</at></at>", "Jo")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void Fragments_of_mentions_do_no_harm(string text, string said) => Assert.Equal(said, Message(text).Said());

    [Theory]
    [InlineData("<at ")]
    [InlineData("<at>")]
    [InlineData("</at>")]
    [InlineData("&lt;")]
    [InlineData("&")]
    public void A_body_full_of_fragments_is_read_to_its_end(string fragment)
    {
        var text = string.Concat(Enumerable.Repeat(fragment, ActivityReader.LargestBody / fragment.Length)) + "the end";

        Assert.EndsWith("the end", Message(text, (Bot, "<at>Plan Bot</at>")).Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[null, 5, \"mention\", []]")]
    [InlineData("""[{ "type": "mention" }]""")]
    [InlineData("""[{ "type": "mention", "mentioned": "28:bot" }]""")]
    [InlineData("""[{ "type": "mention", "mentioned": { "id": 28 } }]""")]
    [InlineData("""[{ "type": "mention", "mentioned": { "id": "29:jo" } }]""")]
    [InlineData("""[{ "type": "mention", "mentioned": { "id": "28:BOT" } }]""")]
    [InlineData("""[{ "type": "clientInfo", "mentioned": { "id": "28:bot" } }]""")]
    public void Other_entities_do_not_call_the_bot(string entities)
    {
        var message = Shapes.Read($$"""{ "type": "message", "text": "hello", "recipient": { "id": "28:bot" }, "entities": {{entities}} }""");

        Assert.False(message.MentionsBot());
        Assert.Equal("hello", message.Said());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "id": "" }""")]
    [InlineData("null")]
    public void Nobody_calls_a_bot_that_is_not_named(string recipient) =>
        Assert.False(Shapes.Read($$"""{ "recipient": {{recipient}}, "entities": [{ "type": "mention", "mentioned": { "id": "" }, "text": "x" }] }""").MentionsBot());

    [Fact]
    public void One_mention_among_others_calls_the_bot() =>
        Assert.True(Message("<at>Jo</at> <at>Plan Bot</at>", ("29:jo", "<at>Jo</at>"), (Bot, "<at>Plan Bot</at>")).MentionsBot());

    [Fact]
    public void A_message_without_text_says_nothing() => Assert.Equal("", Shapes.Read("""{ "type": "message" }""").Said());

    private static Activity Message(string text, params (string Id, string? Text)[] mentions) => Shapes.Read(new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["recipient"] = new JsonObject { ["id"] = Bot },
        ["entities"] = new JsonArray([.. mentions.Select(mention => new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = mention.Id },
            ["text"] = mention.Text,
        })]),
    }.ToJsonString());
}
