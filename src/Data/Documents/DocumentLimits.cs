namespace TeamsPlanBot.Data.Documents;

/// <summary>How large a document may be: more than any plan, and less than what would hold up everybody else.</summary>
internal static class DocumentLimits
{
    public const int MostRows = 200_000;
    public const int MostActions = 50_000;
    public const int MostColumns = 500;
    public const int MostCells = 6_000_000;
    public const long MostBytesOfFile = 100L << 20;
    public const long MostBytesUnpacked = 300L << 20;
    public const long MostLettersKept = 80L << 20;

    public static UnreadableDocumentException TooManyRows => new($"It has more than {MostRows:N0} rows, which no plan has. Keep the plan's own rows and bring it again.");

    public static UnreadableDocumentException TooManyActions => new($"It has more than {MostActions:N0} actions. So many are imported from canonical CSV, which needs no memory for them.");

    public static UnreadableDocumentException TooManyColumns => new($"It has more than {MostColumns} columns, which no plan has. Keep the plan's own columns and bring it again.");

    public static UnreadableDocumentException TooLarge => new("It unpacks to far more than a plan ever holds, so it was not read further. Save the plan anew, without pictures and unused sheets.");
}
