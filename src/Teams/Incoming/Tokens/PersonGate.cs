using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>Lets in a person whom Teams signed in to this bot.</summary>
public sealed class PersonGate(
    IOptionsMonitor<AuthenticationSchemeOptions> scheme,
    UrlEncoder encoder,
    [FromKeyedServices(PersonGate.SchemeName)] TokenCheck tokens,
    Refusals refusals) : TokenGate(scheme, encoder, tokens, refusals)
{
    public new const string SchemeName = "Person";
}
