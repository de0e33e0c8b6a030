using System.Collections.Concurrent;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>The keyboard as a personal chat with the bot; what would go to Teams is caught here.</summary>
public sealed class Terminal : IConnector
{
    public const string ChannelId = "terminal";

    private readonly string conversation = $"terminal-{Guid.NewGuid():n}";
    private readonly ConcurrentQueue<OutgoingActivity> sent = new();
    private int said;

    /// <summary>A message as if it came from Teams.</summary>
    public Activity Say(string text, string? who) => new()
    {
        Type = "message",
        Id = $"{++said}",
        ChannelId = ChannelId,
        ServiceUrl = "http://localhost",
        Text = System.Net.WebUtility.HtmlEncode(text),
        Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal" },
        Recipient = new Account { Id = "bot" },
        From = new Account { Id = who ?? "operator", Name = who, UserPrincipalName = who?.Contains('@') == true ? who : null },
    };

    /// <summary>What was sent since the last look.</summary>
    public IReadOnlyList<OutgoingActivity> Sent()
    {
        var all = new List<OutgoingActivity>();
        while (sent.TryDequeue(out var activity))
        {
            all.Add(activity);
        }

        return all;
    }

    public Task<Delivery> SendAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancelled)
    {
        // That an answer takes its time is no part of it.
        if (activity.Type != OutgoingActivity.Typing.Type)
        {
            sent.Enqueue(activity);
        }

        return Task.FromResult<Delivery>(new Delivery.Arrived(null));
    }

    public Task<Delivery> PostAsync(ConversationReference channel, OutgoingActivity activity, CancellationToken cancelled) => SendAsync(channel, activity, cancelled);
}
