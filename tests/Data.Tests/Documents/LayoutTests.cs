using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Documents;

/// <summary>Documents in the layouts that councils use, with content of our own.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Requirements = ["Requirement", "Links to Ofsted Recommendations", "Early Actions", "Key Lead", "Timescales", "Progress", "Smart Targets"];

    [Fact]
    public void Requirements_under_headings_are_actions_and_a_table_of_issues_is_not()
    {
        var plan = Understood.Plan(new WordFile()
            .Line("The report was published on 13 February 2017.")
            .Table(["Improvement Plan July 16", "Ofsted found Nov 16", "Ofsted Recommendations", "Progress of change Nov 16"], ["Answer calls", "Too slow", "1 2", "• Faster (March 17)"], ["Write letters", "Too long", "3", "Shorter"])
            .Heading(1, "DRAFT ACTION PLAN")
            .Heading(2, "Learning together")
            .Table(Requirements, ["Build one way to audit", "14,6, 13,", "Agree it with:\n• social workers\n• managers", "", "Ready in March 17", "Begun.", "Audits agree"])
            .Line("7")
            .Table(Requirements,
                ["Make practice better", "1 - 17", "Hold sessions", "Head of Service, Practice Development\nAD, Children's Social Care", "March/April 2017", "", ""],
                ["Keep promises", "12,1 3,14", "", "Head of Service, Safeguarding Head of SEND", "Immediate action", "", ""])
            .Heading(2, "Right help, right time")
            .Table(Requirements, ["Open the door", "2 and 4", "", "Jo Hill/ Pat Roe", "Dec → end of March", "", ""])
            .Save());

        Assert.Equal([("Learning together", "Build one way to audit"), ("Learning together", "Make practice better"), ("Learning together", "Keep promises"), ("Right help, right time", "Open the door")], plan.Rows.Select(row => (row.Section!, row.Title)));
        Assert.Equal(["14", "6", "13"], plan.Rows[0].Recommendations);
        Assert.Equal(Enumerable.Range(1, 17).Select(number => $"{number}"), plan.Rows[1].Recommendations);
        Assert.Equal(["12", "13", "14"], plan.Rows[2].Recommendations);
        Assert.Contains(plan.Remarks, remark => remark.ToString().Contains("“1 3” was read as 13", StringComparison.Ordinal));
        Assert.Equal(["Head of Service, Practice Development", "AD, Children's Social Care"], plan.Rows[1].Leads);
        Assert.Equal(["Head of Service, Safeguarding", "Head of SEND"], plan.Rows[2].Leads);
        Assert.Equal(["Jo Hill", "Pat Roe"], plan.Rows[3].Leads);
        Assert.Equal([new(2017, 3, 31), new(2017, 4, 30), new(2017, 2, 13), new(2017, 3, 31)], Enumerable.Range(0, 4).Select(row => plan.Due(row)!.Value));
        Assert.Contains("• social workers", plan.Rows[0].Notes["steps"], StringComparison.Ordinal);
        Assert.Equal(ActionState.InProgress, plan.Rows[0].State);
        Assert.Contains(plan.Remarks, remark => remark.ToString().StartsWith("Table 1, row 1: This table (Improvement Plan", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbered_priorities_keep_their_numbers_their_outcomes_and_their_milestones()
    {
        var plan = Understood.Plan(new WordFile()
            .Heading(1, "1 - Hearing young people:").Bullets("They are heard.", "They decide with us")
            .Table(["", "Priority", "Lead", "Action", "Milestones"],
                ["1.1", "Ask each child", "Ann Bell", "• Write a guide\n• Train staff", "• Guide by Dec 2012\n• Training from January 2013"],
                ["1.2", "Answer each child", "Ann Bell\nTom Carr", "• Keep a list", "• May 2013"])
            .Line("12")
            .Table(["", "Priority", "Lead", "Action", "Milestones"], ["1.10", "Celebrate", "Clare Hall & John Day", "Plan the day", "Ongoing"])
            .Heading(1, "2 - Better homes:").Bullets("Homes are small")
            .Table(["", "Priority", "Lead", "Action", "Milestones"], ["2.1", "Review all homes", "Tom Carr", "", "31.03.13"])
            .Save());

        Assert.Equal(["1.1", "1.2", "1.10", "2.1"], plan.Rows.Select(row => row.Ref));
        Assert.Equal(["1. Hearing young people", "2. Better homes"], plan.Rows.Select(row => row.Section).Distinct());
        Assert.Equal("They are heard; They decide with us", plan.Rows[0].SectionOutcomes);
        Assert.Equal(["Ann Bell", "Tom Carr"], plan.Rows[1].Leads);
        Assert.Equal(["Clare Hall", "John Day"], plan.Rows[2].Leads);
        Assert.Equal([new DateOnly(2013, 1, 31), new DateOnly(2013, 5, 31), null, new DateOnly(2013, 3, 31)], Enumerable.Range(0, 4).Select(plan.Due));
    }

    [Fact]
    public void Recommendations_with_numbered_lists_are_read_without_any_table()
    {
        var plan = Understood.Plan(new WordFile()
            .Line("The report was published on 15 February 2013.")
            .Heading(1, "Recommendation No. 1 - for immediate improvement").Line("Look after every referral.")
            .Heading(2, "Outcomes: what difference will these actions make?").Bullets("Help comes sooner.")
            .Heading(2, "... and how will we know?").Bullets("Monthly audits.")
            .Heading(2, "What we will do").Numbered("Find a manager.", "Read each file.", "Report to the board.")
            .Heading(1, "Recommendation No. 2 - for improvement within 3 months").Line("Ensure that:").Line("a. records are good; and").Line("b. histories are there.")
            .Heading(2, "What we will do (2a)").Numbered("Show a good record.", "Train for it.")
            .Heading(2, "What we will do (2b)").Numbered("Write guidance.")
            .Heading(1, "Revised report for Cabinet").Numbered("The template will be filled in.", "Some data is there.")
            .Save());

        Assert.Equal(["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"], plan.Rows.Select(row => row.Ref));
        Assert.Equal(["2, 2a", "2, 2a", "2, 2b"], plan.Rows.Skip(3).Select(row => string.Join(", ", row.Recommendations)));
        Assert.Equal("1. Look after every referral", plan.Rows[0].Section);
        Assert.Equal(("Help comes sooner", "Monthly audits"), (plan.Rows[0].SectionOutcomes, plan.Rows[0].Measures));
        Assert.Equal([new DateOnly(2013, 2, 15), new DateOnly(2013, 5, 15)], [plan.Due(0), plan.Due(5)]);
    }

    [Fact]
    public void Lettered_parts_with_dates_of_their_own_become_actions_below_theirs()
    {
        string[] headings = ["Ofsted 2017 Recommendation number", "Action", "Action Owner", "Deadline for Completion", "BRAG rating", "Key Performance Indicators", "Outcome"];
        var plan = Understood.Plan(new WordFile().Line("Programme 6, Action Plan 2018/19 - FINAL MAY (4.5.18)").Table(headings,
            ["=1. Lead well\nLead: HR Director and Deputy Director Children's Services"],
            ["1", "Review posts:\na) Write the framework\nb) Ask the staff", "HR Director / DDCS", "a) 31st May 2018\nb) 1st June 2018", "#00B050", "a) 90% stay\nb) Fewer leave", "Better led"],
            ["2 and 3", "Check files", "Strategic Manager Partnerships, Audit and Quality", "30th April 2018", "#FF0000", "75% good", "Learning"],
            ["^", "Decide sooner", "Strategic Manager Assessment", "1st April 2018", "Amber", "^", "^"],
            ["=2. Practise well\nLead: Deputy Director Children's Services"],
            ["=A. Planning Lead: Strategic Manager Children Looked After and Leaving Care"],
            ["11", "1) Meet weekly.\n2) Buy places.", "1) Deputy DCS\n2) Commissioners/ Procurement", "1) 10 March 2018\n2) 30 September 2018", "", "", ""]).Save());

        Assert.Equal(
            [("Review posts", false), ("Write the framework", true), ("Ask the staff", true), ("Check files", false), ("Decide sooner", false), ("1) Meet weekly.\n2) Buy places.", false), ("Meet weekly", true), ("Buy places", true)],
            plan.Rows.Select(row => (row.Title, row.IsPart)));
        Assert.Equal([new(2018, 6, 1), new(2018, 5, 31), new(2018, 6, 1), new(2018, 4, 30), new(2018, 4, 1), new(2018, 9, 30), new(2018, 3, 10), new(2018, 9, 30)], Enumerable.Range(0, 8).Select(row => plan.Due(row)!.Value));
        Assert.Equal([Brag.Green, Brag.Red, Brag.Amber], plan.Rows.Where(row => row.Brag is not null).Select(row => row.Brag!.Value));
        Assert.Equal(["2", "3"], plan.Rows[4].Recommendations);
        Assert.Equal(("75% good", "Learning"), (plan.Rows[4].Measures, plan.Rows[4].Outcome));
        Assert.Equal("HR Director; Deputy Director Children's Services", plan.Rows[0].SectionLead);
        Assert.Equal(("2. Practise well / A. Planning", "Strategic Manager Children Looked After and Leaving Care"), (plan.Rows[5].Section, plan.Rows[5].SectionLead));
        Assert.Equal(["Deputy DCS"], plan.Rows[6].Leads);
        Assert.Equal(["Strategic Manager Partnerships, Audit and Quality"], plan.Rows[3].Leads);
    }

    [Fact]
    public void Two_families_of_tables_in_one_document_are_both_read()
    {
        var plan = Understood.Plan(new WordFile()
            .Line("Theme 1: Knowing our work", isBold: true)
            .Table(["Recommendation", "Munro/ SLAC", "Actions within the recommendations", "Issues/considerations for us", "Proposed Action/Lead", "Timescale", "Progress"],
                ["Inspect the whole journey of a child from the first call", "Munro", "Use a new framework", "Tell the managers", "LSCB Executive to co-ordinate (MBell)", "Early 2013", ""],
                ["Name one social worker who speaks for all of them", "Munro", "", "", "Ann C/ Tom D, but later others", "Recruitment: TBA", "Delayed."])
            .Line("Version 8 – October 2012 Page 1")
            .Line("Theme 1: Knowing our work – SLAC requirement", isBold: true)
            .Table(["Recommendation", "Actions, Issues/ consideration for us", "Progress"], ["Managers help to make outcomes better for children", "Agree targets", "Reports are new."], ["Every child in care can have a visitor of their own", "", "All who want one have one."])
            .Save());

        Assert.Equal(["Theme 1: Knowing our work", "Theme 1: Knowing our work", "Theme 1: Knowing our work – SLAC requirement", "Theme 1: Knowing our work – SLAC requirement"], plan.Rows.Select(row => row.Section));
        Assert.Equal("Inspect the whole journey of a child from the first call", plan.Rows[0].Title);
        Assert.Equal(["LSCB Executive", "MBell"], plan.Rows[0].Leads);
        Assert.Equal(["Ann C", "Tom D"], plan.Rows[1].Leads);
        Assert.Equal(new DateOnly(2013, 3, 31), plan.Due(0));
        Assert.Null(plan.Due(1));
        Assert.Equal("All who want one have one.", plan.Rows[3].Progress);
    }

    [Fact]
    public void A_sheet_with_titles_merged_sections_real_dates_fills_hidden_rows_and_totals_is_read()
    {
        var plan = Understood.Plan(new ExcelFile()
            .Sheet("Plan")
            .Row(1, "Our council").Row(2, "Improvement plan, report published 13 February 2017")
            .Row(4, "Ref", "Action", "Owner", "Due date", "RAG", "Comments")
            .Row(5, "1. Front door")
            .Row(6, 1.8, "Answer calls", "Jo Hill", new DateOnly(2017, 3, 31), Filled.Amber, "Slow")
            .Row(7, 1.9, "Write letters", "Jo Hill", "within 3 months", Filled.Green)
            .Hidden(8, 1.1, "Open doors", "Pat Roe", "31/01/2018", "Red")
            .Row(9, "2. Homes").Row(10, 2.1, "Build homes", new Formula("B3", "Sam Lee"), new Formula("TODAY()", null), Filled.Blue)
            .Row(11, "Total", 4)
            .Merge("A1:F1", "A5:F5", "A9:F9")
            .Sheet("Old plan", isHidden: true).Row(1, "Ref", "Action", "Owner").Row(2, "9.9", "Never", "Nobody")
            .Save(), "plan.xlsx");

        Assert.Equal([("1.8", "1. Front door"), ("1.9", "1. Front door"), ("1.10", "1. Front door"), ("2.1", "2. Homes")], plan.Rows.Select(row => (row.Ref!, row.Section!)));
        Assert.Equal([new DateOnly(2017, 3, 31), new DateOnly(2017, 5, 13), new DateOnly(2018, 1, 31), null], Enumerable.Range(0, 4).Select(plan.Due));
        Assert.Equal([Brag.Amber, Brag.Green, Brag.Red, Brag.Blue], plan.Rows.Select(row => row.Brag!.Value));
        Assert.Equal(ActionState.Complete, plan.Rows[3].State);
        Assert.Equal(["Sam Lee"], plan.Rows[3].Leads);
        Assert.Equal("Slow", plan.Rows[0].Notes["comments"]);
        Assert.Contains(plan.Remarks, remark => remark.ToString().StartsWith("Sheet Plan, cell D10: This formula was saved without its value", StringComparison.Ordinal));
        Assert.Contains(plan.Remarks, remark => remark.ToString().StartsWith("Sheet Old plan: This sheet is hidden", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Text_is_read_whatever_separates_its_cells(char separator)
    {
        var rows = "No;What we will do;Who;By when\n1;\"Ring \"\"home\"\"\nand write\";Jo Hill;March 2018\n2;Café visits;Pat Roe;30/06/2018\n".Replace(';', separator);

        var plan = Understood.Plan(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(rows)), "plan.csv");

        Assert.Equal([("1", "Ring \"home\"\nand write"), ("2", "Café visits")], plan.Rows.Select(row => (row.Ref!, row.Title)));
        Assert.Equal(new DateOnly(2018, 6, 30), plan.Due(1));
    }

    [Fact]
    public void Text_in_two_bytes_a_letter_is_read()
    {
        var bytes = System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes("Action\tLead\tDeadline\r\nAnswer calls – now\tJo Hill\tMay 17\r\n")).ToArray();

        var plan = Understood.Plan(new MemoryStream(bytes), "plan.txt");

        Assert.Equal(("Answer calls – now", new DateOnly(2017, 5, 31)), (Assert.Single(plan.Rows).Title, plan.Due(0)!.Value));
    }

    [Fact]
    public void Rows_of_text_that_hold_but_a_few_words_name_what_comes_below_them()
    {
        var plan = Understood.Plan(Understood.Bytes("Requirement,Lead,When\nFront door,,\nAnswer calls,Jo Hill,03/31/2018\nHomes,,\nBuild homes,Pat Roe,May 2018\n"), "plan.csv");

        Assert.Equal([("Front door", "Answer calls"), ("Homes", "Build homes")], plan.Rows.Select(row => (row.Section!, row.Title)));
        Assert.Contains(plan.Remarks, remark => remark.ToString().StartsWith("Line 3: “03/31/2018” makes sense with the month first only", StringComparison.Ordinal));
    }

    [Fact]
    public void A_person_can_say_what_a_heading_means()
    {
        var file = "Bit of work,Captain,Finish line\nAnswer calls,Jo Hill,May 2018\n";

        var plan = Understood.Plan(Understood.Bytes(file), "plan.csv", "Bit of work=action", "Captain=leads", "Finish line=timescale");

        Assert.Equal(("Answer calls", "Jo Hill", new DateOnly(2018, 5, 31)), (plan.Rows[0].Title, plan.Rows[0].Leads[0], plan.Due(0)!.Value));
    }

    [Fact]
    public void Headings_with_lists_and_fields_in_their_words_are_read()
    {
        var plan = Understood.Plan(new WordFile()
            .Heading(1, "Front door").Numbered("Answer calls. Lead: Jo Hill. By: March 2018.", "Write letters").Bullets("Owner: Pat Roe", "Deadline: 30 June 2018")
            .Heading(1, "Homes").Numbered("Build homes (Lead: Sam Lee; Due: 2019)")
            .Save());

        Assert.Equal([("Front door", "Answer calls.", "Jo Hill"), ("Front door", "Write letters", "Pat Roe"), ("Homes", "Build homes", "Sam Lee")], plan.Rows.Select(row => (row.Section!, row.Title, row.Leads[0])));
        Assert.Equal([new(2018, 3, 31), new(2018, 6, 30), new(2019, 12, 31)], Enumerable.Range(0, 3).Select(row => plan.Due(row)!.Value));
    }
}
