namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What a word may be, by itself. What no word of a message has, no rule needs to look for.</summary>
[Flags]
internal enum Traits : ulong
{
    None = 0,

    // Of words that people use for other things than names.
    Little = 1UL << 0,
    Ordinary = 1UL << 1,
    Generic = 1UL << 2,
    Joining = 1UL << 3,
    Loose = 1UL << 4,
    Month = 1UL << 5,
    Known = 1UL << 6,
    Abbreviation = 1UL << 7,
    Figure = 1UL << 8,
    Lexical = 1UL << 9,

    // Of messages that mean one thing as a whole: each of their words is of the kind.
    Greets = 1UL << 10,
    Thanks = 1UL << 11,
    ThanksAlone = 1UL << 12,
    Wellbeing = 1UL << 13,
    Helps = 1UL << 14,
    AsksWho = 1UL << 15,
    Plans = 1UL << 16,
    More = 1UL << 17,

    // Of news: what points to an action without a reference.
    Points = 1UL << 20,

    // Of lists, and of no indicator.
    ForLists = 1UL << 21,

    // Of what goes on from the last question.
    Narrows = 1UL << 22,
    Ones = 1UL << 23,
    Full = 1UL << 42,

    // Of a denial.
    Not = 1UL << 44,

    // Of politeness: what a message may be wrapped in.
    Wraps = 1UL << 43,

    // Of lists.
    Mentions = 1UL << 24,
    Purpose = 1UL << 25,
    Recommends = 1UL << 26,
    LacksLead = 1UL << 27,
    LacksDate = 1UL << 28,
    Counts = 1UL << 29,
    LeavesOut = 1UL << 30,
    Unrated = 1UL << 31,
    Denies = 1UL << 32,
    Due = 1UL << 33,
    State = 1UL << 34,
    Rating = 1UL << 35,
    NotYours = 1UL << 36,
    Mine = 1UL << 37,
    Actions = 1UL << 38,
    Seeks = 1UL << 39,
    Leads = 1UL << 40,
    Stale = 1UL << 41,
    Opens = 1UL << 45,
}
