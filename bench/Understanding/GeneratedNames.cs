using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.UnderstandingBench;

/// <summary>The names of many councils' plans: a tenth of them plans, the others services, leads, sections and indicators as councils call them.</summary>
internal sealed class GeneratedNames
{
    private static readonly string[] Areas =
    [
        "Fostering", "Adoption", "Early Help", "Front Door", "Safeguarding", "Children in Care", "Leaving Care", "Youth Justice", "Virtual School", "Child Protection", "Family Support", "Disabilities",
        "Assessment", "Permanence", "Placements", "Commissioning", "Advocacy", "Missing and Exploited", "Contact and Referral", "Kinship", "Emotional Wellbeing", "Special Needs", "Domestic Abuse",
        "Workforce", "Quality Assurance", "Participation", "Residential Homes", "Court Work", "Transition", "Edge of Care",
    ];

    private static readonly string[] Bodies = ["Team", "Service", "Hub", "Panel", "Partnership", "Unit", "Project", "Group"];

    private static readonly string[] Roles = ["Head of Service", "Service Manager", "Team Manager", "Assistant Director", "Strategic Lead", "Operations Manager", "Practice Lead", "Principal Officer"];

    private static readonly string[] Starts = ["Ash", "Beck", "Brad", "Cald", "Dun", "East", "Fern", "Glen", "Hart", "Kirk", "Lang", "Mar", "Nor", "Old", "Pen", "Quarn", "Roth", "Stan", "Thorn", "Wal", "West", "York"];

    private static readonly string[] Ends = ["borough", "bury", "by", "combe", "dale", "field", "ford", "ham", "leigh", "ley", "mere", "mouth", "shire", "stead", "ton", "wick", "worth"];

    private static readonly string[] FirstNames =
    [
        "Aisha", "Alan", "Anne", "Bethan", "Carys", "Colin", "Deepa", "Doreen", "Edwin", "Emrys", "Farah", "Gareth", "Gillian", "Graham", "Imran", "Joanna", "Judith", "Kwame", "Linda", "Lucy", "Martin",
        "Moira", "Naresh", "Nicki", "Owen", "Paula", "Priya", "Rhys", "Sarah", "Simon", "Tess", "Tomasz", "Usha", "Vera", "Winston", "Yasmin",
    ];

    private readonly Random chance = new(20);

    public GeneratedNames(int count)
    {
        var things = new List<NamedThing>(count);
        for (var i = 0; i < count; i++)
        {
            var plan = i / 20;
            var place = Place(plan);
            var (kind, name) = (i % 20) switch
            {
                0 => (NameKind.Plan, $"{place} improvement plan {2010 + (plan % 15)}"),
                1 => (NameKind.Plan, place.ToLowerInvariant()),
                < 7 => (NameKind.Service, $"{One(Areas)} {One(Bodies)}{(i % 3 == 0 ? $" {place}" : "")}"),
                < 11 => (NameKind.Lead, $"{One(FirstNames)} {One(Starts)}{One(Ends)}{(i % 5 == 0 ? $"-{One(Starts)}{One(Ends)}" : "")}"),
                < 14 => (NameKind.Lead, $"{One(Roles)}, {One(Areas)}{(i % 2 == 0 ? $" {place}" : "")}"),
                < 17 => (NameKind.Section, $"{One(Areas)} and {One(Areas)}"),
                17 => (NameKind.Section, $"section {(plan % 14) + 1}"),
                _ => (NameKind.Indicator, $"{One(Areas)} {(i % 2 == 0 ? "referrals" : "visits")} within {(plan % 60) + 1} days"),
            };
            things.Add(new NamedThing(kind, i + 1, plan + 1, name));
        }

        Things = things;
    }

    public IReadOnlyList<NamedThing> Things { get; }

    private static string Place(int plan) => $"{Starts[plan % Starts.Length]}{Ends[plan / Starts.Length % Ends.Length]}{(plan >= Starts.Length * Ends.Length ? Ends[plan / (Starts.Length * Ends.Length) % Ends.Length] : "")}";

    private string One(string[] of) => of[chance.Next(of.Length)];
}
