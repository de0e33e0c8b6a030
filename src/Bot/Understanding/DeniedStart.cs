using System.Text.RegularExpressions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Tells whether the words of a post say themselves that nothing has begun: then they begin nothing.</summary>
public static partial class DeniedStart
{
    public static bool In(string words) => Denial().IsMatch(words);

    // "not all have started" says that some have.
    [GeneratedRegex(
        """
        \b(?:not|hasn['’]?t|haven['’]?t|didn['’]?t|isn['’]?t|aren['’]?t|wasn['’]?t|won['’]?t|can['’]?t|cannot|couldn['’]?t|never|nobody\s+has|none\s+of\s+(?:it|this)\s+has|nothing\s+has|no\s+one\s+has)
        (?!\s+(?:all|every|everyone|only|just)\b)(?:\s+(?:yet|been|even|actually|properly|really|formally|be|able|to|we|it|they|has|have)){0,4}\s+(?:start(?:ed)?|begun|began|begin|commenced?|launched|kicked\s+off|underway|under\s+way)\b
        | \b(?:yet|still|waiting|unable)\s+to\s+(?:be\s+)?(?:start(?:ed)?|begin|begun|commenced?)\b
        | \bunstarted\b
        | \bno\s+(?:progress|movement|start)\b
        | \bno\s+(?:work|action|activity)\s+(?:has|yet|so\s+far|done|taken|started|begun|to\s+date)\b
        | \bnothing\s+(?:has\s+|yet\s+)?(?:been\s+)?(?:to\s+report|done|started|happened|begun|yet|so\s+far)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Denial();
}
