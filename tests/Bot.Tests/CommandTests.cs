using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The commands, run as an operator runs them.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Ask_prints_the_answer_and_nothing_else()
    {
        var run = await RunAsync("ask", "what's overdue for First Response", "--on", "2017-04-20");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("2 overdue actions for First Response\nOverdue actions for First Response, as of 20 April 2017. From Leicestershire\n", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task Ask_prints_the_contracts_json()
    {
        var run = await RunAsync("ask", "what's overdue for First Response", "--on", "2017-04-20", "--json", "--explain");
        var answer = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("actions", answer.GetProperty("intent").GetString());
        Assert.Equal("Overdue actions for First Response, as of 20 April 2017", answer.GetProperty("understood").GetString());
        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Equal(["3.3", "4.9"], answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("ref").GetString()));
        var item = answer.GetProperty("items")[1];
        Assert.Equal("leicestershire-2017", item.GetProperty("plan").GetString());
        Assert.Equal("2017-03-31", item.GetProperty("due").GetString());
        Assert.Equal("in progress", item.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("brag").ValueKind);
        Assert.Equal(["First Response"], item.GetProperty("services").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(0, answer.GetProperty("figures").GetArrayLength());
        Assert.Equal(0, answer.GetProperty("changes").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("problem").ValueKind);
        Assert.Equal("AdaptiveCard", answer.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.Contains("rule: overdue", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_shown_and_erased_by_name_and_the_record_can_be_audited()
    {
        await RunAsync("ask", "4.9 in leicestershire: rota agreed", "--as", "jo@council.example", "--on", "2017-04-20");
        var shown = await RunAsync("person", "show", "jo@council.example");
        Assert.Equal("rota agreed", JsonDocument.Parse(shown.Output).RootElement.GetProperty("posts")[0].GetProperty("text").GetString());

        var asked = await RunAsync("person", "erase", "jo@council.example");
        Assert.Equal((1, ""), (asked.Code, asked.Output));
        Assert.StartsWith("Nothing was erased.", asked.Error, StringComparison.Ordinal);
        var erased = await RunAsync("person", "erase", "jo@council.example", "--yes");
        Assert.StartsWith("Erased jo@council.example.", erased.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("person", "show", "jo@council.example")).Code);

        var audit = await RunAsync("audit", "--plan", "leicestershire-2017", "--out", "audit.csv");
        Assert.StartsWith("Wrote ", audit.Output, StringComparison.Ordinal);
        Assert.Contains("A former colleague,,person,,,rota agreed", await File.ReadAllTextAsync(Path.Combine(folder, "audit.csv")), StringComparison.Ordinal);
        Assert.StartsWith("Nothing is on the record of a plan nowhere.", (await RunAsync("audit", "--plan", "nowhere", "--out", "audit.csv")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_says_what_it_is_made_of()
    {
        var run = await CommandRun.EndedAsync(folder, ["sbom", "--out", "parts.json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var bill = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "parts.json"))).RootElement;
        var parts = bill.GetProperty("components").EnumerateArray().ToList();
        Assert.Equal($"Wrote {parts.Count} parts to parts.json.\n", run.Output);

        var packages = parts.Where(part => part.TryGetProperty("hashes", out _)).ToList();
        Assert.All(packages, part => Assert.Equal($"pkg:nuget/{part.GetProperty("name").GetString()}@{part.GetProperty("version").GetString()}", part.GetProperty("purl").GetString()));
        Assert.All(packages, part => Assert.Matches("^[0-9a-f]{128}$", part.GetProperty("hashes")[0].GetProperty("content").GetString()));
        var names = parts.Select(part => part.GetProperty("name").GetString()).ToList();
        Assert.Superset(new HashSet<string?> { "Microsoft.EntityFrameworkCore", "SQLitePCLRaw.core", "Microsoft.NETCore.App", "SQLite", "TeamsPlanBot.Data" }, names.ToHashSet());
        Assert.DoesNotContain(names, name => name!.Contains("xunit", StringComparison.OrdinalIgnoreCase));

        var known = parts.Select(part => part.GetProperty("bom-ref").GetString()).Append("TeamsPlanBot/1.0.0").ToHashSet();
        Assert.All(bill.GetProperty("dependencies").EnumerateArray().SelectMany(part => part.GetProperty("dependsOn").EnumerateArray()), needed => Assert.Contains(needed.GetString(), known));
    }

    [Fact]
    public async Task Ask_holds_a_conversation_from_stdin_one_object_a_line()
    {
        var run = await RunAsync(["ask", "-", "--on", "2017-04-20", "--json"], "what is overdue in Leicestershire\nmore\n1.1\\nin somerset\ngobbledegook\n");
        var answers = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["actions", "actions", "action", "unknown"], answers.Select(a => a.GetProperty("intent").GetString()));
        Assert.Equal([10, 10, 1, 0], answers.Select(a => a.GetProperty("total").GetInt32()));
        Assert.Equal(10, answers[1].GetProperty("items").GetArrayLength());
        Assert.Equal("not-understood", answers[3].GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task A_run_of_ask_knows_nothing_of_the_one_before()
    {
        await RunAsync("ask", "what is overdue", "--on", "2017-04-20");
        var run = await RunAsync("ask", "more", "--on", "2017-04-20");
        Assert.StartsWith("Nothing more to show", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "hi", "--on", "yesterday")]
    [InlineData("ask", "hi", "--frobnicate")]
    [InlineData("frobnicate")]
    [InlineData("serve", "--urls")]
    [InlineData("export")]
    [InlineData("export", "--out", "x.csv", "--what", "horses")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_wrong(params string[] args)
    {
        var run = await RunAsync(args);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("--Store:Provider=Oracle", "Store__Provider")]
    [InlineData("--Store:Provider=SqlServer", "Store__ConnectionString")]
    [InlineData("--Store:ConnectionString=nonsense", "Store__ConnectionString")]
    [InlineData("--Store:ConnectionString=DataSource=:memory:", "Store__ConnectionString")]
    [InlineData("--urls=foo", "urls")]
    [InlineData("--Samples:Load=maybe", "Samples__Load")]
    [InlineData("--Teams:DangerouslyAllowUnauthenticatedLoopback=perhaps", "Teams__DangerouslyAllowUnauthenticatedLoopback")]
    [InlineData("--Teams:AppId=me", "Teams__AppId")]
    [InlineData("--Teams:TenantId=here", "Teams__TenantId")]
    [InlineData("--Teams:AllowedTenants:0=there", "Teams__AllowedTenants__0")]
    [InlineData("--Teams:AppId=00000000-0000-0000-0000-000000000001", "Teams__DangerouslyAllowUnauthenticatedLoopback")]
    [InlineData("--environment=Production --Teams:DangerouslyAllowUnauthenticatedLoopback=true", "Teams__DangerouslyAllowUnauthenticatedLoopback")]
    public async Task A_wrong_setting_stops_every_command_with_a_sentence_that_names_it(string settings, string name)
    {
        foreach (var command in new[] { "serve", "doctor" })
        {
            var run = await RunAsync([command, .. settings.Split(' ')]);
            Assert.Equal(1, run.Code);
            Assert.Contains(name, command == "doctor" ? run.Output : run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Import_and_export_give_the_same_file_back()
    {
        var file = Path.Combine(folder, "plan.csv");
        var text = "plan,plan name,base date,section,section lead,section outcomes,ref,parent,recommendations,action,leads,services,timescale,due,milestones,state,brag,outcome,measures,progress,progress on\n"
            + "test-1,A test,2017-01-01,1. First,,,1.1,,,Do it,Jo; Sam,FR,,2017-03-31,,in progress,amber,,,\"Begun, slowly\",2017-02-01\n";
        await File.WriteAllTextAsync(file, text);

        var dry = await RunAsync("import", file, "--dry-run", "--Samples:Load=false");
        Assert.Equal("Would import A test (test-1): 1 action new, 0 changed, 0 unchanged.\n", dry.Output);
        var import = await RunAsync("import", file, "--Samples:Load=false");
        Assert.Equal("Imported A test (test-1): 1 action new, 0 changed, 0 unchanged.\n", import.Output);
        var again = await RunAsync("import", file, "--json", "--Samples:Load=false");
        Assert.Equal(1, JsonDocument.Parse(again.Output).RootElement.GetProperty("plans")[0].GetProperty("unchanged").GetInt32());

        var copy = Path.Combine(folder, "copy.csv");
        var export = await RunAsync("export", "--out", copy, "--plan", "test-1", "--Samples:Load=false");
        Assert.Equal("Wrote 1 action to copy.csv.\n", export.Output);
        Assert.Equal(text, await File.ReadAllTextAsync(copy));
    }

    [Fact]
    public async Task A_file_with_mistakes_changes_nothing_and_each_mistake_is_named_with_its_place()
    {
        var file = Path.Combine(folder, "plan.csv");
        await File.WriteAllTextAsync(file, "plan,ref,action,due,brag\nbad-1,1.1,Do it,31/03/2017,purple\nbad-1,1.2,,,\n");
        var run = await RunAsync("import", file);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("Nothing was imported. 3 problems in plan.csv:", run.Error, StringComparison.Ordinal);
        Assert.Contains("Row 2, due: “31/03/2017” is no date", run.Error, StringComparison.Ordinal);
        Assert.Contains("Row 2, brag: “purple” is not known here", run.Error, StringComparison.Ordinal);
        Assert.Contains("Row 3, action: The cell is blank", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.csv", "There is no file nowhere.csv")]
    [InlineData("plan.docx", "It is no Word or Excel file, whatever its ending says.")]
    public async Task A_file_that_cannot_be_read_is_said_so(string name, string sentence)
    {
        var file = Path.Combine(folder, name);
        if (name != "nowhere.csv")
        {
            await File.WriteAllTextAsync(file, "x");
        }

        var run = await RunAsync("import", file);
        Assert.Equal(1, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_says_from_which_to_which_version()
    {
        var first = await RunAsync("migrate");
        Assert.Matches("^The store was brought from nothing to [0-9]+_[A-Za-z]+\\.\n$", first.Output);
        var second = await RunAsync("migrate");
        Assert.Matches("^The store is up to date, at [0-9]+_[A-Za-z]+\\.\n$", second.Output);
    }

    [Fact]
    public async Task Doctor_says_what_is_well_and_what_is_not()
    {
        var before = await RunAsync("doctor");
        Assert.Equal(1, before.Code);
        Assert.Contains($"wrong  Store: there is no store at {Path.Combine(folder, "plans.db")}. Check Store__ConnectionString; if it is right, run migrate", before.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));

        await File.WriteAllBytesAsync(Path.Combine(folder, "plans.db"), []);
        var empty = await RunAsync("doctor");
        Assert.Matches("wrong  Store: its schema is at nothing, and .* is needed\\. Run migrate\\.", empty.Output);

        await RunAsync("migrate");
        var after = await RunAsync("doctor");
        Assert.Equal(0, after.Code);
        Assert.Contains("well   Store: reachable", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_makes_nothing_where_a_mistyped_path_leads()
    {
        var mistyped = Path.Combine(folder, "nosuchfolder", "plans.db");
        var run = await RunAsync("doctor", $"--Store:ConnectionString=Data Source={mistyped}");
        Assert.Contains($"wrong  Store: there is no store at {mistyped}. Check Store__ConnectionString; if it is right, run migrate (or start the bot) to make one there.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal((1, "1 thing to put right, above.\n"), (run.Code, run.Error));
        Assert.False(Directory.Exists(Path.GetDirectoryName(mistyped)));

        Assert.Equal(0, (await RunAsync("migrate", $"--Store:ConnectionString=Data Source={mistyped}")).Code);
        Assert.True(File.Exists(mistyped));
    }

    [Theory]
    [InlineData("", true, "well   Manifest: the app package is not needed yet, since Teams__AppId is not set.")]
    [InlineData("--Teams:DangerouslyAllowUnauthenticatedLoopback=false --Teams:AppId=1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9", true, "run package --app-id 1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9 --domain HOST --out plans.zip; HOST is the bot's public host.\n")]
    [InlineData("--Teams:DangerouslyAllowUnauthenticatedLoopback=false --Teams:AppId=1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9 --Teams:PublicUrl=https://plans.example.gov.uk", true, "--domain plans.example.gov.uk --out plans.zip.\n")]
    [InlineData("--Teams:DangerouslyAllowUnauthenticatedLoopback=false --Teams:AppId=1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9 --Teams:PublicUrl=http://localhost:3978", false, "wrong  Manifest: Teams__PublicUrl leads to no host that people in Teams can reach.")]
    public async Task Doctor_says_how_to_make_the_app_package(string settings, bool isWell, string sentence)
    {
        var run = await RunAsync(["doctor", .. settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Contains(sentence, run.Output, StringComparison.Ordinal);
        Assert.Equal(isWell, run.Output.Contains("well   Manifest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_asks_for_a_token_and_says_what_came()
    {
        string[] doctor = ["doctor", "--Teams:AppId=00000000-0000-0000-0000-000000000001", "--Teams:DangerouslyAllowUnauthenticatedLoopback=false", "--Teams:ChannelMetadata=http://127.0.0.1:1/none"];
        var without = await RunAsync(doctor);
        Assert.Equal(1, without.Code);
        Assert.All(
            ["Teams__ClientSecret", "Teams__CertificatePath", "Teams__ManagedIdentityClientId", "Teams__WorkloadIdentity"],
            setting => Assert.Matches($"wrong  Credentials: .*{setting}", without.Output));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var issuer = builder.Build();
        issuer.MapPost("/botframework.com/oauth2/v2.0/token", () => Results.Json(new { access_token = "the-token", token_type = "Bearer", expires_in = 3600 }));
        await issuer.StartAsync();
        var well = await RunAsync([.. doctor, "--Teams:ClientSecret=the-secret", $"--Teams:Authority={issuer.Urls.First()}"]);
        Assert.Matches("well   Credentials: a token for sends was given, good until [0-9]{2}:[0-9]{2} UTC\\.", well.Output);
        Assert.DoesNotContain("the-token", well.Output + well.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", well.Output + well.Error, StringComparison.Ordinal);

        await issuer.StopAsync();
        var wrong = await RunAsync([.. doctor, "--Teams:ClientSecret=the-secret", $"--Teams:Authority={issuer.Urls.First()}"]);
        Assert.Matches("wrong  Credentials: 127.0.0.1:[0-9]+ cannot be reached", wrong.Output);
        Assert.All([without, well, wrong], run => Assert.Matches("\\A[0-9] things to put right, above\\.\n\\z", run.Error));
    }

    [Fact]
    public async Task Doctor_reads_the_keys_that_tokens_are_checked_with()
    {
        await using var issuer = await TestIssuer.StartAsync();
        issuer.PublishTenant(Chat.Tenant, new TestKey());
        await RunAsync("migrate");
        string[] settings = ["--Teams:DangerouslyAllowUnauthenticatedLoopback=false", $"--Teams:AppId={RunningBot.AppId}", $"--Teams:ChannelMetadata={issuer.ChannelMetadata}", $"--Teams:Authority={issuer.Url}"];

        var well = await RunAsync(["doctor", .. settings]);
        Assert.Contains($"well   Callers: 1 key to check tokens with, the channel's, read from {issuer.ChannelMetadata}.", well.Output, StringComparison.Ordinal);
        Assert.Contains("well   Callers: people of any organisation that installs the app are let in. To let in your own only, set Teams__TenantId.", well.Output, StringComparison.Ordinal);

        var others = await RunAsync(["doctor", .. settings, $"--Teams:TenantId={Chat.Tenant}", $"--Teams:AllowedCallers:0={RunningBot.AppId}"]);
        Assert.Contains($"well   Callers: 1 key to check tokens with, Entra's for tenant {Chat.Tenant}", others.Output, StringComparison.Ordinal);
        Assert.Matches("wrong  Callers: the keys .* could not be read from .*: the metadata answered 404\\. Check that a firewall", others.Output);
        Assert.DoesNotContain("any organisation", others.Output, StringComparison.Ordinal);

        // The tab's keys are those of the home tenant, whether or not an application may call.
        Assert.Contains("well   Tab: it lets nobody in, since no tenant is named. Set Teams__TenantId.", well.Output, StringComparison.Ordinal);
        var people = await RunAsync(["doctor", .. settings, $"--Teams:TenantId={Chat.Tenant}"]);
        Assert.Contains($"well   Callers: 1 key to check tokens with, Entra's for tenant {Chat.Tenant}", people.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Tab:", people.Output, StringComparison.Ordinal);

        // The platform's own place for identities is put on this computer, where nobody listens.
        using var identity = CommandRun.Start(
            folder, ["doctor", .. settings, $"--Teams:TenantId={Chat.Tenant}", $"--Teams:ManagedIdentityClientId={RunningBot.AppId}"], ("IDENTITY_ENDPOINT", "http://127.0.0.1:9/identity"), ("IDENTITY_HEADER", "header"));
        Assert.Contains("well   Tab: nobody can sign in to a managed identity. Set Teams__SignInAppId", await identity.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
        Assert.Equal(1, others.Code);
    }

    [Fact]
    public async Task Doctor_says_that_nobody_is_let_in_without_an_application_id()
    {
        var run = await RunAsync("doctor", "--Teams:DangerouslyAllowUnauthenticatedLoopback=false");
        Assert.Equal(1, run.Code);
        Assert.Matches("wrong  Callers: nobody is let in.*Set Teams__AppId", run.Output);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "plans.db"), new string('x', 5000));
        var run = await RunAsync("ask", "hi");
        Assert.Equal(1, run.Code);
        Assert.Contains("is not a store of this bot", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_first_runs_at_once_load_the_samples_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunAsync("ask", "which plans are there")));
        Assert.All(runs, run => Assert.Equal((0, ""), (run.Code, run.Error)));
        Assert.All(runs, run => Assert.StartsWith("5 plans", run.Output, StringComparison.Ordinal));
        Assert.All(runs, run => Assert.Single(Regex.Matches(run.Output, @"(?m)^\s+stockton-2013$")));
        Assert.False(File.Exists(Path.Combine(folder, "plans.db.samples")));
    }

    [Fact]
    public async Task Samples_that_were_cut_short_are_loaded_to_their_end()
    {
        // What a start leaves that was ended between two plans: some of the samples, and the mark that not all are there.
        var sample = Path.Combine(folder, "leeds.csv");
        await File.WriteAllTextAsync(sample, "plan,plan name,ref,action\nleeds-2012,Leeds,9.9,Chair the panel\n");
        await RunAsync("import", sample, "--Samples:Load=false");
        await File.WriteAllTextAsync(Path.Combine(folder, "plans.db.samples"), ".");
        var run = await RunAsync("ask", "which plans are there");
        Assert.StartsWith("5 plans", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "plans.db.samples")));
    }

    [Fact]
    public async Task A_store_in_a_place_that_cannot_be_is_a_sentence()
    {
        var run = await RunAsync("ask", "hi", "--Store:ConnectionString=Data Source=/proc/nowhere/x.db");
        Assert.Equal(1, run.Code);
        Assert.Contains("Name another place in Store__ConnectionString.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://127.0.0.1:{0}", "http://127.0.0.1:{0}")]
    [InlineData("--urls=http://localhost:{0};http://127.0.0.1:0", "http://localhost:{0} or http://127.0.0.1:0")]
    [InlineData("--urls= --Kestrel:Endpoints:Http:Url=http://127.0.0.1:{0}", "the bot's port")]
    public async Task A_port_that_is_taken_is_one_sentence(string settings, string where)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        var run = await RunAsync(["serve", "--Logging:LogLevel:Default=Warning", .. settings.Replace("{0}", port).Split(' ')]);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.EndsWith($"Another program listens on {where.Replace("{0}", port)} already. Stop it, or set urls to another address.\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_served_bot_that_is_told_to_end_answers_what_it_was_asked_first()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var teams = await LocalTeams.StartAsync();
        var gate = new TaskCompletionSource();
        teams.WaitFor(gate.Task);
        using var bot = Start("serve", "--urls=http://127.0.0.1:0");
        try
        {
            var (url, _) = await CommandRun.ListeningAsync(bot);
            var chat = Chat.Personal(teams);
            var turn = teams.PostAsync(url, chat.Say("hi"));
            await Task.Delay(2000);
            await CommandRun.TermAsync(bot);

            // Longer than the two seconds that command lines usually leave.
            await Task.Delay(4000);
            Assert.False(bot.HasExited);
            gate.SetResult();
            using var response = await turn;
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            await bot.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(0, bot.ExitCode);
        }
        finally
        {
            if (!bot.HasExited)
            {
                bot.Kill(entireProcessTree: true);
            }
        }
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunAsync(args, "");

    private Task<(int Code, string Output, string Error)> RunAsync(string[] args, string input) => CommandRun.EndedAsync(folder, args, input);

    private Process Start(params string[] args) => CommandRun.Start(folder, args);
}
