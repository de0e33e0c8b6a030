using TeamsPlanBot.Bot.Answers;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>A message or a press as it is kept apart from others.</summary>
/// <param name="Imprint">Tells whether the same is said again.</param>
/// <param name="Before">The answer it got before, where it is a repeat.</param>
internal sealed record Told(string Id, string? Imprint, DateTime At, Answer? Before = null);
