namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Reads what is answered, and no more of it than anything here can use.</summary>
internal static class AnswerBody
{
    private const int Largest = 4 * 1024 * 1024;
    private const int Usual = 512;

    /// <summary>The body; empty where it is larger than any answer that means something.</summary>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancelled)
    {
        if (response.Content.Headers.ContentLength is 0 or > Largest)
        {
            return [];
        }

        var read = new byte[response.Content.Headers.ContentLength ?? Usual];
        var length = 0;
        using var stream = await response.Content.ReadAsStreamAsync(cancelled);
        while (await stream.ReadAsync(read.AsMemory(length), cancelled) is > 0 and var more)
        {
            length += more;
            if (length > Largest)
            {
                return [];
            }

            if (length == read.Length)
            {
                if (length == response.Content.Headers.ContentLength)
                {
                    return read;
                }

                Array.Resize(ref read, 2 * length);
            }
        }

        return read[..length];
    }
}
