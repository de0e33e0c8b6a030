using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Reports;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Files;
using TeamsPlanBot.Teams;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>How files travel: into a person's own store once they agree, and out of a shared conversation by a link that works once.</summary>
public sealed partial class Files(FileMaker maker, FileLinks links, FileUpload upload, Connector connector, IOptions<TeamsOptions> teams, TimeProvider time, ILogger<Files> log)
{
    /// <summary>The invoke that tells what a person answered to the offer of a file.</summary>
    public const string Consent = "fileConsent/invoke";

    private const string Declined = "All right, I made no file.";
    private const string NoLonger = "I cannot make that file any more: the plan is gone, or you can no longer see it. Ask for it again.";
    private const string NotThere = "I may not put files where that would have gone, so I made none. Whoever looks after me can add the host to Teams__UploadHosts.";
    private const string Failed = "Your OneDrive did not take the file. Please ask for it again in a minute.";

    /// <summary>The same answer, with the way that the files in it will take.</summary>
    public async Task<Answer> OnItsWayAsync(Answer answer, Viewer viewer, Place place, bool isKeyboard, CancellationToken cancelled)
    {
        switch (answer)
        {
            case FileOffer when isKeyboard:
                return answer;
            case FileOffer offer when place.Kind == ConversationKind.Personal:
                return offer with { Way = FileWay.Consent };
            case FileOffer offer when teams.Value.PublicUrl is { Length: > 0 } url:
                var token = await links.MakeAsync(viewer, offer.Wanted.Written(), time.GetUtcNow().UtcDateTime, cancelled);
                return offer with { Way = FileWay.Link, Link = $"{url.TrimEnd('/')}/files/{token}" };
            case FileOffer offer:
                var none = offer with { Way = FileWay.None };
                return none with { Problem = new Problem(Problem.NotAllowed, ((Passage.Lines)none.Body[0]).Said[0], []) };
            case Series series when series.Parts.Any(part => part.Answer is FileOffer):
                var parts = new List<Part>();
                foreach (var part in series.Parts)
                {
                    parts.Add(part with { Answer = await OnItsWayAsync(part.Answer, viewer, place, isKeyboard, cancelled) });
                }

                return series with { Parts = parts };
            default:
                return answer;
        }
    }

    /// <summary>The messages that ask a person whether they want the files of an answer.</summary>
    public static IEnumerable<OutgoingActivity> Consents(Answer answer) => answer switch
    {
        FileOffer { Way: FileWay.Consent } offer => [OutgoingActivity.Message(
            new FileConsentAttachment(offer.Name, new FileConsent(offer.Headline, offer.Size, Context(offer.Wanted.Written()), Context(null))), offer.Headline)],
        Series series => series.Parts.SelectMany(part => Consents(part.Answer)),
        _ => [],
    };

    /// <summary>Makes the file that a person agreed to take, puts it where they want it and tells them; or does nothing of it.</summary>
    public async Task<Delivery> AnsweredAsync(Activity activity, Viewer viewer, Place place, DateOnly today, CancellationToken cancelled)
    {
        var answer = place.Kind == ConversationKind.Personal ? FileAnswer.Read(activity.Value) : null;
        var told = answer switch
        {
            { IsAccepted: true, Upload: { } where } => await PutAsync(answer.Context, where, viewer, today, cancelled),
            { IsAccepted: false } => OutgoingActivity.Plain(Declined),
            _ => OutgoingActivity.Plain(NoLonger),
        };

        // The question is answered: it is taken away, so that nobody answers it twice. Where it stays, no harm is done.
        if (activity.Rest?.GetValueOrDefault("replyToId") is { ValueKind: JsonValueKind.String } asked && asked.GetString() is { Length: > 0 } question)
        {
            await connector.DeleteAsync(place.Reply, question, cancelled);
        }

        return await connector.SendAsync(place.Reply, told, cancelled);
    }

    private async Task<OutgoingActivity> PutAsync(JsonElement? context, UploadPlace where, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        if (!teams.Value.MayUploadTo(where.UploadUrl) || !teams.Value.MayUploadTo(where.ContentUrl))
        {
            UploadRefused(log, Uri.TryCreate(where.UploadUrl, UriKind.Absolute, out var address) ? address.Host : "no address");
            return OutgoingActivity.Plain(NotThere);
        }

        var wanted = FileWanted.Read(context?.Text("file"));
        await using var made = wanted is null ? null : await maker.MakeAsync(wanted, viewer, today, cancelled);
        if (made is null)
        {
            return OutgoingActivity.Plain(NoLonger);
        }

        var uploaded = await upload.PutAsync(where.UploadUrl, made.Content, cancelled);
        UploadEnded(log, uploaded);
        return uploaded == Uploaded.Done
            ? OutgoingActivity.Message(new FileInfoAttachment(where.ContentUrl, where.Name ?? made.Name, new FileInfoContent(where.UniqueId ?? "", where.FileType ?? Path.GetExtension(made.Name)[1..])), $"{made.Name} is in your OneDrive")
            : OutgoingActivity.Plain(Failed);
    }

    private static JsonElement Context(string? file) => JsonSerializer.SerializeToElement(new ConsentContext(file), ConsentContextJson.Default.ConsentContext);

    [LoggerMessage(2501, LogLevel.Warning, "A file was not put where a client wanted it: {Host} is not among Teams__UploadHosts.")]
    private static partial void UploadRefused(ILogger log, string host);

    [LoggerMessage(2502, LogLevel.Information, "A file was made for somebody and put into their store: {Uploaded}.")]
    private static partial void UploadEnded(ILogger log, Uploaded uploaded);
}

/// <summary>What goes with the offer of a file, and comes back with its answer.</summary>
internal sealed record ConsentContext(string? File);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsentContext))]
internal sealed partial class ConsentContextJson : JsonSerializerContext;
