using System.Globalization;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Tests.Timescales;

/// <summary>Each expression of time in five published plans, alone and together with what stands in the same cell; other words are shortened.</summary>
public sealed class PlansTimescalesTests
{
    [Theory]
    [InlineData("Early 2013", TimescaleKind.Year, "2013-03-31")]
    [InlineData("Consultation in January 2012", TimescaleKind.Month, "2012-01-31")]
    [InlineData("Recruitment: TBA", TimescaleKind.None, null)]
    [InlineData("TBA by Government", TimescaleKind.None, null)]
    [InlineData("Sometime in 2012", TimescaleKind.Year, "2012-12-31")]
    [InlineData("Autumn 2012 onwards", TimescaleKind.OpenEnded, null)]
    [InlineData("Framework in place by May 2012.", TimescaleKind.Month, "2012-05-31")]
    [InlineData("on 12 April", TimescaleKind.Day, "2013-04-12")]
    [InlineData("by end Sep 2012", TimescaleKind.Month, "2012-09-30")]
    [InlineData("Rollout July 2012", TimescaleKind.Month, "2012-07-31")]
    public void Leicester(string words, TimescaleKind kind, string? due, string milestones = "") =>
        Reads(words, new DateOnly(2012, 10, 1), kind, due, milestones);

    [Theory]
    [InlineData("Draft at SMT on 10 02 2017", TimescaleKind.Day, "2017-02-10")]
    [InlineData("Ready to launch in March 17", TimescaleKind.Month, "2017-03-31")]
    [InlineData("Group established Jan 2017. March 2017 Feb/March 2017 April 2017", TimescaleKind.Range, "2017-04-30",
        "2017-01-31 Group established Jan 2017; 2017-02-28 Feb; 2017-03-31 March 2017; 2017-04-30 April 2017")]
    [InlineData("May 17", TimescaleKind.Month, "2017-05-31")]
    [InlineData("June 17", TimescaleKind.Month, "2017-06-30")]
    [InlineData("Ongoing June 2017", TimescaleKind.Month, "2017-06-30")]
    [InlineData("June 2017", TimescaleKind.Month, "2017-06-30")]
    [InlineData("March 2017", TimescaleKind.Month, "2017-03-31")]
    [InlineData("March/April 17 March 2017", TimescaleKind.Range, "2017-04-30", "2017-03-31 March; 2017-03-31 March 2017; 2017-04-30 April 17")]
    [InlineData("March/April 17", TimescaleKind.Range, "2017-04-30", "2017-03-31 March; 2017-04-30 April 17")]
    [InlineData("Established now", TimescaleKind.Done, null)]
    [InlineData("Feb 2017 April 2017", TimescaleKind.Range, "2017-04-30", "2017-02-28 Feb 2017; 2017-04-30 April 2017")]
    [InlineData("Immediate action", TimescaleKind.Relative, "2017-02-13")]
    [InlineData("Jan 2017 May 2017 June 2017 Jan 2017 Sept 2017", TimescaleKind.Range, "2017-09-30",
        "2017-01-31 Jan 2017; 2017-05-31 May 2017; 2017-06-30 June 2017; 2017-09-30 Sept 2017")]
    [InlineData("March 2017 March 2017 June 2017", TimescaleKind.Range, "2017-06-30", "2017-03-31 March 2017; 2017-06-30 June 2017")]
    [InlineData("April 2017", TimescaleKind.Month, "2017-04-30")]
    [InlineData("Feb 2017", TimescaleKind.Month, "2017-02-28")]
    [InlineData("Dec → March/April 2017", TimescaleKind.Range, "2017-04-30", "2016-12-31 Dec; 2017-03-31 March; 2017-04-30 April 2017")]
    [InlineData("Dec → New systems to be fully operational end of March.", TimescaleKind.Range, "2017-03-31",
        "2016-12-31 Dec; 2017-03-31 New systems to be fully operational end of March")]
    [InlineData("March/April 2017 for sign off", TimescaleKind.Range, "2017-04-30", "2017-03-31 March; 2017-04-30 April 2017 for sign off")]
    [InlineData("March17", TimescaleKind.Month, "2017-03-31")]
    [InlineData("Dec16", TimescaleKind.Month, "2016-12-31")]
    [InlineData("Nov16", TimescaleKind.Month, "2016-11-30")]
    [InlineData("ongoing Dec 16", TimescaleKind.Month, "2016-12-31")]
    [InlineData("immediate action Dec 16", TimescaleKind.Month, "2016-12-31")]
    [InlineData("Nov/Dec", TimescaleKind.Range, "2017-12-31", "2017-11-30 Nov; 2017-12-31 Dec")]
    [InlineData("Jan-Mar", TimescaleKind.Range, "2017-03-31", "2017-01-31 Jan; 2017-03-31 Mar")]
    [InlineData("from Nov and ongoing", TimescaleKind.OpenEnded, null)]
    [InlineData("commenced Feb17", TimescaleKind.Month, "2017-02-28")]
    [InlineData("from the end of Feb 2017", TimescaleKind.Month, "2017-02-28")]
    [InlineData("1 st Nov 16", TimescaleKind.Day, "2016-11-01")]
    [InlineData("in March 17", TimescaleKind.Month, "2017-03-31")]
    [InlineData("(Nov/Dec)", TimescaleKind.Range, "2017-12-31", "2017-11-30 Nov; 2017-12-31 Dec")]
    [InlineData("(Nov16)", TimescaleKind.Month, "2016-11-30")]
    [InlineData("(Nov 16)", TimescaleKind.Month, "2016-11-30")]
    [InlineData("(Dec 17)", TimescaleKind.Month, "2017-12-31")]
    [InlineData("in place from Nov and ongoing", TimescaleKind.OpenEnded, null)]
    [InlineData("(commenced Feb17)", TimescaleKind.Month, "2017-02-28")]
    [InlineData("(ongoing Dec 16)", TimescaleKind.Month, "2016-12-31")]
    [InlineData("(immediate action Dec 16)", TimescaleKind.Month, "2016-12-31")]
    [InlineData("(complete March17)", TimescaleKind.Month, "2017-03-31")]
    [InlineData("(Completed by March17)", TimescaleKind.Month, "2017-03-31")]
    [InlineData("(immediate action)", TimescaleKind.Relative, "2017-02-13")]
    [InlineData("Jan-Mar concentrating on two services", TimescaleKind.Range, "2017-03-31", "2017-01-31 Jan; 2017-03-31 Mar concentrating on two services")]
    [InlineData("Draft by the end of Feb", TimescaleKind.Month, "2017-02-28")]
    public void Leicestershire(string words, TimescaleKind kind, string? due, string milestones = "") =>
        Reads(words, new DateOnly(2017, 2, 13), kind, due, milestones);

    [Theory]
    [InlineData("OngoingLive Jan 2012", TimescaleKind.Month, "2012-01-31")]
    [InlineData("• Jan 2013", TimescaleKind.Month, "2013-01-31")]
    [InlineData(" May 2013", TimescaleKind.Month, "2013-05-31")]
    [InlineData("O1.10.12", TimescaleKind.Day, "2012-10-01")]
    [InlineData("01.10.12", TimescaleKind.Day, "2012-10-01")]
    [InlineData("Expected 30 Nov.", TimescaleKind.Day, "2012-11-30")]
    [InlineData("DEC 2012", TimescaleKind.Month, "2012-12-31")]
    [InlineData("by Jul 13", TimescaleKind.Month, "2013-07-31")]
    [InlineData("by Jul", TimescaleKind.Month, "2013-07-31")]
    [InlineData("May 2013 onwards.", TimescaleKind.OpenEnded, null)]
    [InlineData("April 2013-September 2013", TimescaleKind.Range, "2013-09-30", "2013-04-30 April 2013; 2013-09-30 September 2013")]
    [InlineData("November 2012 December 2012 January 2013 November 2013", TimescaleKind.Range, "2013-11-30",
        "2012-11-30 November 2012; 2012-12-31 December 2012; 2013-01-31 January 2013; 2013-11-30 November 2013")]
    [InlineData("Jan 2013March 2013", TimescaleKind.Range, "2013-03-31", "2013-01-31 Jan 2013; 2013-03-31 March 2013")]
    [InlineData("November 2012 to go live date", TimescaleKind.NeedsDate, null)]
    [InlineData("by December 2012 with roll out through 2013.", TimescaleKind.Range, "2013-12-31", "2012-12-31 by December 2012 with roll out; 2013-12-31 through 2013")]
    [InlineData("Mid November 2012 • 1st December 2012 • 30th June 2012", TimescaleKind.Range, "2012-12-01",
        "2012-06-30 30th June 2012; 2012-11-15 Mid November 2012; 2012-12-01 1st December 2012")]
    [InlineData("December 2012 set up. March 2013, review completed.", TimescaleKind.Range, "2013-03-31",
        "2012-12-31 December 2012 set up; 2013-03-31 March 2013, review completed")]
    [InlineData("9th November 2012 June 2013", TimescaleKind.Range, "2013-06-30", "2012-11-09 9th November 2012; 2013-06-30 June 2013")]
    [InlineData("March 2013Jan 2013", TimescaleKind.Range, "2013-03-31", "2013-01-31 Jan 2013; 2013-03-31 March 2013")]
    [InlineData("Nov 12By March 13From April 13 and ongoing", TimescaleKind.Range, "2013-03-31", "2012-11-30 Nov 12; 2013-03-31 By March 13")]
    [InlineData("30th October 2012 End January 2013 1st March 2013", TimescaleKind.Range, "2013-03-01",
        "2012-10-30 30th October 2012; 2013-01-31 End January 2013; 2013-03-01 1st March 2013")]
    [InlineData("from Q4 April 2013", TimescaleKind.Range, "2013-04-30", "2013-03-31 from Q4; 2013-04-30 April 2013")]
    [InlineData("Data sharing - ongoing", TimescaleKind.OpenEnded, null)]
    [InlineData("March 2013 - ongoing", TimescaleKind.OpenEnded, null)]
    [InlineData("Completed October 2012", TimescaleKind.Done, null)]
    [InlineData("January 2013March 2013", TimescaleKind.Range, "2013-03-31", "2013-01-31 January 2013; 2013-03-31 March 2013")]
    [InlineData("Monthly report", TimescaleKind.OpenEnded, null)]
    [InlineData("Jan 2013", TimescaleKind.Month, "2013-01-31")]
    [InlineData("every quarter", TimescaleKind.OpenEnded, null)]
    [InlineData("by DEC 2012", TimescaleKind.Month, "2012-12-31")]
    [InlineData("by Dec 2012.", TimescaleKind.Month, "2012-12-31")]
    [InlineData("plans Oct 2012.", TimescaleKind.Month, "2012-10-31")]
    [InlineData("issues every quarter. Known to all by DEC 2012. Linked by Dec 2012. Expected 30 Nov. In plans Oct 2012.", TimescaleKind.Range, "2012-12-31",
        "2012-10-31 In plans Oct 2012; 2012-11-30 Expected 30 Nov; 2012-12-31 Known to all by DEC 2012; 2012-12-31 Linked by Dec 2012")]
    [InlineData("piloted 2012/13", TimescaleKind.Year, "2013-03-31")]
    [InlineData("November 2012/ Phase two throughout 2013", TimescaleKind.Range, "2013-12-31", "2012-11-30 November 2012/ Phase two; 2013-12-31 throughout 2013")]
    [InlineData("November 2012/ Phase two throughout 2013 O1.10.12", TimescaleKind.Range, "2013-12-31",
        "2012-10-01 1.10.12; 2012-11-30 November 2012/ Phase two; 2013-12-31 throughout 2013 O")]
    [InlineData("signed off by December New structure by Jan 2013. Reviewed by Jul 13", TimescaleKind.Range, "2013-07-31",
        "2012-12-31 signed off by December; 2013-01-31 New structure by Jan 2013; 2013-07-31 Reviewed by Jul 13")]
    [InlineData("November 2012 January 2013", TimescaleKind.Range, "2013-01-31", "2012-11-30 November 2012; 2013-01-31 January 2013")]
    [InlineData("from April 2013 onwards. Ongoing throughout the build", TimescaleKind.OpenEnded, null)]
    [InlineData("Ongoing throughout the build", TimescaleKind.OpenEnded, null)]
    [InlineData("training, May 2013 onwards. Go live anticipated to be September 2013. April 2013-September 2013 November 2012-September 2013; with check points", TimescaleKind.Range, "2013-09-30",
        "2012-11-30 November 2012; 2013-04-30 April 2013; 2013-09-30 Go live anticipated to be September 2013; 2013-09-30 September 2013")]
    [InlineData("anticipated to be September 2013.", TimescaleKind.Month, "2013-09-30")]
    [InlineData("November 2012-September 2013; with check points", TimescaleKind.Range, "2013-09-30", "2012-11-30 November 2012; 2013-09-30 September 2013")]
    [InlineData("May 2013", TimescaleKind.Month, "2013-05-31")]
    [InlineData("Level 2 increase in January; full structure by April 2013 Retarget November 2012 December 2012 January 2013 November 2013", TimescaleKind.Range, "2013-11-30",
        "2012-11-30 Retarget November 2012; 2012-12-31 December 2012; 2013-01-31 Level 2 increase in January; 2013-01-31 January 2013; 2013-04-30 full structure by April 2013; 2013-11-30 November 2013")]
    [InlineData("complete by March 2013 New payments by April 2013", TimescaleKind.Range, "2013-04-30",
        "2013-03-31 complete by March 2013; 2013-04-30 New payments by April 2013")]
    [InlineData("agreed by April 2013? Pilot completed by Mar 13 New model from April 2014", TimescaleKind.Range, "2014-04-30",
        "2013-03-31 Pilot completed by Mar 13; 2014-04-30 New model from April 2014")]
    [InlineData("December 2012 January 2012 for disabled children", TimescaleKind.Range, "2012-12-31",
        "2012-01-31 January 2012 for disabled children; 2012-12-31 December 2012")]
    [InlineData("Plans by mid-December 2012 Review by end-Oct 2012 In place from January 2013", TimescaleKind.Range, "2013-01-31",
        "2012-10-31 Review by end-Oct 2012; 2012-12-15 Plans by mid-December 2012; 2013-01-31 In place from January 2013")]
    [InlineData("95% trained by April 2013 (to date 165 staff – 59 booked for Spring).", TimescaleKind.Month, "2013-04-30")]
    [InlineData("Settled by November 2012 Reporting from January 2013 Guidance from the review of Nov 2012 Audit by mid-December 2012", TimescaleKind.Range, "2013-01-31",
        "2012-11-30 Settled by November 2012; 2012-11-30 Guidance from the review of Nov 2012; 2012-12-15 Audit by mid-December 2012; 2013-01-31 Reporting from January 2013")]
    [InlineData("by mid-December 2012", TimescaleKind.Month, "2012-12-15")]
    [InlineData("Training through Spring 2013 to ensure 90% by April 2013", TimescaleKind.Range, "2013-05-31",
        "2013-04-30 to ensure 90% by April 2013; 2013-05-31 Training through Spring 2013")]
    [InlineData("A 6 month/annual review", TimescaleKind.NeedsDate, null)]
    [InlineData("by Nov 2012, reports to Lead Member All trained by Dec 2012 100% have appraisals", TimescaleKind.Range, "2012-12-31",
        "2012-11-30 by Nov 2012, reports to Lead Member All trained; 2012-12-31 by Dec 2012 100% have appraisals")]
    [InlineData("Review with ASYE, July 2013 Implement any changes", TimescaleKind.Month, "2013-07-31")]
    [InlineData("4 events by July 2013. 2 groups by July 2013 Materials by April 2013 Coaching by April 2013 with pilot by that date.", TimescaleKind.Range, "2013-07-31",
        "2013-04-30 Materials by April 2013; 2013-04-30 Coaching by April 2013 with pilot by that date; 2013-07-31 4 events by July 2013; 2013-07-31 2 groups by July 2013")]
    [InlineData("8 seminars by July 2013. All attend at least 2 Directory by Jan 2013 Programme complete by June 2013. Work with the professor 2013. Work with the doctor March 2013. 50% to have taken up learning", TimescaleKind.NeedsDate, null)]
    [InlineData("Work with the professor 2013.", TimescaleKind.NeedsDate, null)]
    [InlineData("Work with the doctor March 2013.", TimescaleKind.Month, "2013-03-31")]
    [InlineData("finalised by July 2013 New structure by April 2013 target of 8.5 days. Pathways in place March 2014.", TimescaleKind.Range, "2014-03-31",
        "2013-04-30 New structure by April 2013 target of 8.5 days; 2013-07-31 finalised by July 2013; 2014-03-31 Pathways in place March 2014")]
    [InlineData("agreed October 2012. Sites visited by December 2012 Site by March 2013 Results improving by April 2013", TimescaleKind.Range, "2013-04-30",
        "2012-10-31 agreed October 2012; 2012-12-31 Sites visited by December 2012; 2013-03-31 Site by March 2013; 2013-04-30 Results improving by April 2013")]
    [InlineData("by Dec 2012Event completed by March 2013.", TimescaleKind.Range, "2013-03-31", "2012-12-31 by Dec 2012Event completed; 2013-03-31 by March 2013")]
    [InlineData("Framework by March 2013. Staff engaged in planning for 2013/14", TimescaleKind.Month, "2013-03-31")]
    [InlineData("complete by June 2013 Report complete by September 2013", TimescaleKind.Range, "2013-09-30",
        "2013-06-30 complete by June 2013; 2013-09-30 Report complete by September 2013")]
    [InlineData("complete by January 2013.", TimescaleKind.Month, "2013-01-31")]
    [InlineData("moved by 31.03.13.", TimescaleKind.Day, "2013-03-31")]
    [InlineData("March 2013", TimescaleKind.Month, "2013-03-31")]
    [InlineData("by Oct 2012 In place by the new system Resources by March 2014. Staff satisfied", TimescaleKind.Range, "2014-03-31",
        "2012-10-31 by Oct 2012 In place by the new system Resources; 2014-03-31 by March 2014")]
    [InlineData("December 2011-May 2012 approximately 60 staff. November 2012-September 2013 continued engagement", TimescaleKind.Range, "2013-09-30",
        "2011-12-31 December 2011; 2012-05-31 May 2012 approximately 60 staff; 2012-11-30 November 2012; 2013-09-30 September 2013 continued engagement")]
    [InlineData("in full from November 2012 and completed by May 2013.", TimescaleKind.Range, "2013-05-31",
        "2012-11-30 in full from November 2012; 2013-05-31 and completed by May 2013")]
    [InlineData("New system live from September 2013 Staff satisfied", TimescaleKind.Month, "2013-09-30")]
    [InlineData("complete by June 2013. On mobile devices by March 2014.", TimescaleKind.Range, "2014-03-31",
        "2013-06-30 complete by June 2013; 2014-03-31 On mobile devices by March 2014")]
    [InlineData("June 2013", TimescaleKind.Month, "2013-06-30")]
    [InlineData("Revised report January 2013 Framework by February 2013 with details. Operational from April 2013", TimescaleKind.Range, "2013-04-30",
        "2013-01-31 Revised report January 2013; 2013-02-28 Framework by February 2013 with details; 2013-04-30 Operational from April 2013")]
    [InlineData("following Q3 audits - February 2013 Responsibilities for 2013-14 – February 2013", TimescaleKind.Month, "2013-02-28")]
    [InlineData("following Q3 audits - February 2013", TimescaleKind.Month, "2013-02-28")]
    [InlineData("Responsibilities for 2013-14 – February 2013", TimescaleKind.Month, "2013-02-28")]
    [InlineData("learning – January 2013 Options for 2013/14 – March 2013", TimescaleKind.Range, "2013-03-31",
        "2013-01-31 learning – January 2013; 2013-03-31 Options for 2013/14 – March 2013")]
    [InlineData("Options for 2013/14 – March 2013", TimescaleKind.Month, "2013-03-31")]
    [InlineData("external support - October Pilot quarters 3 and 4 Fully operational from 2013/14 quarter one", TimescaleKind.Range, "2013-06-30",
        "2012-10-31 external support - October; 2012-12-31 Pilot quarters 3; 2013-03-31 4; 2013-06-30 Fully operational from 2013/14 quarter one")]
    [InlineData("Pilot quarters 3 and 4", TimescaleKind.Range, "2013-03-31", "2012-12-31 Pilot quarters 3; 2013-03-31 4")]
    [InlineData("from 2013/14 quarter one", TimescaleKind.Quarter, "2013-06-30")]
    [InlineData("from day 1", TimescaleKind.NeedsDate, null)]
    [InlineData("management of 2012-13 returns and 2013-14 recording - February", TimescaleKind.Month, "2013-02-28")]
    [InlineData("in place for Q3Analysis of requirements – January 2013", TimescaleKind.Range, "2013-01-31",
        "2012-12-31 in place for Q3; 2013-01-31 Analysis of requirements – January 2013")]
    [InlineData("solutions in place - September 2013", TimescaleKind.Month, "2013-09-30")]
    [InlineData("from day 1 of new system September 2013", TimescaleKind.Month, "2013-09-30")]
    [InlineData("plan agreed for post September developments - September 2013", TimescaleKind.Month, "2013-09-30")]
    [InlineData("from day 1 Management of 2012-13 returns and 2013-14 recording - February In place for Q3Analysis – January 2013 Solutions - September 2013 Dashboards from day 1 September 2013 Tools; ongoing plan for post September developments - September 2013", TimescaleKind.Range, "2013-09-30",
        "2012-12-31 In place for Q3; 2013-01-31 Analysis – January 2013; 2013-02-28 from day 1 Management of 2012-13 returns and 2013-14 recording - February; 2013-09-30 Solutions - September 2013; 2013-09-30 Dashboards from day 1 September 2013 Tools; 2013-09-30 ongoing plan for post September developments - September 2013")]
    [InlineData("audits. November 2012 onwards.", TimescaleKind.OpenEnded, null)]
    [InlineData("audits. November 2012", TimescaleKind.Month, "2012-11-30")]
    [InlineData("updated – April 2013 Local context – December Deliver spring reports March 2013", TimescaleKind.Range, "2013-04-30",
        "2012-12-31 Local context – December; 2013-03-31 Deliver spring reports March 2013; 2013-04-30 updated – April 2013")]
    [InlineData("Local context – December", TimescaleKind.Month, "2012-12-31")]
    [InlineData("Deliver spring reports March 2013", TimescaleKind.Month, "2013-03-31")]
    [InlineData("position in January Self evaluation from 2013 to reflect model – May 2013 Data sharing - ongoing", TimescaleKind.Range, "2013-05-31",
        "2013-01-31 position in January; 2013-05-31 Self evaluation from 2013 to reflect model – May 2013 Data sharing - ongoing")]
    [InlineData("position in January", TimescaleKind.Month, "2013-01-31")]
    [InlineData("Self evaluation from 2013 to reflect model – May 2013", TimescaleKind.Month, "2013-05-31")]
    [InlineData("established – January 2013 Quarterly reports from Q3 city & cluster - February 2013 Programme established – December 2013 In place – January 2013", TimescaleKind.Range, "2013-12-31",
        "2013-01-31 established – January 2013; 2013-01-31 In place – January 2013; 2013-02-28 Quarterly reports from Q3 city & cluster - February 2013; 2013-12-31 Programme established – December 2013")]
    [InlineData("Quarterly reports from Q3 city & cluster - February 2013", TimescaleKind.Month, "2013-02-28")]
    [InlineData("established – December 2013", TimescaleKind.Month, "2013-12-31")]
    [InlineData("improvement activity – February 2013", TimescaleKind.Month, "2013-02-28")]
    [InlineData("July 2013", TimescaleKind.Month, "2013-07-31")]
    [InlineData("Completed September 2012 Referral pathway October 2012.", TimescaleKind.Range, "2012-10-31",
        "2012-09-30 Completed September 2012; 2012-10-31 Referral pathway October 2012")]
    [InlineData("October 2012 agency group identified issues", TimescaleKind.Month, "2012-10-31")]
    public void Leeds(string words, TimescaleKind kind, string? due, string milestones = "") =>
        Reads(words, new DateOnly(2012, 11, 14), kind, due, milestones);

    [Theory]
    [InlineData("for immediate improvement", TimescaleKind.Relative, "2013-02-15")]
    [InlineData("for improvement within 3 months", TimescaleKind.Relative, "2013-05-15")]
    [InlineData("for improvement within 6 months", TimescaleKind.Relative, "2013-08-15")]
    [InlineData("Q3 2013~14", TimescaleKind.Quarter, "2013-12-31")]
    [InlineData("1st April 2013", TimescaleKind.Day, "2013-04-01")]
    [InlineData("Mar 2013", TimescaleKind.Month, "2013-03-31")]
    [InlineData("in Q3 2013~14.", TimescaleKind.Quarter, "2013-12-31")]
    [InlineData("3 months following the review", TimescaleKind.NeedsDate, null)]
    [InlineData("2012~13", TimescaleKind.Year, "2013-03-31")]
    [InlineData("every alternate Cabinet meeting", TimescaleKind.NeedsDate, null)]
    [InlineData("bi monthly", TimescaleKind.OpenEnded, null)]
    public void Stockton(string words, TimescaleKind kind, string? due, string milestones = "") =>
        Reads(words, new DateOnly(2013, 2, 15), kind, due, milestones);

    [Theory]
    [InlineData("a) 31st May 2018 b) 1st June 2018 c) 1st June 2018", TimescaleKind.Range, "2018-06-01",
        "2018-05-31 a) 31st May 2018; 2018-06-01 b) 1st June 2018; 2018-06-01 c) 1st June 2018")]
    [InlineData("31st March 2019", TimescaleKind.Day, "2019-03-31")]
    [InlineData("1st June 2018", TimescaleKind.Day, "2018-06-01")]
    [InlineData("1st April 2018", TimescaleKind.Day, "2018-04-01")]
    [InlineData("30th April 2018", TimescaleKind.Day, "2018-04-30")]
    [InlineData("1st May 2018", TimescaleKind.Day, "2018-05-01")]
    [InlineData("Developed during the 2018/2019 year", TimescaleKind.Year, "2019-03-31")]
    [InlineData("during 2018/2019", TimescaleKind.Year, "2019-03-31")]
    [InlineData("Incremental during 2018/19 -see KPIs for targets", TimescaleKind.Year, "2019-03-31")]
    [InlineData("a) 30th April 2018 b)30th April 2018 c)presented to LSCB in July 2018 d) 30th April 2018", TimescaleKind.Range, "2018-07-31",
        "2018-04-30 a) 30th April 2018; 2018-04-30 b)30th April 2018; 2018-04-30 d) 30th April 2018; 2018-07-31 c)presented to LSCB in July 2018")]
    [InlineData("a) 30th June 2018 b) 30th June 2018", TimescaleKind.Day, "2018-06-30")]
    [InlineData("1st September 2018", TimescaleKind.Day, "2018-09-01")]
    [InlineData("1) 10 March 2018 2) 30 September 2018", TimescaleKind.Range, "2018-09-30", "2018-03-10 1) 10 March 2018; 2018-09-30 2) 30 September 2018")]
    [InlineData("Local Offer - 30th September 2018 Survey completed - end March 2019", TimescaleKind.Range, "2019-03-31",
        "2018-09-30 Local Offer - 30th September 2018; 2019-03-31 Survey completed - end March 2019")]
    [InlineData("end March 2019", TimescaleKind.Month, "2019-03-31")]
    [InlineData("80% June 2018, 90% December 2018, 95% March 2019", TimescaleKind.Range, "2019-03-31",
        "2018-06-30 80% June 2018; 2018-12-31 90% December 2018; 2019-03-31 95% March 2019")]
    [InlineData("June 2018 - 80% on time December 2018 - 90% on time March 2019 - 95% on time", TimescaleKind.Range, "2019-03-31",
        "2018-06-30 June 2018 - 80% on time; 2018-12-31 December 2018 - 90% on time; 2019-03-31 March 2019 - 95% on time")]
    [InlineData("90% permanent by April 2019", TimescaleKind.Month, "2019-04-30")]
    [InlineData("in 2018", TimescaleKind.Year, "2018-12-31")]
    [InlineData("in 2019", TimescaleKind.Year, "2019-12-31")]
    [InlineData("at the end of Year 2", TimescaleKind.NeedsDate, null)]
    [InlineData("by year end", TimescaleKind.NeedsDate, null)]
    [InlineData("n/a", TimescaleKind.None, null)]
    public void Somerset(string words, TimescaleKind kind, string? due, string milestones = "") =>
        Reads(words, new DateOnly(2018, 5, 4), kind, due, milestones);

    private static void Reads(string words, DateOnly baseDate, TimescaleKind kind, string? due, string milestones)
    {
        var read = Timescale.Read(words, baseDate);
        Assert.Equal(
            (kind, due, milestones),
            (read.Kind,
                read.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                string.Join("; ", read.Milestones.Select(milestone => $"{milestone.On:yyyy-MM-dd} {milestone.Words}"))));
        Assert.Equal(words, read.Words);
    }
}
