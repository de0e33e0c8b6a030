using System.Security.Cryptography;
using System.Text;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>What is left of a message to tell whether the same is said again; its words cannot be read out of it.</summary>
internal static class Imprint
{
    public static string? Of(string said) => said.Trim() is { Length: > 0 } words ? Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(words))) : null;
}
