using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>An action while its row, and what goes on below it, are read.</summary>
internal sealed class DraftAction(string place, DraftSection? section)
{
    private readonly Dictionary<ColumnMeaning, string> cells = [];

    public string Place => place;

    public DraftSection? Section { get; set; } = section;

    public Brag? Fill { get; set; }

    public bool IsRealDate { get; set; }

    public bool IsStruck { get; set; }

    /// <summary>The cell of the timescale was lost on the page, and its words may stand among the steps.</summary>
    public bool LostTimes { get; set; }

    public Dictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    public string this[ColumnMeaning meaning]
    {
        get => cells.GetValueOrDefault(meaning, "");
        set => cells[meaning] = value;
    }

    /// <summary>Goes on with what stands in a column already.</summary>
    public void Append(ColumnMeaning meaning, string words)
    {
        var before = this[meaning];
        this[meaning] = Joined(before, words);
    }

    public void AppendNote(string heading, string words) => Notes[heading] = Joined(Notes.GetValueOrDefault(heading, ""), words);

    // What a page cut in the middle of a sentence is one line again.
    private static string Joined(string before, string words) =>
        before.Length == 0 ? words : words.Length == 0 ? before : $"{before}{(char.IsLower(words[0]) || before[^1] is ',' or '&' or '-' ? " " : "\n")}{words}";
}
