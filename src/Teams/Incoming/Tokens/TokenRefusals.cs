namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>Why a token is refused: fixed words for the log, nothing of the token itself.</summary>
public static class TokenRefusals
{
    public const string NoAppId = "no application id is set, so no token can be for this bot (Teams__AppId)";
    public const string NoToken = "the call carries no token";
    public const string SeveralHeaders = "the call has more than one Authorization header";
    public const string NotBearer = "the Authorization header is not of the Bearer scheme";

    public const string TooLong = "the token is too long";
    public const string NotThreeParts = "the token has not three parts";
    public const string NotSigned = "the token is not signed";
    public const string NotBase64Url = "the token is not strict base64url";
    public const string NotJson = "the token's header or claims are no JSON object";
    public const string OddMembers = "the token's members are too many or oddly written";
    public const string SaidTwice = "the token says something twice";
    public const string WrongKind = "a member of the token is of the wrong kind";
    public const string OtherType = "the token is of another type than JWT";
    public const string Critical = "the token asks for extensions to be understood";

    public const string Algorithm = "the token's algorithm is not RS256, RS384 or RS512";
    public const string NoKeyId = "the token names no key";
    public const string Audience = "the token is meant for somebody else";
    public const string NoExpiry = "the token does not say when it expires";
    public const string Expired = "the token has expired";
    public const string NotYet = "the token is not valid yet";
    public const string Issuer = "the token's issuer is not trusted";
    public const string NoCallers = "the token is from Entra, and no application is on Teams__AllowedCallers";
    public const string Tenant = "the token's tenant is not its issuer's";
    public const string Version = "the token's version is not its issuer's";
    public const string OfAPerson = "the token speaks for a person, and activities come from the channel";
    public const string NoPerson = "the token does not say for which person it speaks";
    public const string Scope = "the token does not let Teams use the bot for its person (access_as_user)";
    public const string NotTeams = "the token was not asked for by Teams";
    public const string CallingApplication = "the calling application is not on Teams__AllowedCallers";
    public const string NoKeys = "the issuer's keys could not be read";
    public const string UnknownKey = "the token's key is not among its issuer's";
    public const string Signature = "the token's signature is wrong";
}
