using System.Text.RegularExpressions;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Writes the details file: everything of a plan that has no column in its actions file.</summary>
public sealed partial class DetailsCsvWriter(PlanStores stores)
{
    /// <summary>Writes the plans this viewer may see, or the one with this key; says how many facts were written.</summary>
    public async Task<int> WriteAsync(Stream file, Viewer viewer, string? key, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var ids = await store.Plans.VisibleTo(viewer, store).Where(plan => key == null || plan.Key == key).Select(plan => new { plan.Id, plan.Key }).ToListAsync(cancelled);
        var written = 0;
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. DetailColumns.All]);
        foreach (var id in ids.OrderBy(plan => plan.Key, StringComparer.Ordinal).Select(plan => plan.Id))
        {
            var plan = await store.Plans.AsNoTracking()
                .Include(p => p.Boards).ThenInclude(b => b.Meetings)
                .Include(p => p.Recommendations)
                .Include(p => p.Issues)
                .Include(p => p.Services).ThenInclude(s => s.Aliases)
                .Include(p => p.Leads).ThenInclude(l => l.Aliases)
                .Include(p => p.Leads).ThenInclude(l => l.Holders)
                .AsSplitQuery()
                .SingleAsync(p => p.Id == id, cancelled);
            var tags = await store.Actions.Where(a => a.PlanId == id)
                .SelectMany(a => a.Services, (a, link) => new { link.ServiceId, link.ByWords, a.Position, a.Ref })
                .ToListAsync(cancelled);
            var byWords = tags.Where(tag => tag.ByWords).OrderBy(tag => tag.Position).ThenBy(tag => tag.Ref, StringComparer.Ordinal).ToLookup(tag => tag.ServiceId, tag => tag.Ref);
            var known = new Used(
                [.. tags.Select(tag => tag.ServiceId)],
                [.. await store.Actions.Where(a => a.PlanId == id).SelectMany(a => a.Leads).Select(link => link.LeadId).Distinct().ToListAsync(cancelled)],
                [.. await store.Actions.Where(a => a.PlanId == id).SelectMany(a => a.Recommendations).Select(link => link.RecommendationId).Distinct().ToListAsync(cancelled)]);
            foreach (var (about, name, fact, value) in Facts(plan, byWords, known))
            {
                csv.WriteRecord([plan.Key, about, name, fact, value]);
                written++;
            }
        }

        await csv.FlushAsync(cancelled);
        return written;
    }

    private static IEnumerable<Line> Facts(Plan plan, ILookup<int, string> byWords, Used used) =>
    [
        .. Some("plan", "", ("organisation", plan.Organisation), ("from", plan.From?.Word()), ("to", plan.To?.Word()), ("version", plan.Version), ("seen by", plan.Visibility == Visibility.Named ? "those named" : null), ("evidence", plan.AsksEvidence ? "yes" : null)),
        .. new[] { Brag.Blue, Brag.Green, Brag.Amber, Brag.Red }.SelectMany(brag => Some("brag", brag.Word(), ("meaning", plan.Meaning(brag)))),
        .. plan.Boards.OrderBy(board => board.Position).ThenBy(board => board.Name, StringComparer.Ordinal).SelectMany(board => OrBare(false, "board", board.Name,
        [
            ("rhythm", board.Rhythm), .. board.Meetings.Select(meeting => meeting.On).Order().Select(day => ("date", (string?)day.Word())),
        ])),
        .. plan.Recommendations.OrderBy(r => Ordered(r.Number), StringComparer.Ordinal).ThenBy(r => r.Number, StringComparer.Ordinal).SelectMany(r =>
            OrBare(used.Recommendations.Contains(r.Id), "recommendation", r.Number, [("text", r.Text), ("source", r.Source), ("priority", r.Priority)])),
        .. plan.Issues.OrderBy(issue => issue.Position).ThenBy(issue => issue.Number, StringComparer.Ordinal).SelectMany(issue => OrBare(false, "issue", issue.Number,
        [
            ("title", issue.Title), ("found", issue.Found), ("planned", issue.Planned), .. issue.Recommendations.Select(number => ("recommendation", (string?)number)), ("progress", issue.Progress),
        ])),
        .. plan.Services.OrderBy(service => service.Name, StringComparer.Ordinal).SelectMany(service => OrBare(used.Services.Contains(service.Id), "service", service.Name,
        [
            .. service.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal).Select(name => ("alias", (string?)name)),
            .. byWords[service.Id].Select(reference => ("tagged by words", (string?)reference)),
        ])),
        .. plan.Leads.OrderBy(lead => lead.Name, StringComparer.Ordinal).SelectMany(lead => OrBare(used.Leads.Contains(lead.Id), "lead", lead.Name,
        [
            ("kind", lead.Kind == LeadKind.Unknown ? null : lead.Kind.ToString().ToLowerInvariant()),
            .. lead.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal).Select(name => ("alias", (string?)name)),
            .. lead.Holders.OrderBy(holder => holder.From).ThenBy(holder => holder.Name, StringComparer.Ordinal).Select(holder => ("holder", (string?)DetailsCsvReader.Words(holder))),
            ("sign-in", lead.SignIn),
        ])),
    ];

    private static IEnumerable<Line> Some(string about, string name, params IEnumerable<(string Fact, string? Value)> facts) =>
        facts.Where(fact => fact.Value is { Length: > 0 }).Select(fact => new Line(about, name, fact.Fact, fact.Value!));

    // What no fact is known of, and no action names, would be lost without a row that says it is there.
    private static List<Line> OrBare(bool isNamedElsewhere, string about, string name, IEnumerable<(string Fact, string? Value)> facts)
    {
        var lines = Some(about, name, facts).ToList();
        return lines.Count == 0 && !isNamedElsewhere ? [new Line(about, name, "", "")] : lines;
    }

    // 2 before 10, and 5 before 5a.
    private static string Ordered(string number) => Digits().Replace(number, digits => digits.Value.PadLeft(Recommendation.LongestNumber, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private sealed record Line(string About, string Name, string Fact, string Value);

    /// <summary>What the actions of a plan name.</summary>
    private sealed record Used(HashSet<int> Services, HashSet<int> Leads, HashSet<int> Recommendations);
}
