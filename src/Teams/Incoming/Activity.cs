using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>What came in, read loosely: members nobody here knows are kept in <see cref="Rest"/>.</summary>
/// <remarks>Rest can be set because the serialiser fills it piece by piece; the reader leaves it in JSON until somebody asks.</remarks>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public Account? From { get; init; }

    public Account? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    /// <summary>What a person typed, with Teams' markup; read it through <see cref="MessageText"/>.</summary>
    public string? Text { get; init; }

    /// <summary>The name of an invoke, such as <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>add</c> or <c>remove</c>, in an installation update.</summary>
    public string? Action { get; init; }

    public IReadOnlyList<Account>? MembersAdded { get; init; }

    public IReadOnlyList<Account>? MembersRemoved { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? ChannelData { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest
    {
        get => field ??= UnknownMembers.Read(Unread);
        set => (field, Unread) = (value, null);
    }

    internal byte[]? Unread { get; set; }

    /// <summary>The tenant this happened in.</summary>
    [JsonIgnore]
    public string? TenantId => NotEmpty(Conversation?.TenantId) ?? InChannelData("tenant", "id");

    /// <summary>The team this happened in, if it was a team.</summary>
    [JsonIgnore]
    public string? TeamId => InChannelData("team", "id");

    /// <summary>What kind of event in the channel a conversation update tells, such as <c>channelRenamed</c>.</summary>
    [JsonIgnore]
    public string? ChannelEvent => InChannelData("eventType");

    private string? InChannelData(params ReadOnlySpan<string> path) => ChannelData is { } data ? NotEmpty(data.Text(path)) : null;

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>A person, or a bot.</summary>
public sealed record Account
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    public string? TenantId { get; init; }

    public string? UserRole { get; init; }

    public string? UserPrincipalName { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest
    {
        get => field ??= UnknownMembers.Read(Unread);
        set => (field, Unread) = (value, null);
    }

    internal byte[]? Unread { get; set; }
}

/// <summary>Where it was said.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? ConversationType { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest
    {
        get => field ??= UnknownMembers.Read(Unread);
        set => (field, Unread) = (value, null);
    }

    internal byte[]? Unread { get; set; }
}
