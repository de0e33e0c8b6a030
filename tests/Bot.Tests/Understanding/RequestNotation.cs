using System.Globalization;
using System.Text;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>A request in a line that a person can read and correct: <c>actions service="First Response" state=open due=..2017-04-19</c>.</summary>
/// <param name="Kind">The contract's word for it; <c>no-write</c> stands for anything that changes nothing.</param>
/// <param name="Fields">What narrows it. Names stand for the things that bear them.</param>
internal sealed record RequestNotation(string Kind, SortedDictionary<string, string> Fields)
{
    // What only one of the two sides may say: then it is not compared.
    private static readonly string[] Optional = ["choices", "name", "asks", "wanted"];

    private static readonly string[] Naming = ["section", "service", "lead", "indicator"];

    private static readonly HashSet<string> Writes =
        ["progress", "reschedule", "reassign", "undo", "measure", "tag", "merge", "give", "bind", "digest", "digest-stop", "digest-now"];

    private static readonly HashSet<string> Ratings =
        ["is", "now", "it", "its", "it's", "are", "to", "as", "mark", "set", "amber", "red", "green", "blue", "complete", "completed", "done", "closed", "close", "finished", "in", "progress", "under", "way", "underway", "not", "started", "start", "begun", "reopen", "reopened", "open"];

    public bool IsWrite => Writes.Contains(Kind);

    /// <summary>What a line of the corpus expects: the parts of a message in order, told apart by <c>;;</c>.</summary>
    public static IReadOnlyList<RequestNotation> Parse(string expected, Speaker speaker, CorpusNames names) => [.. expected.Split(" ;; ").Select(part => One(part.Trim(), speaker, names))];

    /// <summary>What was understood, in the same notation.</summary>
    public static IReadOnlyList<RequestNotation> Of(Request request, Speaker speaker, CorpusNames names) => request is Request.Several several
        ? [.. several.Parts.SelectMany(part => Of(part.Request, speaker, names))]
        : [Written(request, speaker, names)];

    public bool Fits(RequestNotation actual)
    {
        if (Kind == "no-write")
        {
            return !actual.IsWrite;
        }

        if (Kind != actual.Kind)
        {
            return false;
        }

        foreach (var key in Fields.Keys.Concat(actual.Fields.Keys).Select(key => key.TrimEnd('~')).Distinct())
        {
            var (isContained, wanted) = Fields.TryGetValue($"{key}~", out var piece) ? (true, piece) : (false, Fields.GetValueOrDefault(key));
            var found = actual.Fields.GetValueOrDefault(key);
            var fits = isContained ? found?.Contains(wanted!, StringComparison.OrdinalIgnoreCase) == true
                : wanted is null && Optional.Contains(key) ? true
                : key is "name" or "words" or "choices" or "person" or "kept" or "gone" or "leads" ? string.Equals(wanted, found, StringComparison.OrdinalIgnoreCase)
                : wanted == found;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString()
    {
        var written = new StringBuilder(Kind);
        foreach (var (key, value) in Fields)
        {
            written.Append(CultureInfo.InvariantCulture, $" {key}");
            if (value.Length > 0)
            {
                written.Append('=').Append(value.AsSpan().IndexOfAny(" ,\";") < 0 ? value : $"\"{value.Replace("\n", "\\n", StringComparison.Ordinal)}\"");
            }
        }

        return written.ToString();
    }

    private static RequestNotation One(string part, Speaker speaker, CorpusNames names)
    {
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        var kind = space < 0 ? part : part[..space];
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var things = new Things(names);
        foreach (var (key, values) in Pairs(space < 0 ? "" : part[space..]))
        {
            if (key is "plan")
            {
                things.Plans.UnionWith(values.Select(names.Plan));
            }
            else if (Naming.Contains(key))
            {
                things.Add(key, values.SelectMany(value => key == "lead" && value == "me" ? names.LeadsOf(speaker.Name) : names.Bearing(key, value).Select(thing => thing.Id)));
            }
            else
            {
                said[key] = key switch
                {
                    "brag" or "notbrag" or "choices" or "days" => string.Join(';', values.Order(StringComparer.OrdinalIgnoreCase)),
                    "leads" => string.Join("; ", values),
                    "words" => CorpusNames.Plain(values[0]),
                    "value" or "numerator" or "denominator" => decimal.Parse(values[0], CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture),
                    _ => string.Join(", ", values),
                };
            }
        }

        if (kind == "progress" && said.GetValueOrDefault("brag") == "blue")
        {
            said["state"] = "complete";
        }

        if (said.GetValueOrDefault("state") == "complete" && kind == "progress")
        {
            said.Remove("brag");
        }

        things.WriteTo(said);
        return new RequestNotation(kind, said);
    }

    // service="First Response" due=..2017-04-19 nolead choices=a,"b c"
    private static IEnumerable<(string Key, List<string> Values)> Pairs(string text)
    {
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at == text.Length)
            {
                yield break;
            }

            var start = at;
            while (at < text.Length && text[at] is not ('=' or ' ' or '"'))
            {
                at++;
            }

            var key = text[start..at];
            var values = new List<string>();
            if (at < text.Length && text[at] is '=' or '"')
            {
                at += text[at] == '=' ? 1 : 0;
                do
                {
                    at += values.Count > 0 ? 1 : 0;
                    var value = new StringBuilder();
                    if (at < text.Length && text[at] == '"')
                    {
                        for (at++; text[at] != '"'; at++)
                        {
                            at += text[at] == '\\' && text[at + 1] is '"' or 'n' ? 1 : 0;
                            value.Append(text[at - 1] == '\\' && text[at] == 'n' ? '\n' : text[at]);
                        }

                        at++;
                    }
                    else
                    {
                        while (at < text.Length && text[at] is not (' ' or ','))
                        {
                            value.Append(text[at++]);
                        }
                    }

                    values.Add(value.ToString());
                }
                while (at < text.Length && text[at] == ',');
            }
            else
            {
                values.Add("");
            }

            yield return (key, values);
        }
    }

    private static RequestNotation Written(Request request, Speaker speaker, CorpusNames names)
    {
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var things = new Things(names);
        var kind = request.Intent;
        switch (request)
        {
            case Request.ListActions list:
                Question(list.Question, said, things);
                Say("top", list.Most);
                Say("from", list.From == 0 ? null : list.From);
                break;
            case Request.ShowMore:
                kind = "more";
                break;
            case Request.ShowAction shown:
                Action(shown.Action);
                break;
            case Request.Summarise summary:
                About(summary.About);
                break;
            case Request.ListChanges changes:
                About(changes.About);
                Say("since", changes.Since);
                break;
            case Request.ShowHistory history:
                Action(history.Action);
                break;
            case Request.ListIndicators indicators:
                About(indicators.About);
                break;
            case Request.ShowIndicator indicator:
                things.Add("indicator", indicator.Indicators);
                break;
            case Request.ShowCoverage coverage:
                About(coverage.About);
                break;
            case Request.ShowClock clock:
                Say("received", clock.Received);
                break;
            case Request.Post post:
                Action(post.Action);
                var isComplete = post.Brag == Brag.Blue || post.State == ActionState.Complete;
                Say("brag", isComplete && post.Brag is null or Brag.Blue ? null : Word(post.Brag));
                Say("state", isComplete ? "complete" : Word(post.State));
                Say("text", post is { Brag: null, State: null } || !IsRating(post.Text) ? post.Text?.Trim() : null);
                break;
            case Request.Reschedule moved:
                Action(moved.Action);
                Say("due", moved.Due is { } due ? due : "none");
                Say("reason", moved.Reason?.Trim());
                break;
            case Request.Reassign handed:
                Action(handed.Action);
                Say("leads", string.Join("; ", handed.Leads));
                Flag("besides", handed.Besides);
                break;
            case Request.Measure measure:
                things.Add("indicator", measure.Indicators);
                Say("period", measure.Period.Words);
                Say("numerator", measure.Numerator);
                Say("denominator", measure.Denominator);
                var isImplied = measure is { Numerator: { } top, Denominator: > 0 and var bottom } && (measure.Value is not { } stated || decimal.Abs(stated - (100 * top / bottom)) <= 0.05m);
                Say("value", isImplied ? null : measure.Value);
                break;
            case Request.Tag tag:
                Action(tag.Action);
                Say("as", tag.Service);
                Flag("away", tag.TakesAway);
                break;
            case Request.Merge merge:
                Say("kept", merge.Kept);
                Say("gone", merge.Gone);
                break;
            case Request.HandRole handed:
                Say("role", handed.Role);
                Say("holder", handed.Holder);
                Say("from", $"{handed.From:yyyy-MM-dd}");
                break;
            case Request.ListRights rights:
                About(rights.About);
                break;
            case Request.GiveRight right:
                kind = "give";
                Say("person", right.Person);
                Say("right", right.Kind?.ToString().ToLowerInvariant() ?? "none");
                About(right.About);
                break;
            case Request.BindPlan bind:
                things.Plans.Add(bind.Plan);
                break;
            case Request.Subscribe digest:
                About(digest.About);
                Say("asks", digest.Question);
                Say("every", digest.Rhythm.Every.ToString().ToLowerInvariant());
                Say("days", digest.Rhythm.Days.Count == 0 || digest.Rhythm.Every is Every.Day or Every.Weekday or Every.Quarter ? null : string.Join(';', digest.Rhythm.Days.Select(day => day.ToString()).Order(StringComparer.OrdinalIgnoreCase)));
                Say("at", digest.Rhythm.At.ToString("HH:mm", CultureInfo.InvariantCulture));
                Say("day", digest.Rhythm.Every == Every.Quarter ? null : digest.Rhythm.DayOfMonth);
                Say("week", digest.Rhythm.Week);
                Flag("tome", digest.ToMe);
                break;
            case Request.StopDigest stop:
                About(stop.About);
                break;
            case Request.SendDigest send:
                About(send.About);
                break;
            case Request.MakeReport report:
                About(report.About);
                Say("period", report.Period?.Words);
                Flag("page", report.OnAPage);
                break;
            case Request.ExportPlan export:
                About(export.About);
                Flag("csv", export.AsCsv);
                break;
            case Request.Torn torn:
                kind = "torn";
                Say("wanted", torn.Wanted);
                Say("name", torn.Name);
                Say("choices", string.Join(';', torn.Choices.Select(choice => choice.Name).Order(StringComparer.OrdinalIgnoreCase)));
                break;
            case Request.NoSuchName none:
                kind = "no-such-name";
                Say("wanted", none.Wanted);
                Say("name", none.Name);
                break;
            case Request.Impossible impossible:
                kind = "impossible";
                Say("wanted", impossible.Wanted);
                break;
        }

        things.WriteTo(said);
        return new RequestNotation(kind, said);

        void Say(string key, object? value)
        {
            if (value is not null)
            {
                said[key] = value switch
                {
                    DateOnly day => Iso(day),
                    decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                };
            }
        }

        void Flag(string key, bool isSo)
        {
            if (isSo)
            {
                said[key] = "";
            }
        }

        void About(About about)
        {
            things.Plans.UnionWith(about.Scope.Plans);
            things.Add("section", about.Scope.Sections);
            things.Add("service", about.Scope.Services);
            if (about.Scope.Leads is { } leads)
            {
                things.Add("lead", leads, isAlways: true);
            }
        }

        // "It" is the one action that was shown; with none or several, nobody can say.
        void Action(ActionNamed action)
        {
            var it = action.Ref is null && speaker.Last?.Shown is [var only] ? only : null;
            said["ref"] = action.Ref ?? it?.Ref ?? "it";
            things.Plans.UnionWith(it is null ? action.Plans : [it.Plan]);
        }
    }

    private static void Question(ActionQuestion question, SortedDictionary<string, string> said, Things things)
    {
        things.Plans.UnionWith(question.Plans);
        things.Add("section", question.Sections);
        things.Add("service", question.Services);
        if (question.Leads is { } leads)
        {
            things.Add("lead", leads, isAlways: true);
        }

        (string Key, string? Value)[] all =
        [
            ("rec", question.Recommendation),
            ("state", question.State == StateAsked.Any ? null : question.State switch { StateAsked.NotStarted => "not started", StateAsked.InProgress => "in progress", _ => question.State.ToString().ToLowerInvariant() }),
            ("brag", question.Brags.Count == 0 ? null : string.Join(';', question.Brags.Select(brag => brag.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal))),
            ("notbrag", question.NotBrags.Count == 0 ? null : string.Join(';', question.NotBrags.Select(brag => brag.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal))),
            ("due", question.DueFrom is null && question.DueTo is null ? null : $"{(question.DueFrom is { } from ? Iso(from) : "")}..{(question.DueTo is { } to ? Iso(to) : "")}"),
            ("nodate", question.NoDate ? "" : null),
            ("nolead", question.NoLead ? "" : null),
            ("noprogress", question.NoProgressSince is { } since ? Iso(since) : null),
            ("words", question.Words is { } words ? CorpusNames.Plain(words) : null),
        ];
        foreach (var (key, value) in all)
        {
            if (value is not null)
            {
                said[key] = value;
            }
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Word(Brag? brag) => brag?.ToString().ToLowerInvariant();

    private static string? Word(ActionState? state) => state switch { null => null, ActionState.NotStarted => "not started", ActionState.InProgress => "in progress", _ => "complete" };

    private static bool IsRating(string? text) => text is not null && CorpusNames.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Ratings.Contains);

    /// <summary>Plans and what is named in them. The same actions are written the same way, whether a plan is named besides a service that it alone has or not.</summary>
    private sealed class Things(CorpusNames names)
    {
        private readonly SortedDictionary<string, List<CorpusThing>> named = new(StringComparer.Ordinal);

        public HashSet<int> Plans { get; } = [];

        public void Add(string kind, IEnumerable<int> ids, bool isAlways = false)
        {
            var found = ids.Distinct().Select(id => names.Thing(kind, id)).ToList();
            if (found.Count > 0 || isAlways || kind == "lead")
            {
                if (kind == "lead" || found.Count > 0)
                {
                    named[kind] = [.. named.GetValueOrDefault(kind, []), .. found];
                }
            }
        }

        public void WriteTo(SortedDictionary<string, string> said)
        {
            var among = Plans.Count > 0 ? Plans : null;
            foreach (var found in named.Values.Where(found => found.Count > 0))
            {
                var theirs = found.Select(thing => thing.PlanId).ToHashSet();
                among = among is null ? theirs : [.. among.Intersect(theirs)];
            }

            foreach (var (kind, found) in named)
            {
                said[kind] = string.Join(", ", found.Where(thing => among is null || among.Contains(thing.PlanId)).Select(thing => $"{thing.Name}@{names.Plans.ElementAtOrDefault(thing.PlanId - 1)}").Distinct().Order(StringComparer.Ordinal));
            }

            if (Plans.Count > 0 && named.Values.All(found => found.Count == 0))
            {
                said["plan"] = string.Join(", ", Plans.Order().Select(plan => names.Plans.ElementAtOrDefault(plan - 1) ?? "?"));
            }
        }
    }
}
