namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Board report for Stockton Q2 2013/14", "export Somerset", "import a plan".</summary>
internal static class FileRules
{
    private static readonly Saying[] Reports = ["board/quarterly/cabinet/scrutiny/monthly/annual/improvement/partnership/committee/word report/reports", "make/create/generate/produce/build/write/prepare/draft/run/get/need/want/download ~ report/reports", "make/create/generate/produce/build/write/prepare/draft/run ~ board/quarterly/cabinet/scrutiny/monthly report", "report for", "report of"];

    private static readonly Saying[] Pages = ["plan/plans/report/summary on a/one/1 page", "one/1/single page plan/report/summary/overview"];

    /// <summary>"Plan on a page for Leeds".</summary>
    public static Understood? Page(Reading reading, Names names, Speaker speaker)
    {
        reading.Kind = "report";
        if (References.Stand(reading) || !Sayings.Take(reading, Pages))
        {
            return Afresh(reading);
        }

        reading.Rules.Add("plan on a page");
        Sayings.TakeAll(reading, "make/create/generate/produce/build/write/prepare/draft/run/download/export/get/need/want/show/give/send", "as? a? word document?", "board/report/document");
        var about = AboutReader.Read(reading, names, speaker, "report", word => word is "document" or "doc" or "copy");
        return about.About is not { } of ? about.Refused ?? Afresh(reading)
            : of.Scope.Plans.Count == 0 ? new Understood(new Request.Impossible("report", "Which plan do you want on a page? Say, for example: plan on a page for Leeds.", []), "", reading.Rules)
            : new Understood(new Request.MakeReport(of, null, OnAPage: true), $"{of.Name} on a page", reading.Rules);
    }

    public static Understood? Report(Reading reading, Names names, Speaker speaker, Core core)
    {
        // "when is the board report due" asks about an action, "report 4.3 done" is news.
        if ((core.Asks && reading.At(core.First) is not ("can" or "could" or "may" or "board" or "quarterly" or "make" or "report")) || References.Stand(reading) || Sayings.Stand(reading, "due/overdue/late/received/statement/action/actions"))
        {
            return null;
        }

        reading.Kind = "report";
        if (Sayings.At(reading, core.First, "report to/that/back/progress") > 0 || !Sayings.Take(reading, Reports))
        {
            return Afresh(reading);
        }

        Sayings.TakeAll(reading, "make/create/generate/produce/build/write/prepare/draft/run/download", "as? a? word document?", "as? docx", "report", "board/quarterly/cabinet/scrutiny/monthly/annual", "next");
        reading.Rules.Add("board report");
        var period = PeriodFinder.Find(reading);
        if (period is var (_, start, count))
        {
            reading.Place(start, count);
        }

        var about = AboutReader.Read(reading, names, speaker, "report", word => word is "period" or "quarter" or "covering" or "up" or "document" or "doc" or "meeting");
        if (about.About is not { } of)
        {
            return about.Refused ?? Afresh(reading);
        }

        return of.Scope.Plans.Count == 0
            ? new Understood(new Request.Impossible("report", "Which plan is the report of? Say, for example: board report for Leeds.", []), "", reading.Rules)
            : new Understood(new Request.MakeReport(of, period?.Period), $"Board report of {of.Name}{(period is { } named ? $" for {named.Period.Words}" : "")}", reading.Rules);
    }

    public static Understood? Export(Reading reading, Names names, Speaker speaker, Core core)
    {
        var isVerb = Sayings.At(reading, core.First, "export/download", "how ~ i/we export/download") > 0;
        reading.Kind = "export";
        if (References.Stand(reading) || !(isVerb || (Sayings.Stand(reading, "as/in/to/into a/an? csv/excel/xlsx/spreadsheet/file", "csv/excel/xlsx/spreadsheet of/for/file?") && (!core.Asks || Sayings.At(reading, core.First, "can/could/may") > 0) && Sayings.At(reading, core.First, "send/give/get/have/show/save/list/i/can/could/may/plan/the/excel/csv/spreadsheet") > 0)))
        {
            return null;
        }

        reading.Rules.Add("export");
        var asCsv = Sayings.Stand(reading, "csv");
        Sayings.TakeAll(reading, "export/exports/download", "as/in/to/into a/an? csv/excel/xlsx/spreadsheet/file", "csv/excel/xlsx/spreadsheet file?", "actions/indicators/progress", "how", "save", "file", "format");
        var about = AboutReader.Read(reading, names, speaker, "export", word => word is "as" or "into" or "data" or "file" or "copy" or "full" or "whole" or "save", isMarked: isVerb);
        return about.About is { } of ? new Understood(new Request.ExportPlan(of, asCsv), of.Name.Length > 0 ? $"Export of {of.Name}" : "Export", reading.Rules) : about.Refused ?? Afresh(reading);
    }

    public static Understood? Import(Reading reading, Core core)
    {
        if (References.Stand(reading) || Sayings.At(reading, core.First, "import/upload/importing/uploading", "load a/the/this/our/new", "how ~ i/we import/upload/load", "i have a? new? plan/file to import/upload") == 0
            || (Sayings.At(reading, core.First, "import/upload/importing/uploading") == core.End - 1 && core.End - core.First > 1))
        {
            return null;
        }

        for (var at = core.First; at < core.End; at++)
        {
            if (reading.At(at) is "plan" or "plans" or "file" or "spreadsheet" or "csv" or "excel" or "indicators" or "progress" or "actions" or "this" or "it" or "data" or "document" or "word" or "xlsx" or "docx")
            {
                return new Understood(new Request.ImportPlan(), "Import a plan", ["import"]);
            }
        }

        return core.End - core.First == 1 ? new Understood(new Request.ImportPlan(), "Import a plan", ["import"]) : null;
    }

    private static Understood? Afresh(Reading reading)
    {
        reading.StartAfresh();
        return null;
    }
}
