using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The way out over HTTP: sends, replies, updates, new threads and chats, and who is there.</summary>
public sealed class Connector : IConnector
{
    private const string Thread = ";messageid=";

    private static readonly Delivery NoId = new Delivery.NotSent("the conversation or the message has no proper id");

    private readonly Courier courier;
    private readonly TimeProvider time;
    private readonly TimeSpan patience;

    public Connector(HttpMessageInvoker http, IOptions<TeamsOptions> options, BotTokens tokens, SendLimits limits, TimeProvider time)
        : this(new Courier(http, options.Value, tokens, limits, time), time, Patience)
    {
    }

    private Connector(Courier courier, TimeProvider time, TimeSpan patience)
    {
        this.courier = courier;
        this.time = time;
        this.patience = patience;
    }

    /// <summary>How long a call may take, waits and retries included: Teams sends a message again when its answer takes 15 seconds.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(12);

    /// <summary>The same way out for callers with more or less time.</summary>
    public Connector With(TimeSpan otherPatience) => new(courier, time, otherPatience);

    /// <summary>Sends an activity, as a reply where the reference names a message.</summary>
    public Task<Delivery> SendAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancelled) => to.ReplyToId is { Length: > 0 } message
        ? CallAsync("reply", HttpMethod.Post, to, message, Written(to, activity), to.ConversationId, cancelled)
        : CallAsync("send", HttpMethod.Post, to, null, Written(to, activity), to.ConversationId, cancelled);

    /// <summary>Puts an activity in the place of one that was sent.</summary>
    public Task<Delivery> UpdateAsync(ConversationReference to, string activityId, OutgoingActivity activity, CancellationToken cancelled) =>
        CallAsync("update", HttpMethod.Put, to, activityId, Written(to, activity), null, cancelled);

    /// <summary>Takes back an activity that was sent.</summary>
    public Task<Delivery> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancelled) =>
        CallAsync("delete", HttpMethod.Delete, to, activityId, null, null, cancelled);

    /// <summary>Begins a new thread in the channel of this reference.</summary>
    public Task<Delivery> PostAsync(ConversationReference channel, OutgoingActivity activity, CancellationToken cancelled)
    {
        var thread = channel.ConversationId.IndexOf(Thread, StringComparison.Ordinal);
        var id = thread < 0 ? channel.ConversationId : channel.ConversationId[..thread];
        return OpenAsync("post", channel, id, new NewConversation { IsGroup = true, Bot = Bot(channel), TenantId = channel.TenantId, ChannelData = new(new(id)), Activity = activity }, cancelled);
    }

    /// <summary>Opens the personal chat with a person by their Teams id (<c>29:…</c>), the same one each time; what arrives is its conversation id.</summary>
    /// <param name="from">A conversation in the same tenant: it tells the service URL, the bot and the tenant.</param>
    public Task<Delivery> OpenChatAsync(ConversationReference from, string personId, CancellationToken cancelled) =>
        OpenAsync("chat", from, null, new NewConversation { IsGroup = false, Bot = Bot(from), Members = [new(personId)], TenantId = from.TenantId }, cancelled);

    /// <summary>A page of a conversation's members: the first, or the one that the page before leads to.</summary>
    public async Task<Roster> MembersAsync(ConversationReference of, string? continuation, int pageSize, CancellationToken cancelled)
    {
        if (!IsId(of.ConversationId))
        {
            return new Roster.Unread(NoId);
        }

        Roster.Page? page = null;
        var more = string.IsNullOrEmpty(continuation) ? "" : $"&continuationToken={Uri.EscapeDataString(continuation)}";
        var call = new Call("members", HttpMethod.Get, of, $"/{Uri.EscapeDataString(of.ConversationId)}/pagedmembers?pageSize={Math.Clamp(pageSize, 50, 500)}{more}")
        {
            Read = body => (page = ReplyJson.Members(body)) is null ? new Delivery.Unknown("the answer is no page of members") : new Delivery.Arrived(null),
        };
        var delivery = await MeasuredAsync(call, cancelled);
        return page ?? (Roster)new Roster.Unread(delivery);
    }

    /// <summary>One member of a conversation, by their Teams id (<c>29:…</c>).</summary>
    public async Task<Roster> MemberAsync(ConversationReference of, string personId, CancellationToken cancelled)
    {
        if (!IsId(of.ConversationId) || !IsId(personId))
        {
            return new Roster.Unread(NoId);
        }

        Roster.Page? page = null;
        var call = new Call("member", HttpMethod.Get, of, $"/{Uri.EscapeDataString(of.ConversationId)}/members/{Uri.EscapeDataString(personId)}")
        {
            Read = body => (page = ReplyJson.OneMember(body)) is null ? new Delivery.Unknown("the answer is no member") : new Delivery.Arrived(null),
        };
        var delivery = await MeasuredAsync(call, cancelled);
        return page ?? (Roster)new Roster.Unread(delivery);
    }

    private Task<Delivery> OpenAsync(string name, ConversationReference where, string? thread, NewConversation conversation, CancellationToken cancelled) =>
        MeasuredAsync(
            new Call(name, HttpMethod.Post, where, "", JsonSerializer.SerializeToUtf8Bytes(conversation, OutgoingJson.Default.NewConversation), thread)
            {
                Read = body => ReplyJson.Text(body, "id") switch
                {
                    null when conversation.Activity is null => new Delivery.Unknown("the answer names no conversation"),
                    var id => new Delivery.Arrived(ReplyJson.Text(body, "activityId"), id),
                },
            },
            cancelled);

    private Task<Delivery> CallAsync(string name, HttpMethod method, ConversationReference to, string? activityId, byte[]? body, string? thread, CancellationToken cancelled)
    {
        if (!IsId(to.ConversationId) || (activityId is not null && !IsId(activityId)))
        {
            return Task.FromResult(NoId);
        }

        var activities = $"/{Uri.EscapeDataString(to.ConversationId)}/activities";
        return MeasuredAsync(new Call(name, method, to, activityId is null ? activities : $"{activities}/{Uri.EscapeDataString(activityId)}", body, thread), cancelled);
    }

    private async Task<Delivery> MeasuredAsync(Call call, CancellationToken cancelled)
    {
        var began = time.GetTimestamp();
        using var span = Measures.Traces.StartActivity(call.Name, ActivityKind.Client);
        var delivery = await courier.CarryAsync(call, patience, cancelled);

        var outcome = Outcome(delivery);
        Measures.Sends.Add(1, new("call", call.Name), new("outcome", outcome));
        if (Measures.SendTime.Enabled)
        {
            Measures.SendTime.Record(time.GetElapsedTime(began).TotalSeconds, new("call", call.Name), new("outcome", outcome));
        }

        span?.SetTag("outcome", outcome);
        span?.SetTag("status", (delivery as Delivery.Refused)?.Status);
        span?.SetStatus(delivery is Delivery.Arrived ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        return delivery;
    }

    private static string Outcome(Delivery delivery) => delivery switch
    {
        Delivery.Arrived => "arrived",
        Delivery.Refused => "refused",
        Delivery.Closed => "closed",
        Delivery.TooMany => "too many",
        Delivery.Unknown => "unknown",
        Delivery.NotSent => "not sent",
        _ => throw new UnreachableException(),
    };

    private static byte[] Written(ConversationReference to, OutgoingActivity activity) => JsonSerializer.SerializeToUtf8Bytes(
        activity with { From = Bot(to), Conversation = new AccountId(to.ConversationId), ReplyToId = to.ReplyToId },
        OutgoingJson.Default.OutgoingActivity);

    private static AccountId? Bot(ConversationReference where) => where.BotId is null ? null : new AccountId(where.BotId);

    // Dots would climb out of the path, whatever is done to encode them.
    private static bool IsId(string id) => id is not ("" or "." or "..");
}
