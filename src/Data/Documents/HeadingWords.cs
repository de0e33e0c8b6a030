using System.Collections.Frozen;
using System.Text;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Documents;

/// <summary>What a heading promises, before anybody looked below it.</summary>
internal enum Promise
{
    None,
    Ref,
    Recommendations,
    Requirement,
    Priority,
    Objective,
    Action,
    Steps,
    Leads,
    OtherPeople,
    Services,
    Timescale,
    RevisedDate,
    StartDate,
    Milestones,
    Status,
    Brag,
    Outcome,
    Measures,
    Progress,
    ProgressOn,
    Section,
    SectionLead,
    SectionOutcomes,
    Parent,
    Remark,
}

/// <summary>Knows the headings that plans use for the same things.</summary>
internal static class HeadingWords
{
    private const int LongestHeading = 90;
    private const int MostWordsGuessed = 9;

    private static readonly FrozenDictionary<string, Promise> Known = new Dictionary<Promise, string>
    {
        [Promise.Ref] = "ref|ref no|ref number|reference|reference no|reference number|no|nr|number|num|id|action no|action number|action ref|action reference|action id|item|item no|item number|unique ref|s no|serial no|requirement no|priority no",
        [Promise.Recommendations] = "recommendation|recommendations|rec|recs|rec no|recommendation no|recommendation number|recommendation numbers|recommendation ref|linked recommendation|linked recommendations|ofsted recommendation|ofsted recommendations|ofsted recommendation number|"
            + "links to ofsted recommendations|link to ofsted recommendation|link to ofsted recommendations|links to recommendations|link to recommendation|link to recommendations|related recommendation|related recommendations|area for improvement no|inspection recommendation|inspection recommendations",
        [Promise.Requirement] = "requirement|requirements|area for improvement|areas for improvement|improvement required|improvement needed|what needs to improve|what do we need to improve|issue to be addressed",
        [Promise.Priority] = "priority|priorities|key priority|key priorities|priority action|priority actions",
        [Promise.Objective] = "objective|objectives|aim|aims|goal|goals|key objective|strategic objective|what we want to achieve|what are we trying to achieve",
        [Promise.Action] = "action|actions|key action|key actions|action required|actions required|required action|required actions|action needed|actions needed|action to be taken|actions to be taken|agreed action|agreed actions|proposed action|proposed actions|planned action|planned actions|"
            + "improvement action|improvement actions|what we will do|what will we do|what we are going to do|what needs to be done|what are we going to do|what|task|tasks|activity|activities|key activity|key activities|key task|key tasks|action description|description of action|details of action|deliverable|deliverables|action s",
        [Promise.Steps] = "early actions|early action|steps|key steps|next steps|sub actions|sub action|actions within the recommendations|actions within the recommendation|actions issues consideration for leicester|how|how we will do it|how will we do it|how will this be achieved|action steps|detailed actions",
        [Promise.Leads] = "lead|leads|key lead|key leads|lead officer|lead officers|lead person|lead name|named lead|action lead|action leads|action owner|action owners|owner|owners|responsible|responsible officer|responsible officers|responsible person|responsible lead|person responsible|persons responsible|"
            + "officer responsible|lead responsible|responsibility|responsibility of|accountable|accountable officer|accountable lead|accountable person|accountability|who|by whom|who is responsible|who will do it|who will lead|assigned to|lead owner|lead and owner|proposed action lead|lead s|owner s|officer|lead manager|lead role|lead professional|lead agency|lead organisation|operational lead|delivery lead",
        [Promise.OtherPeople] = "support|supported by|supporting|supporting officer|supporting officers|support officer|partners|partner|partners involved|who else|others involved|consultees|sponsor|senior responsible owner|sro|executive sponsor|strategic lead|governance|monitored by|reporting to|board|other leads|resources|resource|resource implications",
        [Promise.Services] = "service|services|team|teams|service area|service areas|team service|service team",
        [Promise.Timescale] = "timescale|timescales|time scale|time scales|timeframe|time frame|timeline|timing|deadline|deadlines|deadline for completion|completion deadline|by when|when|by when date|due|due date|due by|date due|target date|target dates|target completion date|target completion|completion date|completion|complete by|"
            + "to be completed by|date for completion|date|dates|end date|finish|finish date|delivery date|planned completion|planned completion date|expected completion|expected completion date|when will it be done|when will we do it|implementation date|target deadline|original deadline|original due date|original timescale|original target date",
        [Promise.RevisedDate] = "revised date|revised deadline|revised timescale|revised timescales|revised due date|revised target date|revised completion date|new date|new deadline|current deadline|latest date",
        [Promise.StartDate] = "start|start date|from|commencement|commencement date|date started|date added|date raised|date completed|completed on|actual completion date|actual date|review date|date of review|next review",
        [Promise.Milestones] = "milestone|milestones|key milestone|key milestones|milestones and dates|milestones dates",
        [Promise.Status] = "status|state|action status|current status|completed|complete|progress status|status of action|delivery status",
        [Promise.Brag] = "brag|rag|brag rating|rag rating|brag status|rag status|rating|current rag|current brag|rag rating current|overall rag|overall rag rating|colour|rag colour|brag rag|r a g|b r a g|progress rag|rag progress",
        [Promise.Outcome] = "outcome|outcomes|impact|desired outcome|desired outcomes|intended outcome|intended outcomes|expected outcome|expected outcomes|expected impact|intended impact|planned outcome|impact outcome|outcome impact|what difference will it make|what difference will these actions make|outcome for children|outcomes for children|benefits|what success looks like|what will success look like|result|results",
        [Promise.Measures] = "measure|measures|key performance indicators|key performance indicator|kpi|kpis|performance indicators|performance indicator|smart target|smart targets|target|targets|success measure|success measures|measure of success|measures of success|success criteria|how will we know|how we will know|and how will we know|"
            + "how will we measure success|how will we measure impact|evidence|evidence of success|evidence of impact|impact measure|impact measures|performance measure|performance measures|indicators|indicator|evidence required|assurance|measure of impact|how will success be measured|how success will be measured",
        [Promise.Progress] = "progress|progress to date|progress update|progress updates|update|updates|latest update|current position|position|latest position|progress of change|progress report|progress notes|progress so far|progress and impact|progress comments|latest progress|monthly update|update on progress|commentary|progress commentary|progress since last report",
        [Promise.ProgressOn] = "progress on|date of update|update date|last updated|date updated|updated on|last update|date of last update|progress date",
        [Promise.Section] = "section|theme|themes|workstream|work stream|strand|priority area|improvement area|improvement theme|category|area|domain|point|chapter|programme|programme area|key theme|work area",
        [Promise.SectionLead] = "section lead|theme lead|workstream lead|priority lead|programme lead",
        [Promise.SectionOutcomes] = "section outcomes|theme outcomes",
        [Promise.Parent] = "parent|parent ref|parent action|belongs to",
        [Promise.Remark] = "notes|note|comment|comments|remarks|issues|issue|issues considerations|issues considerations for leicester|considerations|risks|risk|risk rating|source|munro slac|munro slac requirement|cost|budget|funding|finding|findings|ofsted found|what ofsted found|ofsted finding|background|context|progress of change dec16|dependencies|priority level|barriers|mitigation",
    }
    .SelectMany(pair => pair.Value.Split('|').Select(words => (words, pair.Key)))
    .ToFrozenDictionary(pair => pair.words, pair => pair.Key, StringComparer.Ordinal);

    private static readonly (string Word, Promise Promise)[] Guesses =
    [
        ("timescale", Promise.Timescale), ("deadline", Promise.Timescale), ("by when", Promise.Timescale), ("due date", Promise.Timescale), ("completion date", Promise.Timescale), ("target date", Promise.Timescale), ("timeframe", Promise.Timescale),
        ("brag", Promise.Brag), ("rag", Promise.Brag), ("milestones", Promise.Milestones),
        ("action owner", Promise.Leads), ("lead", Promise.Leads), ("owner", Promise.Leads), ("responsible", Promise.Leads), ("responsibility", Promise.Leads), ("accountable", Promise.Leads),
        ("kpi", Promise.Measures), ("kpis", Promise.Measures), ("performance indicators", Promise.Measures), ("success", Promise.Measures), ("measure", Promise.Measures), ("measures", Promise.Measures), ("smart", Promise.Measures), ("evidence", Promise.Measures), ("how will we know", Promise.Measures),
        ("progress", Promise.Progress), ("update", Promise.Progress), ("recommendation number", Promise.Recommendations), ("recommendation numbers", Promise.Recommendations), ("recommendations", Promise.Recommendations), ("recommendation", Promise.Recommendations),
        ("outcome", Promise.Outcome), ("outcomes", Promise.Outcome), ("impact", Promise.Outcome), ("requirement", Promise.Requirement), ("action required", Promise.Action), ("actions required", Promise.Action), ("actions", Promise.Action), ("action", Promise.Action), ("status", Promise.Status),
    ];

    /// <summary>A heading as it is compared: small letters, single spaces, no marks.</summary>
    public static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var letter in heading)
        {
            if (letter == '&')
            {
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " and" : "and");
            }
            else if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>What a heading promises in so many words.</summary>
    public static Promise Exactly(string heading) => heading.Length > LongestHeading ? Promise.None : OfPlain(Plain(heading));

    /// <summary>What a heading promises by some of its words.</summary>
    public static Promise Roughly(string heading)
    {
        if (heading.Length > LongestHeading || Exactly(heading) is not Promise.None and var exact)
        {
            return heading.Length > LongestHeading ? Promise.None : Exactly(heading);
        }

        var plain = $" {Plain(heading)} ";
        return plain.Count(letter => letter == ' ') - 1 > MostWordsGuessed ? Promise.None : Guesses.FirstOrDefault(guess => plain.Contains($" {guess.Word} ", StringComparison.Ordinal)).Promise;
    }

    /// <summary>Where a known heading begins that a heading's words end in; something else is run into it.</summary>
    public static int Ending(string heading)
    {
        for (var at = 1; at < heading.Length; at++)
        {
            if (heading[at - 1] == ' ' && char.IsUpper(heading[at]) && OfPlain(Plain(heading[at..])) is not Promise.None)
            {
                return at;
            }
        }

        return -1;
    }

    private static Promise OfPlain(string plain)
    {
        if (Known.TryGetValue(plain, out var promise))
        {
            return promise;
        }

        // "Ofsted 2017 recommendation number", "Progress (June 2018)".
        var words = plain.Split(' ').Where(word => !(word.Length == 4 && word.All(char.IsAsciiDigit)) && word is not ("the" or "a" or "our")).ToArray();
        var bare = string.Join(' ', words);
        return bare != plain && Known.TryGetValue(bare, out promise) ? promise : Promise.None;
    }

    /// <summary>The canonical columns by which a person may name a meaning, as in --map "Key Lead=leads".</summary>
    public static IReadOnlyDictionary<string, ColumnMeaning> Columns { get; } = new Dictionary<string, ColumnMeaning>(StringComparer.OrdinalIgnoreCase)
    {
        [ActionColumns.Ref] = ColumnMeaning.Ref,
        [ActionColumns.Recommendations] = ColumnMeaning.Recommendations,
        [ActionColumns.Action] = ColumnMeaning.Action,
        [ActionColumns.Leads] = ColumnMeaning.Leads,
        [ActionColumns.Services] = ColumnMeaning.Services,
        [ActionColumns.Timescale] = ColumnMeaning.Timescale,
        [ActionColumns.Due] = ColumnMeaning.Timescale,
        [ActionColumns.Milestones] = ColumnMeaning.Milestones,
        [ActionColumns.State] = ColumnMeaning.State,
        [ActionColumns.Brag] = ColumnMeaning.Brag,
        [ActionColumns.Outcome] = ColumnMeaning.Outcome,
        [ActionColumns.Measures] = ColumnMeaning.Measures,
        [ActionColumns.Progress] = ColumnMeaning.Progress,
        [ActionColumns.ProgressOn] = ColumnMeaning.ProgressOn,
        [ActionColumns.Section] = ColumnMeaning.Section,
        [ActionColumns.SectionLead] = ColumnMeaning.SectionLead,
        [ActionColumns.SectionOutcomes] = ColumnMeaning.SectionOutcomes,
        [ActionColumns.Parent] = ColumnMeaning.Parent,
        ["steps"] = ColumnMeaning.Steps,
        ["note"] = ColumnMeaning.Note,
    };
}
