using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Privacy;

/// <summary>What must not stand in words about services, because it tells who one child or family is.</summary>
public enum Identifying
{
    NhsNumber,
    NationalInsuranceNumber,
    DateOfBirth,
    HomeAddress,
}

/// <summary>Finds in words what tells who one child or family is: numbers, dates of birth and addresses, never names.</summary>
public static partial class ChildData
{
    private const int NhsDigits = 10;
    private const int Patience = 1000;
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    /// <summary>What these words hold of it, each once; empty where they hold nothing.</summary>
    public static IReadOnlyList<Identifying> In(string? words)
    {
        // Without figures there is none of it.
        if (words is null || !words.AsSpan().ContainsAnyInRange('0', '9') && !words.Any(char.IsDigit))
        {
            return [];
        }

        var plain = Plain(words);
        var found = new List<Identifying>();
        Add(Identifying.NhsNumber, NhsNumber().Matches(plain).Any(match => IsNhsNumber(match.Value)));
        Add(Identifying.NationalInsuranceNumber, NationalInsuranceNumber().IsMatch(plain));
        Add(Identifying.DateOfBirth, DateOfBirth().IsMatch(plain));
        Add(Identifying.HomeAddress, Postcode().IsMatch(plain) && (AddressBefore().Matches(plain).Any(IsHouse) || AddressAfter().IsMatch(plain)));
        return found;

        void Add(Identifying what, bool isThere)
        {
            if (isThere)
            {
                found.Add(what);
            }
        }
    }

    /// <summary>What was found, as it is told to a person: what it is, and nothing of it.</summary>
    public static string InWords(IReadOnlyList<Identifying> found) => string.Join(" and ", found.Select(what => what switch
    {
        Identifying.NhsNumber => "what looks like an NHS number",
        Identifying.NationalInsuranceNumber => "what looks like a National Insurance number",
        Identifying.DateOfBirth => "somebody’s date of birth",
        _ => "a house number with its postcode",
    }));

    /// <summary>Ten figures whose last one checks the others (modulus 11).</summary>
    public static bool IsNhsNumber(string written)
    {
        var digits = written.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToList();
        if (digits.Count != NhsDigits)
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < NhsDigits - 1; at++)
        {
            sum += digits[at] * (NhsDigits - at);
        }

        return (11 - (sum % 11)) % 11 == digits[^1];
    }

    // Figures of other scripts and wide ones are read as figures; what cannot be seen between them is passed over.
    private static string Plain(string words)
    {
        var plain = new System.Text.StringBuilder(words.Length);
        foreach (var letter in words.Normalize(System.Text.NormalizationForm.FormKC))
        {
            if (char.IsDigit(letter))
            {
                plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)));
            }
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
            {
                plain.Append(letter is '‐' or '‑' or '–' or '—' or '−' ? '-' : char.IsWhiteSpace(letter) && letter is not '\n' ? ' ' : letter);
            }
        }

        return plain.ToString();
    }

    // "4.3: 12 staff …" and "since 2012 …" tell no house.
    private static bool IsHouse(Match match) =>
        int.Parse(match.Groups["house"].ValueSpan, CultureInfo.InvariantCulture) is var number and > 0 && number is < FirstYear or > LastYear;

    [GeneratedRegex("""(?<![\d.,/])(?:\d{10}|\d{3}[ .-]{1,2}\d{3}[ .-]{1,2}\d{4}|\d{3}[ -]\d{7}|\d{6}[ -]\d{4}|\d{5}[ -]\d{5}|\d(?:[ -]\d){9})(?![\d/])(?![.,]\d)""", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex NhsNumber();

    [GeneratedRegex("""(?<![A-Z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?[A-D](?![A-Z0-9])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex NationalInsuranceNumber();

    [GeneratedRegex(
        """
        (?:\b(?:(?<!\b(?:new|still|un)[\s-]?)born|dob|date\s+of\s+birth|birthday|birth[\s-]?date)\b|\bd\.\s?o\.\s?b\b)[^\n!?;]{0,40}?(?:\b\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?(?:\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]+(?:\d{4}|\d{2})\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.]+\d{1,2}(?:st|nd|rd|th)?[\s,]+\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)
        | (?:\b\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?(?:\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]+(?:\d{4}|\d{2})\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.]+\d{1,2}(?:st|nd|rd|th)?[\s,]+\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)[^\n!?;]{0,25}?(?:\b(?:(?<!\b(?:new|still|un)[\s-]?)born|dob|date\s+of\s+birth|birthday|birth[\s-]?date)\b|\bd\.\s?o\.\s?b\b)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex DateOfBirth();

    [GeneratedRegex("""\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Postcode();

    // "12 High Street, Leicester LE1 1AA", "Flat 3a, LE1 1AA"
    [GeneratedRegex(
        """
        (?<![\d.,/£%-])(?<house>\d{1,4})[a-z]?(?![\d%:/]|[.]\d)
        (?!\s*(?:st|nd|rd|th)\b)(?!\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b)(?!\s+(?:of|per|out|days?|weeks?|months?|years?|hours?|children|families|visits?|staff|workers?|people|cases|sessions|times|places|places|schools?|homes?|referrals?|contacts?|young)\b)
        [\s,]+(?:[^\n!?;:.]{0,60}?[\s,])??[A-Z]{1,2}\d[A-Z\d]?\ ?\d[ABD-HJLNP-UW-Z]{2}\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex AddressBefore();

    // "LE1 1AA, number 12", "postcode LE1 1AA house 12"
    [GeneratedRegex("""\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}[ ,]{1,3}(?:at )?(?:house|flat|number|no\.?|nr\.?)? ?#?\d{1,4}[a-z]?(?![\d%:/]|[.]\d| (?:of|per|days?|weeks?|months?|years?|children|families|visits?|staff|workers?|people|cases)\b)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex AddressAfter();
}
