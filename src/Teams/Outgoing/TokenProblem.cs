using System.Text.RegularExpressions;
using Microsoft.Identity.Client;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Says why no token was given and what to do about it.</summary>
internal static partial class TokenProblem
{
    public static string Sentence(Exception failure, TeamsOptions options, string setting, string tenant) => failure switch
    {
        MsalServiceException { StatusCode: var status } when options.ManagedIdentityClientId is { Length: > 0 } && MayPass(status) =>
            $"The platform that gives tokens to managed identities answered with status {status}: try again later.",
        MsalServiceException { ErrorCode: MsalError.ManagedIdentityUnreachableNetwork } or MsalServiceException { ErrorCode: MsalError.ManagedIdentityRequestFailed } =>
            "The platform gave no token for the managed identity in Teams__ManagedIdentityClientId: check that it is assigned to the machine or app that runs the bot.",
        MsalServiceException { ErrorCode: MsalError.RequestTimeout } or OperationCanceledException or HttpRequestException => Unreachable(options, failure),
        MsalServiceException { StatusCode: var status } when MayPass(status) => $"The login service at {Host(options)} answered with status {status}: try again later, or check Teams__Authority.",
        MsalServiceException said when Number(said.Message) is { } number => FromEntra(number, options, setting, tenant)
            ?? $"{Host(options)} gave no token (AADSTS{number}, status {said.StatusCode}): look this up in Entra's list of errors, or try again later.",
        MsalServiceException { StatusCode: >= 400 and var status } => $"The login service at {Host(options)} answered with status {status}: try again later, or check {setting} and Teams__Authority.",
        MsalServiceException or MsalClientException { ErrorCode: MsalError.JsonParseError or MsalError.NonParsableOAuthError or MsalError.AccessTokenTypeMissing } => NoToken(options),
        IOException or UnauthorizedAccessException when options.WorkloadIdentity =>
            "The token file of the workload identity cannot be read: the platform names it in AZURE_FEDERATED_TOKEN_FILE and must mount it where the bot runs.",
        MsalClientException client => $"No token could be had from {Host(options)} ({client.ErrorCode}): check {setting} and Teams__Authority.",
        _ => NoToken(options),
    };

    private static string? FromEntra(string number, TeamsOptions options, string setting, string tenant) => number switch
    {
        "7000215" => $"{setting} is wrong (AADSTS7000215): copy the secret's value, not its id, from the bot's Entra registration.",
        "7000222" => $"{setting} has run out (AADSTS7000222): make a new secret in the bot's Entra registration and set it.",
        "700016" => $"The application {options.AppId} is not known in the tenant {tenant} (AADSTS700016): check Teams__AppId and Teams__TenantId.",
        "90002" or "900021" or "900023" => $"The tenant {tenant} is not known (AADSTS{number}): check Teams__TenantId.",
        "700027" => $"The certificate in {setting} is not the registered one (AADSTS700027): add it to the bot's Entra registration.",
        "70021" or "700211" or "700212" or "700213" => $"The workload's token matches no federated credential (AADSTS{number}): check issuer, subject and audience of the federated credential in the bot's Entra registration.",
        "700024" => $"The proof by {setting} is out of date (AADSTS700024): check the clock of this computer.",
        "7000112" => $"The application {options.AppId} is switched off (AADSTS7000112): switch it on in Entra's enterprise applications.",
        _ => null,
    };

    // Redirects are not followed, and what is behind them is no login service.
    private static bool MayPass(int status) => status is (>= 300 and < 400) or 429 or >= 500;

    private static string NoToken(TeamsOptions options) => $"The login service at {Host(options)} answered with something that is no token: try again later, or check Teams__Authority.";

    private static string Unreachable(TeamsOptions options, Exception failure) =>
        $"{Host(options)} cannot be reached ({(failure is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } ? WireProblem.InWords(error) : "no answer in time")}): "
        + "check that this computer may call it, and Teams__Authority.";

    private static string Host(TeamsOptions options) => new Uri(options.Authority).Authority;

    private static string? Number(string message) => Numbered().Match(message) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("AADSTS([0-9]{4,9})")]
    private static partial Regex Numbered();
}
