namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>The caller a token let in, or the reason why nobody was.</summary>
public readonly record struct CheckedToken(CallerPrincipal? Caller, string? Refusal);

/// <summary>Checks the token of a call, from its text to the caller it proves.</summary>
public sealed class TokenCheck(Trust trust, IssuerKeys keys, TimeProvider time)
{
    private readonly RememberedTokens remembered = new();

    public ValueTask<CheckedToken> CheckAsync(ReadOnlySpan<char> text)
    {
        if (text.Length > TokenReader.Longest)
        {
            return Refused(TokenRefusals.TooLong);
        }

        var fingerprint = Fingerprint.Of(text);
        if (remembered.TryGet(fingerprint, out var known))
        {
            if (known.Keys.Hold(known.Key) && !TokenRules.IsOver(known.Expires, time.GetUtcNow()))
            {
                return ValueTask.FromResult(new CheckedToken(known.Caller, null));
            }

            remembered.Forget(fingerprint);
        }

        var (token, unreadable) = TokenReader.Read(text);
        if (token is null)
        {
            return Refused(unreadable!);
        }

        var (issuer, refusal) = TokenRules.Judge(token, trust, time.GetUtcNow());
        return issuer is null ? Refused(refusal!) : ProveAsync(token, fingerprint, issuer);
    }

    private static ValueTask<CheckedToken> Refused(string reason) => ValueTask.FromResult(new CheckedToken(null, reason));

    private async ValueTask<CheckedToken> ProveAsync(Token token, Fingerprint fingerprint, Issuer issuer)
    {
        var issuerKeys = keys.Of(issuer);
        var (key, refusal) = await issuerKeys.FindAsync(token.KeyId!);
        if (key is null)
        {
            return new CheckedToken(null, refusal);
        }

        if (TokenRules.Prove(token, issuer, key) is not { } caller)
        {
            return new CheckedToken(null, TokenRefusals.Signature);
        }

        var principal = new CallerPrincipal(caller);
        remembered.Remember(fingerprint, new RememberedToken(principal, token.Expires!.Value, key, issuerKeys));
        return new CheckedToken(principal, null);
    }
}
