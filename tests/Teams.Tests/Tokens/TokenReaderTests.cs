using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Teams.Tests.Tokens;

public sealed class TokenReaderTests
{
    private const string Header = """{"alg":"RS256","kid":"k","typ":"JWT"}""";
    private const string Claims = """{"iss":"i","aud":"a","exp":100,"nbf":50,"iat":50,"serviceurl":"https:\/\/s","tid":"t","azp":"z","appid":"p","ver":"1.0","other":{"exp":"x","list":[1,{"iss":2}]}}""";

    [Fact]
    public void A_token_is_read_whole()
    {
        var text = Text(Header, Claims);
        var token = TokenReader.Read(text).Token!;

        Assert.Equal(("RS256", "k", "i", "a"), (token.Algorithm, token.KeyId, token.Issuer, token.Audience));
        Assert.Equal((100, 50), (token.Expires, token.NotBefore));
        Assert.Equal(("https://s", "t", "z", "p", "1.0"), (token.ServiceUrl, token.TenantId, token.AuthorisedParty, token.ApplicationId, token.Version));
        Assert.Equal(text[..text.LastIndexOf('.')], System.Text.Encoding.ASCII.GetString(token.SignedPart.Span));
        Assert.Equal([1, 2, 3], token.Signature.ToArray());
    }

    [Theory]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{"alg":"RS256","typ":"jwt"}""")]
    [InlineData("""{"alg":"RS256","jku":"https://evil.example","jwk":{"kty":"RSA"},"x5u":"x","x5c":["x"]}""")]
    [InlineData("""{}""")]
    public void Headers_that_say_less_or_bring_keys_of_their_own_are_read_and_the_keys_passed_over(string header) =>
        Assert.Null(TokenReader.Read(Text(header, Claims)).Refusal);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("a.b.c.d.e")]
    public void A_token_has_three_parts(string text) => Assert.Equal(TokenRefusals.NotThreeParts, TokenReader.Read(text).Refusal);

    [Fact]
    public void A_token_ends_at_8_KB()
    {
        var text = Text(Header, Claims);
        Assert.Equal(TokenRefusals.TooLong, TokenReader.Read(text.PadRight(TokenReader.Longest + 1, 'A')).Refusal);
        Assert.Null(TokenReader.Read(text + new string('A', TokenReader.Longest - text.Length - (TokenReader.Longest - text.Length) % 4)).Refusal);
    }

    [Theory]
    [InlineData("{0}.{1}.", TokenRefusals.NotSigned)]
    [InlineData("{0}.{1}.AQ==", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1}.AQ=", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1}.AQI ", TokenRefusals.NotBase64Url)]
    [InlineData(" {0}.{1}.AQID", TokenRefusals.NotBase64Url)]
    [InlineData("{0}\n.{1}.AQID", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1} .AQID", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1}.AQ+/", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1}.A", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1}.AQIDé", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1}.AR", TokenRefusals.NotBase64Url)]
    [InlineData("{0}.{1}.AQJ", TokenRefusals.NotBase64Url)]
    [InlineData("{0},{1}.AQID.AQID", TokenRefusals.NotBase64Url)]
    [InlineData(".{1}.AQID", TokenRefusals.NotJson)]
    [InlineData("{0}..AQID", TokenRefusals.NotJson)]
    public void There_is_one_way_to_write_a_token(string form, string refusal) =>
        Assert.Equal(refusal, TokenReader.Read(form.Replace("{0}", TestKey.Encode(Header), StringComparison.Ordinal).Replace("{1}", TestKey.Encode(Claims), StringComparison.Ordinal)).Refusal);

    [Theory]
    [InlineData("[]", TokenRefusals.NotJson)]
    [InlineData("null", TokenRefusals.NotJson)]
    [InlineData("\"RS256\"", TokenRefusals.NotJson)]
    [InlineData("""{"alg":"RS256"} {}""", TokenRefusals.NotJson)]
    [InlineData("""{"alg":"RS256"}x""", TokenRefusals.NotJson)]
    [InlineData("""{"alg":"RS256",}""", TokenRefusals.NotJson)]
    [InlineData("""{"alg":"RS256"/**/}""", TokenRefusals.NotJson)]
    [InlineData("""{"alg":"RS256" """, TokenRefusals.NotJson)]
    [InlineData("""{"kid":"\ud800"}""", TokenRefusals.NotJson)]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}""", TokenRefusals.NotJson)]
    [InlineData("""{"alg":"RS256","alg":"RS256"}""", TokenRefusals.SaidTwice)]
    [InlineData("""{"alg":"RS256","other":1,"other":2}""", TokenRefusals.SaidTwice)]
    [InlineData("""{"alg":"RS256","\u0061lg":"none"}""", TokenRefusals.OddMembers)]
    [InlineData("""{"alg":null}""", TokenRefusals.WrongKind)]
    [InlineData("""{"alg":["RS256"]}""", TokenRefusals.WrongKind)]
    [InlineData("""{"kid":1}""", TokenRefusals.WrongKind)]
    [InlineData("""{"typ":7}""", TokenRefusals.WrongKind)]
    [InlineData("""{"typ":"at+jwt"}""", TokenRefusals.OtherType)]
    [InlineData("""{"typ":"JWE"}""", TokenRefusals.OtherType)]
    [InlineData("""{"crit":["exp"]}""", TokenRefusals.Critical)]
    [InlineData("""{"crit":[]}""", TokenRefusals.Critical)]
    public void A_header_is_one_plain_object(string header, string refusal) => Assert.Equal(refusal, TokenReader.Read(Text(header, Claims)).Refusal);

    [Theory]
    [InlineData("""{"exp":"100"}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":100.0}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":1e9}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":1e400}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":99999999999999999999}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":9223372036854775807}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":-9223372036854775808}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":null}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":[100]}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":NaN}""", TokenRefusals.NotJson)]
    [InlineData("""{"nbf":"0"}""", TokenRefusals.WrongKind)]
    [InlineData("""{"iat":true}""", TokenRefusals.WrongKind)]
    [InlineData("""{"aud":["a"]}""", TokenRefusals.WrongKind)]
    [InlineData("""{"aud":["a","b"]}""", TokenRefusals.WrongKind)]
    [InlineData("""{"iss":{"a":1}}""", TokenRefusals.WrongKind)]
    [InlineData("""{"serviceurl":null}""", TokenRefusals.WrongKind)]
    [InlineData("""{"tid":1}""", TokenRefusals.WrongKind)]
    [InlineData("""{"azp":1}""", TokenRefusals.WrongKind)]
    [InlineData("""{"appid":1}""", TokenRefusals.WrongKind)]
    [InlineData("""{"ver":1.0}""", TokenRefusals.WrongKind)]
    [InlineData("""{"exp":1,"exp":99999999999}""", TokenRefusals.SaidTwice)]
    [InlineData("""{"iss":"a","x":1,"iss":"a"}""", TokenRefusals.SaidTwice)]
    [InlineData("""{"is\u0073":"a"}""", TokenRefusals.OddMembers)]
    [InlineData("\ufeff{}", TokenRefusals.NotJson)]
    public void Claims_are_of_the_kind_they_should_be_and_said_once(string claims, string refusal) => Assert.Equal(refusal, TokenReader.Read(Text(Header, claims)).Refusal);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Equal(TokenRefusals.NotJson, TokenReader.Read($"{TestKey.Encode(Header)}.{TestKey.Encode([.. "{\"iss\":\""u8, 0xFF, .. "\"}"u8])}.AQID").Refusal);

    [Fact]
    public void Sixty_four_members_are_read_and_no_more()
    {
        Assert.Null(TokenReader.Read(Text(Header, Many(64))).Refusal);
        Assert.Equal(TokenRefusals.OddMembers, TokenReader.Read(Text(Header, Many(65))).Refusal);
    }

    [Fact]
    public void Whatever_is_cut_or_flipped_is_a_token_or_a_refusal()
    {
        var random = new Random(20261121);
        var good = Text(Header, Claims);
        for (var i = 0; i < 20_000; i++)
        {
            var spoilt = good[..random.Next(good.Length)].ToCharArray();
            for (var flips = random.Next(4); flips > 0 && spoilt.Length > 0; flips--)
            {
                spoilt[random.Next(spoilt.Length)] = (char)random.Next(0x20, 0x120);
            }

            var read = TokenReader.Read(random.Next(2) == 0 ? new string(spoilt) : new string(spoilt) + good[spoilt.Length..]);
            Assert.True(read.Token is null != read.Refusal is null);
        }
    }

    private static string Many(int count) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"c{i}\":{i}"))}}}";

    private static string Text(string header, string claims) => $"{TestKey.Encode(header)}.{TestKey.Encode(claims)}.AQID";
}
