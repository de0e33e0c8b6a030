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

    /// <summary>Makes a link; what it ends with nobody can guess, and it is said only here.</summary>
    public async Task<string> MakeAsync(Viewer viewer, string wanted, DateTime now, CancellationToken cancelled)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await using var store = stores.Open();
        await store.FileLinks.Where(link => link.Until < now).ExecuteDeleteAsync(cancelled);
        store.FileLinks.Add(new FileLink
        {
            Fingerprint = Fingerprint(token),
            ConversationKey = viewer.Key ?? "",
            IsGuest = viewer.IsGuest,
            Wanted = wanted,
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

        var link = await store.FileLinks.AsNoTracking().SingleOrDefaultAsync(one => one.Fingerprint == fingerprint && one.Until > now, cancelled);

        // Of two who follow it in the same moment, one deletes the row and the other none.
        return link is not null && await store.FileLinks.Where(one => one.Fingerprint == fingerprint).ExecuteDeleteAsync(cancelled) == 1 ? link : null;
    }

    private static string Fingerprint(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
