using TeamsPlanBot.Bot.Answers;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>A report of a plan for its board, before anybody draws it.</summary>
/// <param name="Kind">What it is: "Board report".</param>
/// <param name="Plan">The plan's name.</param>
/// <param name="When">The time it is of, and the day it was made.</param>
/// <param name="Opening">What is said before the first chapter.</param>
public sealed record BoardReport(string Kind, string Plan, string When, IReadOnlyList<string> Opening, IReadOnlyList<Chapter> Chapters);

/// <summary>A chapter of a report.</summary>
/// <param name="Columns">What stands above each column where its rows are drawn as a table: what it is about, how it stands, what is said of it.</param>
/// <param name="BeginsColumn">It stands at the head of a column, where the page has several.</param>
public sealed record Chapter(string Heading, IReadOnlyList<Passage> Said, RowHeadings? Columns = null, bool BeginsColumn = false);

/// <summary>What stands above the columns of rows.</summary>
public sealed record RowHeadings(string What, string Standing, string Details);
