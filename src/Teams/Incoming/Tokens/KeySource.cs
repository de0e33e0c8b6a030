using System.Net;
using System.Text.Json;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>What came of asking an issuer for its keys: the keys, or what is wrong.</summary>
public readonly record struct KeysRead(IReadOnlyDictionary<string, SigningKey>? Keys, string? Problem);

/// <summary>Where an issuer publishes its keys: one metadata document, or the next where the first is not found.</summary>
public sealed class KeySource(HttpClient http, TimeProvider time, params IReadOnlyList<Uri> metadata)
{
    private const int LargestDocument = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The address an operator would check.</summary>
    public Uri Address => metadata[0];

    /// <summary>The client that documents are read with.</summary>
    public static HttpClient Client() => new(Wire.Handler()) { MaxResponseContentBufferSize = LargestDocument, Timeout = Timeout.InfiniteTimeSpan };

    public async Task<KeysRead> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return await ReadAsync(patience.Token);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return Failed("a document is larger than 1 MB");
        }
        catch (HttpRequestException failure)
        {
            return Failed(WireProblem.InWords(failure.HttpRequestError));
        }
        catch (OperationCanceledException)
        {
            return Failed($"no answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or IOException)
        {
            return Failed("a document is not what it should be");
        }
    }

    private static KeysRead Failed(string problem) => new(null, problem);

    private async Task<KeysRead> ReadAsync(CancellationToken patience)
    {
        var problem = "";
        foreach (var address in metadata)
        {
            using var found = await http.GetAsync(address, patience);
            if (found.StatusCode == HttpStatusCode.OK)
            {
                return await ReadKeysAsync(found, address, patience);
            }

            problem = $"the metadata answered {(int)found.StatusCode}";
            if (found.StatusCode != HttpStatusCode.NotFound)
            {
                break;
            }
        }

        return Failed(problem);
    }

    private async Task<KeysRead> ReadKeysAsync(HttpResponseMessage metadata, Uri address, CancellationToken patience)
    {
        using var described = JsonDocument.Parse(await metadata.Content.ReadAsByteArrayAsync(patience));
        if (KeyDocuments.KeysAddress(described.RootElement, address) is not { } keysAddress)
        {
            return Failed("the metadata leads to keys on another host");
        }

        using var answer = await http.GetAsync(keysAddress, patience);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return Failed($"the keys answered {(int)answer.StatusCode}");
        }

        using var listed = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(patience));
        return KeyDocuments.Keys(listed.RootElement) is { Count: > 0 } keys ? new KeysRead(keys, null) : Failed("the keys hold none that can be used");
    }
}
