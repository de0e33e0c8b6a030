using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Teams.Tests.Tokens;

public sealed class KeyDocumentsTests
{
    private static readonly TestKey Key = new(["msteams"]);

    [Theory]
    [InlineData("https://login.example/keys", true)]
    [InlineData("https://LOGIN.example/keys", true)]
    [InlineData("https://login.example:443/keys", true)]
    [InlineData("http://login.example/keys", false)]
    [InlineData("https://login.example:8443/keys", false)]
    [InlineData("https://evil.example/keys", false)]
    [InlineData("https://login.example@evil.example/keys", false)]
    [InlineData("https://user@login.example/keys", false)]
    [InlineData("https://login.example.evil.example/keys", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/keys", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Keys_lie_where_the_metadata_lies(string? keys, bool taken)
    {
        var metadata = JsonSerializer.SerializeToElement(new { jwks_uri = keys });
        Assert.Equal(taken, KeyDocuments.KeysAddress(metadata, new Uri("https://login.example/.well-known/openid-configuration")) is not null);
    }

    [Theory]
    [InlineData("""{}""", true)]
    [InlineData("""{"use":null}""", false)]
    [InlineData("""{"use":"enc"}""", false)]
    [InlineData("""{"use":["sig"]}""", false)]
    [InlineData("""{"kty":"oct","k":"c2VjcmV0"}""", false)]
    [InlineData("""{"kty":"EC"}""", false)]
    [InlineData("""{"kty":"rsa"}""", false)]
    [InlineData("""{"alg":"RS256"}""", true)]
    [InlineData("""{"alg":"HS256"}""", false)]
    [InlineData("""{"alg":"RSA-OAEP"}""", false)]
    [InlineData("""{"kid":""}""", false)]
    [InlineData("""{"kid":7}""", false)]
    [InlineData("""{"e":"AQ"}""", false)]
    [InlineData("""{"e":"Aw"}""", false)]
    [InlineData("""{"e":"AQAA"}""", false)]
    [InlineData("""{"e":"AQABAQABAQAB"}""", false)]
    [InlineData("""{"e":""}""", false)]
    [InlineData("""{"e":"not base64!"}""", false)]
    [InlineData("""{"n":"AQAB"}""", false)]
    [InlineData("""{"n":null}""", false)]
    public void A_key_is_taken_only_if_it_is_one_to_check_signatures_with(string change, bool taken)
    {
        var key = Key.Published();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            key[name] = value?.DeepClone();
        }

        Assert.Equal(taken, Keys(key)!.Count == 1);
    }

    [Fact]
    public void A_key_without_a_use_or_endorsements_is_taken_and_endorses_nothing()
    {
        var key = Key.Published();
        key.Remove("use");
        key["endorsements"] = "msteams";
        Assert.Empty(Keys(key)!.Values.Single().Endorsements);
    }

    [Fact]
    public void A_short_key_is_not_taken() => Assert.Empty(Keys(new TestKey(["msteams"], size: 1024).Published())!);

    [Fact]
    public void Keys_that_share_an_id_are_both_left_out_and_the_others_taken()
    {
        var (twin, other) = (new TestKey(["msteams"]).Published(), new TestKey(["msteams"]));
        twin["kid"] = Key.Id;
        Assert.Equal([other.Id], Keys(Key.Published(), twin, other.Published())!.Keys);
    }

    [Fact]
    public void More_than_a_hundred_keys_are_no_list_of_keys()
    {
        Assert.NotNull(Keys([.. Enumerable.Repeat(Key.Published(), 100)]));
        Assert.Null(Keys([.. Enumerable.Repeat(Key.Published(), 101)]));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("7")]
    public void What_is_no_list_of_keys_is_none(string document) => Assert.Null(KeyDocuments.Keys(JsonDocument.Parse(document).RootElement));

    [Fact]
    public void What_is_no_key_in_a_list_of_keys_is_passed_over() =>
        Assert.Empty(KeyDocuments.Keys(JsonDocument.Parse("""{"keys":[null,7,"x",[],{}]}""").RootElement)!);

    private static IReadOnlyDictionary<string, SigningKey>? Keys(params JsonObject[] keys) => KeyDocuments.Keys(JsonSerializer.SerializeToElement(new { keys }));
}
