namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A message that is nothing but the reason that was asked for: "because recruitment was delayed", "reason: …".</summary>
internal static class ReasonRules
{
    // The longer ones first.
    private static readonly string[] Beginnings =
    [
        "the reason for that is that", "the reason for that is", "the reason is that", "the reason was that", "the reason is", "the reason was", "the reason being", "the reason", "reason being", "reason is", "reason was", "reason",
        "it was because of", "it is because of", "it's because of", "its because of", "this is because of", "that's because of", "thats because of", "that is because of",
        "it was because", "it is because", "it's because", "it’s because", "its because", "this is because", "that's because", "that’s because", "thats because", "that is because", "this was because", "that was because",
        "because of", "because", "cos of", "cos", "coz", "owing to", "due to", "on account of",
    ];

    public static Understood? Read(string text)
    {
        var said = text.Trim();
        foreach (var beginning in Beginnings)
        {
            if (!said.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) || said.Length == beginning.Length || char.IsLetterOrDigit(said[beginning.Length]) || said[beginning.Length] is '\'' or '’')
            {
                continue;
            }

            // "reason" alone begins other sentences, too.
            var isMarked = said.AsSpan(beginning.Length).TrimStart() is [':' or '-' or '–' or '—' or '=', ..];
            var reason = said[beginning.Length..].Trim(' ', ':', '-', '–', '—', '=', ',', '\n', '\t');
            return reason.Length == 0 || reason.EndsWith('?') || (!isMarked && beginning is "reason" or "the reason") ? null
                : new Understood(new Request.GiveReason(reason), $"The reason for the new date: “{reason}”", ["the reason that was asked for"]);
        }

        return null;
    }
}
