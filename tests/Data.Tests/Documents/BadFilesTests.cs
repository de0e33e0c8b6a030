using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace TeamsPlanBot.Data.Tests.Documents;

public sealed class BadFilesTests
{
    private static readonly byte[] OldBox = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Theory]
    [InlineData("", "plan.docx", "It is empty.")]
    [InlineData("   \n", "plan.txt", "It is empty.")]
    [InlineData("just words", "plan.docx", "It is no Word or Excel file, whatever its ending says.")]
    [InlineData("%PDF-1.7 …", "plan.docx", "It is a PDF")]
    [InlineData("{\\rtf1 hello}", "plan.docx", "It is an RTF file.")]
    [InlineData("<html><table></table></html>", "plan.txt", "It is a web page or XML")]
    [InlineData("Dear all,\nthere is no plan yet.\n", "plan.txt", "It holds neither a table nor headings with numbered lists")]
    public void A_file_that_is_no_plan_is_said_so(string text, string name, string sentence) =>
        Assert.StartsWith(sentence, Understood.Problem(Understood.Bytes(text), name), StringComparison.Ordinal);

    [Fact]
    public void A_file_behind_a_password_is_told_apart_from_an_old_one()
    {
        Assert.StartsWith("It is protected by a password.", Understood.Problem(new MemoryStream([.. OldBox, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage")])), StringComparison.Ordinal);
        Assert.StartsWith("It is an Excel file of before 2007", Understood.Problem(new MemoryStream([.. OldBox, .. new byte[500], .. Encoding.Unicode.GetBytes("Workbook")]), "plan.xls"), StringComparison.Ordinal);
        Assert.StartsWith("It is a Word file of before 2007", Understood.Problem(new MemoryStream([.. OldBox, .. new byte[500], .. Encoding.Unicode.GetBytes("WordDocument")]), "plan.doc"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_said_so_wherever_it_was_cut()
    {
        var whole = SmallPlan().Save().ToArray();

        for (var length = 10; length < whole.Length; length += Math.Max(1, whole.Length / 40))
        {
            Assert.StartsWith("It is damaged or was cut off.", Understood.Problem(new MemoryStream(whole[..length])), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_unpacks_beyond_measure_is_left_early()
    {
        var bomb = Packed("word/document.xml", part =>
        {
            part.Write(Encoding.UTF8.GetBytes("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"));
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)'a');
            for (var megabyte = 0; megabyte < 400; megabyte++)
            {
                part.Write(blanks);
            }
        });

        Assert.StartsWith("It unpacks to far more than a plan ever holds", Understood.Problem(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_with_entities_is_refused_and_nothing_of_it_is_opened()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret words");
        var file = Packed("word/document.xml", part => part.Write(Encoding.UTF8.GetBytes(
            $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file://{secret}\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")));

        Assert.StartsWith("It declares a document type of its own", Understood.Problem(file), StringComparison.Ordinal);
        File.Delete(secret);
    }

    [Fact]
    public void Links_to_elsewhere_are_not_followed()
    {
        var plan = Understood.Plan(new WordFile { Then = main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles", new Uri("http://192.0.2.1/styles.xml")) }
            .Table(["Action", "Lead", "Deadline"], ["Answer calls", "Jo Hill", "May 2018"]).Save());

        Assert.Equal("Answer calls", Assert.Single(plan.Rows).Title);
    }

    [Fact]
    public void Macros_are_passed_over_and_that_is_said()
    {
        var plan = Understood.Plan(new WordFile { Then = main => main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3])) }
            .Table(["Action", "Lead", "Deadline"], ["Answer calls", "Jo Hill", "May 2018"]).Save(), "plan.docm");

        Assert.Contains(plan.Remarks, remark => remark.Sentence == "The file carries macros; they were passed over.");
    }

    [Fact]
    public void More_rows_than_any_plan_has_are_refused()
    {
        var text = new StringBuilder("Action;Lead;Deadline\n");
        for (var row = 0; row <= 200_000; row++)
        {
            text.Append("a;b;c\n");
        }

        Assert.StartsWith("It has more than 200,000 rows", Understood.Problem(Understood.Bytes(text.ToString()), "plan.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void More_columns_than_any_plan_has_are_refused() =>
        Assert.StartsWith("It has more than 500 columns", Understood.Problem(Understood.Bytes(string.Join(';', Enumerable.Repeat("Action", 501)) + "\n"), "plan.csv"), StringComparison.Ordinal);

    [Fact]
    public void A_heading_that_the_document_does_not_have_cannot_be_mapped()
    {
        var (_, problem) = Data.Documents.PlanFile.Open(SmallPlan().Save(), "plan.docx", Data.Documents.ColumnMap.Read(["Key Lead=leads"]).Map!, "sample", null, null);

        Assert.Equal("It has no heading “key lead”; its headings are Action, Deadline, Lead.", problem);
        Assert.StartsWith("There is no column lead; the columns are ref, recommendations, action, leads", Data.Documents.ColumnMap.Read(["Key Lead=lead"]).Problem, StringComparison.Ordinal);
        Assert.StartsWith("“Key Lead” is no mapping", Data.Documents.ColumnMap.Read(["Key Lead"]).Problem, StringComparison.Ordinal);
    }

    private static WordFile SmallPlan() => new WordFile().Table(["Action", "Lead", "Deadline"], ["Answer calls", "Jo Hill", "May 2018"]);

    private static MemoryStream Packed(string part, Action<Stream> write)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var relations = zip.CreateEntry("_rels/.rels").Open())
            {
                relations.Write(Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{part}\"/></Relationships>"));
            }

            using var content = zip.CreateEntry(part, CompressionLevel.Optimal).Open();
            write(content);
        }

        file.Position = 0;
        return file;
    }
}
