using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace TeamsPlanBot.Load;

/// <summary>What any bot on Kestrel costs: reads the JSON, posts one fixed reply, answers 200. And what refusing costs at the very least: 401, nothing read.</summary>
internal sealed class BareEndpoint(string folder, string runtimeSettings)
{
    public const string Argument = "bare";
    public const string RefusingPath = "/api/refusal";

    private const string Project = "bench/Load";

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Task PublishAsync(CancellationToken cancelled) => Published.PublishAsync(Project, folder, cancelled);

    // With the runtime settings of the bot, whatever they are.
    public Task<Server> StartAsync(int replyBytes, CancellationToken cancelled) => Server.StartAsync(
        "bare endpoint",
        port =>
        [
            "exec",
            "--runtimeconfig", runtimeSettings,
            Path.Combine(folder, $"{Assembly.GetExecutingAssembly().GetName().Name}.dll"),
            Argument,
            $"--port={port}",
            $"--reply-bytes={replyBytes}",
        ],
        cancelled);

    public static async Task<int> ServeAsync(int port, int replyBytes, CancellationToken cancelled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        var reply = Reply(replyBytes);
        app.MapPost("/api/messages", context => AnswerAsync(context, http, reply));
        app.MapPost(RefusingPath, context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });

        await app.StartAsync(cancelled);

        // The measurement holds the other end: however it goes, this process does not outlive it.
        await Console.In.ReadToEndAsync(cancelled);
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient http, byte[] reply)
    {
        using var message = await JsonDocument.ParseAsync(context.Request.Body);
        var read = message.RootElement;
        var conversation = Uri.EscapeDataString(read.GetProperty("conversation").GetProperty("id").GetString()!);
        var address = new Uri($"{read.GetProperty("serviceUrl").GetString()}v3/conversations/{conversation}/activities/{read.GetProperty("id").GetString()}");

        using var content = new ByteArrayContent(reply);
        content.Headers.ContentType = Json;
        using var taken = await http.PostAsync(address, content);
        context.Response.StatusCode = taken.IsSuccessStatusCode ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway;
    }

    private static byte[] Reply(int bytes)
    {
        const string Before = """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":" """;
        const string After = "\"}]}}]}";
        return Encoding.UTF8.GetBytes($"{Before}{new string('.', Math.Max(0, bytes - Before.Length - After.Length))}{After}");
    }
}
