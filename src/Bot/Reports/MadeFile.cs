namespace TeamsPlanBot.Bot.Reports;

/// <summary>A file that was made for somebody; it is gone when it is closed.</summary>
/// <param name="Content">From its beginning.</param>
public sealed record MadeFile(string Name, FileStream Content) : IAsyncDisposable
{
    public string MediaType => Path.GetExtension(Name) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/csv; charset=utf-8",
    };

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
