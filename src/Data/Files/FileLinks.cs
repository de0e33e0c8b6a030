using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Files;

/// <summary>Makes links to files, and takes each of them once, whichever bot of several made it.</summary>
public sealed class FileLinks(PlanStores stores)
{
    private const int TokenBytes = 32;
    private const int TokenLength = 43;

    // Links that nobody can follow any more tell for a while what was asked for, and then go.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Makes a link; what it ends with nobody can guess, and it is said only here.</summary>
    public async Task<string> MakeAsync(Viewer viewer, string person, string wanted, DateTime now, CancellationToken cancelled)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await using var store = stores.Open();
        var old = now - KeptFor;
        await store.FileLinks.Where(link => link.Until < old).ExecuteDeleteAsync(cancelled);
        store.FileLinks.Add(new FileLink
        {
            Fingerprint = Fingerprint(token),
            ConversationKey = viewer.Key ?? "",
            PersonKey = person,
            IsGuest = viewer.IsGuest,
            Wanted = wanted,
            At = now,
            Until = now + FileLink.WorksFor,
        });
        await store.SaveChangesAsync(cancelled);
        return token;
    }

    /// <summary>Takes the link that ends so; null where there is none, or it was used, or its time is over.</summary>
    public async Task<FileLink?> TakeAsync(string token, DateTime now, CancellationToken cancelled)
    {
        if (token.Length != TokenLength)
        {
            return null;
        }

        var fingerprint = Fingerprint(token);
        await using var store = stores.Open();

        // Of two who follow it in the same moment, one changes the row and the other none.
        var taken = await store.FileLinks.Where(link => link.Fingerprint == fingerprint && link.UsedAt == null && link.Until > now)
            .ExecuteUpdateAsync(link => link.SetProperty(one => one.UsedAt, now), cancelled);
        return taken == 1 ? await store.FileLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Fingerprint == fingerprint, cancelled) : null;
    }

    private static string Fingerprint(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
