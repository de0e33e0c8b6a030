using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>Arranges digests and nudges as somebody asks: whoever may see something may have it told, and only where all may see it who read it there.</summary>
public sealed class DigestAnswers(DigestStore digests, Recorder recorder, PeopleMet people, ConversationStore conversations, BoardQuestions boards, NamesBook namesBook)
{
    private const int DaysStoppedShown = 30;
    private const int MostButtonsFor = 2;
    private const int MostBoards = 8;

    private static readonly Choice Example = new("Every Monday at 9am", "send this channel a digest every Monday at 9am");

    /// <summary>Whether it is for here to answer.</summary>
    public static bool Handles(Request request) => request
        is Request.Subscribe or Request.ListDigests or Request.StopDigest or Request.PauseDigest or Request.ChangeDigest or Request.ArrangeDigest or Request.SetNudges;

    public async Task<Answer> AnswerAsync(Understood understood, Circumstances now, CancellationToken cancelled) => understood.Request switch
    {
        Request.Subscribe wanted => await SubscribeAsync(wanted, understood.Words, now, cancelled),
        Request.ListDigests => await ListAsync(understood.Words, now, cancelled),
        Request.StopDigest stop => await ArrangeAsync(stop.About, stop.Number, stop.All, "digest-stop", "stop", understood.Words, now, (digest, _) => Stop(digest, now), cancelled),
        Request.PauseDigest pause => await ArrangeAsync(pause.About, pause.Number, false, pause.Intent, Verb(pause.Pausing), understood.Words, now, (digest, meetings) => Pause(digest, pause, meetings, now), cancelled),
        Request.ChangeDigest change => await ChangeAsync(change, understood.Words, now, cancelled),
        Request.ArrangeDigest form => new DigestForm(form.Filled, form.Fault)
        {
            Intent = "digest",
            Understood = "A form for a digest",
            Headline = form.Fault is null ? "A digest for this conversation" : "Not arranged yet",
        },
        Request.SetNudges nudges => await NudgesAsync(nudges, understood.Words, now, cancelled),
        _ => throw new InvalidOperationException($"{understood.Request.GetType().Name} arranges no digest."),
    };

    /// <summary>The digest that is asked for now: the one of this conversation, or what it is about just once.</summary>
    public async Task<(ToldDigest? Told, Answer? Refused)> NowAsync(Request.SendDigest asked, Circumstances now, CancellationToken cancelled)
    {
        var (found, refused) = await MeantAsync(asked.About, asked.Number, all: false, "digest-now", "send", now, cancelled);
        return found is [var digest] ? (ToldDigest.Of(digest, now.Message.At), null)
            : refused is { Problem.Code: Problem.Ambiguous } || asked.Number is not null ? (null, refused)
            : (ToldDigest.Once(asked.About, now.Message.At), null);
    }

    private async Task<Answer> SubscribeAsync(Request.Subscribe wanted, string words, Circumstances now, CancellationToken cancelled)
    {
        var by = now.Message.By;
        var (here, viewer, names) = (now.Conversation.Key, now.Viewer, now.Names);
        if (wanted.ToMe && now.Conversation.Kind != ConversationKind.Personal)
        {
            if (await people.FindAsync(by.Key, cancelled) is not { Chat: { } chat })
            {
                return Refusal("digest", Problem.NotFound, "I have no personal chat with you yet, so I cannot send it there. Open one, say hello, and ask again.", []);
            }

            (here, viewer) = (chat, now.Viewer with { Key = by.Key });
            names = await namesBook.ForAsync(viewer, cancelled);
        }

        // What is told somewhere must be for those who read it there.
        if (!IsSeen(wanted.About, names))
        {
            return Refusal("digest", Problem.NotFound, "There is nothing of that name that you can see. Ask which plans there are.", [new Choice("Which plans are there?", "Which plans are there?")]);
        }

        var rhythm = wanted.Rhythm;
        if (rhythm.Board is { } board)
        {
            var (found, refused) = await BoardAsync(board, rhythm, wanted.About, viewer, names, words, now, cancelled);
            if (refused is not null)
            {
                return refused;
            }

            rhythm = found!;
        }

        rhythm = rhythm.Every == Every.Fortnight ? rhythm with { From = now.Today } : rhythm;
        var next = Schedule.Next(rhythm, now.Message.At, await MeetingsAsync(rhythm, viewer, cancelled));
        var about = RhythmJson.Write(wanted.About);
        var taken = await recorder.TakeAsync(
            now.Message,
            async ledger =>
            {
                var entry = await ledger.SubscribeAsync(
                    () =>
                    {
                        var digest = new Digest
                        {
                            ConversationKey = here,
                            PersonKey = by.Key,
                            PersonName = by.Name ?? "somebody",
                            SignIn = now.Viewer.SignIn,
                            IsGuest = viewer.IsGuest,
                            PlanId = names.Things.Any(thing => thing.Kind == NameKind.Plan && thing.Id == (now.Last?.Plan ?? now.Conversation.PlanId)) ? now.Last?.Plan ?? now.Conversation.PlanId : null,
                            Question = wanted.Question,
                            About = about,
                            Rhythm = RhythmJson.Write(rhythm),
                            MadeAt = now.Message.At,
                        };
                        digest.Schedule(next);
                        return digest;
                    },
                    written => RhythmJson.ReadRhythm(written) is var other && RhythmWords.Of(other) == RhythmWords.Of(rhythm) && other.BoardOf == rhythm.BoardOf);
                return (Answer)Subscribed((Entry.Arranged)entry, wanted.ToMe, words);
            },
            Written,
            cancelled);
        return Of(taken);
    }

    private static Advice Subscribed(Entry.Arranged arranged, bool toMe, string words)
    {
        var digest = arranged.Digest;
        var rhythm = RhythmJson.ReadRhythm(digest.Rhythm);
        return new Advice(
            [
                DigestWords.Next(digest),
                arranged.IsChanged ? DigestWords.Tells(digest.Question) : "It was arranged so already; there is still one.",
                DigestWords.OnBankHolidays(rhythm),
            ],
            [new Choice("Send it now", $"send digest {digest.Id} now"), new Choice("Stop it", $"stop digest {digest.Id}")])
        {
            Intent = "digest",
            Understood = words,
            Headline = $"A digest {(digest.Question.Length > 0 ? "of" : "for")} {DigestWords.Name(digest)}, {RhythmWords.Of(rhythm)}, {(toMe ? "to you" : "here")}",
        };
    }

    private async Task<Answer> ListAsync(string words, Circumstances now, CancellationToken cancelled)
    {
        // Those of everybody are shown to who looks after the bot, and where nobody else reads them.
        var all = (now.Message.By.IsAdministrator || now.Viewer.SeesAll) && now.Conversation.Kind == ConversationKind.Personal;
        var found = await digests.ListAsync(all ? null : now.Conversation.Key, MayShowElsewhere(now) ? now.Message.By.Key : null, now.Message.At.AddDays(-DaysStoppedShown), cancelled);
        var rows = new List<Row>();
        foreach (var standing in found)
        {
            rows.Add(await RowAsync(standing, all, now, cancelled));
        }

        return new Overview(
        [
            new Passage.Lines("", found.Count == 0 ? ["Ask for one: “send this channel a digest for First Response every Monday at 9am”, or press the button below."] : []),
            new Passage.Rows("", rows),
            new Passage.Lines("", found.Count > 0 ? ["Say “stop digest”, “pause digest”, “resume digest” or “send digest” with its number, or “change digest 1 to every Friday at 10am”."] : []),
        ])
        {
            Intent = "digests",
            Understood = words,
            Headline = found.Count == 0 ? "No digests" : $"{Wording.Count(found.Count, "digest")}{(all ? " in all conversations" : "")}",
            Total = found.Count,
            Further = [.. found.Where(standing => standing.Digest.StoppedAt is null).Take(MostButtonsFor).SelectMany(standing => Presses(standing.Digest)), new Button("New digest", Asks: new Request.ArrangeDigest(ArrangedDigest.Usual))],
        };
    }

    private static IEnumerable<Button> Presses(Digest digest) =>
    [
        digest.PausedAt is null ? new Button($"Pause digest {digest.Id}", Says: $"pause digest {digest.Id}") : new Button($"Resume digest {digest.Id}", Says: $"resume digest {digest.Id}"),
        new Button($"Stop digest {digest.Id}", Says: $"stop digest {digest.Id}"),
    ];

    private async Task<Row> RowAsync(DigestStanding standing, bool all, Circumstances now, CancellationToken cancelled)
    {
        var digest = standing.Digest;
        var isSeen = IsSeen(RhythmJson.ReadAbout(digest.About), now.Names);
        var where = digest.ConversationKey == now.Conversation.Key ? "here"
            : await conversations.FindAsync(digest.ConversationKey, cancelled) switch
            {
                { Kind: ConversationKind.Personal } => digest.PersonKey == now.Message.By.Key ? "in your personal chat" : "in a personal chat",
                { Name: { Length: > 0 } name } => $"in {name}",
                { Kind: ConversationKind.Channel } => "in a channel",
                { } => "in a group chat",
                null => "in another conversation",
            };
        var last = DigestWords.Last(standing.Last);
        return new Row(
            $"{digest.Id}",
            isSeen ? Wording.Sentence(DigestWords.Name(digest)) : "Of something you may not see",
            [new Phrase($"{Wording.Sentence(DigestWords.Often(digest))}, {where}")],
            [DigestWords.Next(digest), .. last is null ? Array.Empty<string>() : [last], $"Asked for by {digest.PersonName} on {Dates.InWords(DateOnly.FromDateTime(London.Shown(digest.MadeAt)))}{(all && digest.IsGuest ? ", a guest" : "")}"]);
    }

    private async Task<Answer> ArrangeAsync(About about, int? number, bool all, string intent, string verb, string words, Circumstances now, Func<Digest, IReadOnlyList<DateOnly>, bool> change, CancellationToken cancelled)
    {
        var (found, refused) = await MeantAsync(about, number, all, intent, verb, now, cancelled);
        if (found.Count == 0)
        {
            return refused!;
        }

        var meetings = new Dictionary<int, IReadOnlyList<DateOnly>>();
        foreach (var digest in found)
        {
            meetings[digest.Id] = await MeetingsAsync(RhythmJson.ReadRhythm(digest.Rhythm), ViewerOf(digest, now), cancelled);
        }

        var taken = await recorder.TakeAsync(
            now.Message,
            async ledger => (Answer)Arranged(await ledger.ArrangeAsync([.. found.Select(digest => digest.Id)], digest => change(digest, meetings[digest.Id])), intent, words),
            Written,
            cancelled);
        return Of(taken);
    }

    private static Advice Arranged(IReadOnlyList<Entry.Arranged> arranged, string intent, string words) => new(
        [
            .. arranged.Select(one => $"{(arranged.Count > 1 ? $"{Wording.Sentence(DigestWords.Name(one.Digest))}, {DigestWords.Often(one.Digest)}: " : "")}{(one.IsChanged ? "" : "it was so already. ")}{DigestWords.Next(one.Digest)}"),
        ],
        arranged is [{ Digest: { StoppedAt: null, PausedAt: not null } paused }] ? [new Choice("Resume it", $"resume digest {paused.Id}")]
            : arranged is [{ IsChanged: true, Digest.StoppedAt: not null }] ? [new Choice("Undo", "undo")]
            : [])
    {
        Intent = intent,
        Understood = words,
        Headline = arranged is [var only] ? $"{Wording.Sentence(DigestWords.Name(only.Digest))}, {DigestWords.Often(only.Digest)}: {State(only.Digest)}" : $"{Wording.Count(arranged.Count, "digest")}: {State(arranged[0].Digest)}",
    };

    private static string State(Digest digest) => digest switch
    {
        { StoppedAt: not null } => "stopped",
        { PausedAt: not null } => "paused",
        { NextAt: { } next } => $"next on {DigestWords.When(next)}",
        _ => "waits for a board’s next date",
    };

    private static bool Stop(Digest digest, Circumstances now)
    {
        var isNew = digest.StoppedAt is null;
        digest.Stop(now.Message.At);
        return isNew;
    }

    private static bool Pause(Digest digest, Request.PauseDigest pause, IReadOnlyList<DateOnly> meetings, Circumstances now)
    {
        var rhythm = RhythmJson.ReadRhythm(digest.Rhythm);
        switch (pause.Pausing)
        {
            case Pausing.Pause when digest.PausedAt is null:
                digest.Pause(now.Message.At);
                return true;
            case Pausing.Snooze when digest is { NextAt: { } next, PausedAt: null }:
                var until = pause.Until is { } day ? London.Moment(day, TimeOnly.MinValue).AddTicks(-1) : next;
                if (until < next)
                {
                    return false;
                }

                digest.Schedule(Schedule.Next(rhythm, until, meetings));
                return true;
            case Pausing.Resume when digest.PausedAt is not null:
                digest.Resume(Schedule.Next(rhythm, now.Message.At, meetings));
                return true;
            default:
                return false;
        }
    }

    private async Task<Answer> ChangeAsync(Request.ChangeDigest change, string words, Circumstances now, CancellationToken cancelled)
    {
        var wanted = change.Rhythm;
        if (wanted.Board is { } board)
        {
            var (found, refused) = await BoardAsync(board, wanted, change.About, now.Viewer, now.Names, words, now, cancelled);
            if (refused is not null)
            {
                return refused;
            }

            wanted = found!;
        }

        wanted = wanted.Every == Every.Fortnight ? wanted with { From = now.Today } : wanted;
        var newMeetings = await MeetingsAsync(wanted, now.Viewer, cancelled);
        return await ArrangeAsync(
            change.About, change.Number, all: false, "digest", "change", words, now,
            (digest, meetings) =>
            {
                var before = RhythmJson.ReadRhythm(digest.Rhythm);
                var rhythm = change.TimeOnly ? before with { At = wanted.At } : wanted;
                var written = RhythmJson.Write(rhythm);
                if (written == digest.Rhythm)
                {
                    return false;
                }

                digest.Rhythm = written;
                digest.Schedule(Schedule.Next(rhythm, now.Message.At, change.TimeOnly ? meetings : newMeetings));
                return true;
            },
            cancelled);
    }

    // What is here comes before what the person asked for elsewhere.
    private async Task<(IReadOnlyList<Digest> Found, Answer? Refused)> MeantAsync(About about, int? number, bool all, string intent, string verb, Circumstances now, CancellationToken cancelled)
    {
        var everybodys = number is not null && (now.Message.By.IsAdministrator || now.Viewer.SeesAll) && now.Conversation.Kind == ConversationKind.Personal;
        var known = (await digests.ListAsync(everybodys ? null : now.Conversation.Key, MayShowElsewhere(now) ? now.Message.By.Key : null, now.Message.At, cancelled))
            .Select(standing => standing.Digest).Where(digest => digest.StoppedAt is null).ToList();
        var meant = known
            .Where(digest => number is null || digest.Id == number)
            .Where(digest => about.Name.Length == 0 || IsAbout(RhythmJson.ReadAbout(digest.About), about))
            .Where(digest => IsSeen(RhythmJson.ReadAbout(digest.About), now.Names) || everybodys)
            .ToList();
        var here = meant.FindAll(digest => digest.ConversationKey == now.Conversation.Key);
        meant = number is null && here.Count > 0 ? here : meant;
        if (meant.Count == 0)
        {
            return ([], Refusal(
                intent,
                Problem.NotFound,
                number is { } told ? $"There is no digest {told} here. Say “digests” to see which there are."
                    : about.Name.Length > 0 ? $"There is no digest for {about.Name} here. Say “digests” to see which there are."
                    : "There is no digest here. Ask for one, for example: send this channel a digest every Monday at 9am.",
                known.Count > 0 ? [new Choice("Digests", "digests")] : [Example]));
        }

        if (meant.Count == 1 || all)
        {
            return (meant, null);
        }

        var end = verb == "change" && now.Text is { } said && said.IndexOf(" to ", StringComparison.OrdinalIgnoreCase) is >= 0 and var to ? said[to..] : "";
        return ([], Refusal(
            intent,
            Problem.Ambiguous,
            $"There are {meant.Count} digests here. Which one do you mean?",
            [.. meant.Select(digest => new Choice($"{digest.Id}: {DigestWords.Name(digest)}, {DigestWords.Often(digest)}", $"{verb} digest {digest.Id}{end}{(verb == "send" ? " now" : "")}"))]));
    }

    // Others in a shared conversation need not know what somebody has sent to them.
    private static bool MayShowElsewhere(Circumstances now) => now.Conversation.Kind == ConversationKind.Personal;

    private static bool IsAbout(About digest, About asked) =>
        string.Equals(digest.Name, asked.Name, StringComparison.OrdinalIgnoreCase)
        || (Covers(digest.Scope.Plans, asked.Scope.Plans) && Covers(digest.Scope.Services, asked.Scope.Services) && Covers(digest.Scope.Sections, asked.Scope.Sections) && Covers(digest.Scope.Leads ?? [], asked.Scope.Leads ?? []));

    private static bool Covers(IReadOnlyList<int> digest, IReadOnlyList<int> asked) => asked.All(digest.Contains) && (asked.Count > 0 || digest.Count == 0);

    /// <summary>Whether whoever may use these names may be told of it.</summary>
    public static bool IsSeen(About about, Names names)
    {
        var (scope, seen) = (about.Scope, names.Things.Select(thing => (thing.Kind, thing.Id)).ToHashSet());
        return seen.Count > 0
            && scope.Plans.All(id => seen.Contains((NameKind.Plan, id)))
            && scope.Services.All(id => seen.Contains((NameKind.Service, id)))
            && scope.Sections.All(id => seen.Contains((NameKind.Section, id)))
            && (scope.Leads ?? []).All(id => seen.Contains((NameKind.Lead, id)));
    }

    private async Task<(Rhythm? Found, Answer? Refused)> BoardAsync(string said, Rhythm rhythm, About about, Viewer viewer, Names names, string words, Circumstances now, CancellationToken cancelled)
    {
        var plans = about.Scope.Plans is { Count: > 0 } named ? named : [.. names.Things.Where(thing => thing.Kind == NameKind.Plan).Select(thing => thing.Id).Distinct()];
        var all = new List<(int Plan, string Name)>();
        foreach (var plan in plans)
        {
            all.AddRange((await boards.OfAsync(viewer, plan, now.Today, cancelled)).Select(board => (plan, board.Name)));
        }

        var found = all.FindAll(board => string.Equals(board.Name, said, StringComparison.OrdinalIgnoreCase));
        found = found.Count > 0 ? found : all.FindAll(board => board.Name.Contains(said, StringComparison.OrdinalIgnoreCase));
        return found switch
        {
            [var (plan, name)] => (rhythm with { Board = name, BoardOf = plan }, null),
            [] => (null, Refusal(
                "digest",
                Problem.NotFound,
                all.Count == 0 ? $"No plan you can see says that it reports to a board, so I do not know when “{said}” meets. Import its dates first, or say another rhythm." : $"No plan you can see reports to “{said}”. These are the boards I know.",
                [.. all.Select(board => board.Name).Distinct().Take(MostBoards).Select(name => new Choice(name, Again(now.Text, said, name)))])),
            _ => (null, Refusal("digest", Problem.Ambiguous, $"“{said}” may be several boards. Which one do you mean?", [.. found.Select(board => board.Name).Distinct().Take(MostBoards).Select(name => new Choice(name, Again(now.Text, said, name)))])),
        };
    }

    private static string Again(string? text, string said, string name) => text is not null && text.Contains(said, StringComparison.OrdinalIgnoreCase) ? text.Replace(said, name, StringComparison.OrdinalIgnoreCase) : name;

    /// <summary>The days on which the board of a rhythm meets.</summary>
    public async Task<IReadOnlyList<DateOnly>> MeetingsAsync(Rhythm rhythm, Viewer viewer, CancellationToken cancelled) =>
        rhythm is not { Board: { } name, BoardOf: { } plan } ? []
        : [.. (await boards.OfAsync(viewer, plan, DateOnly.MinValue, cancelled)).Where(board => board.Name == name).SelectMany(board => board.Meetings).Select(meeting => meeting.On)];

    /// <summary>Who reads a digest where it is told.</summary>
    public static Viewer ViewerOf(Digest digest, ConversationKind kind) => new(digest.PersonName, digest.SignIn, digest.IsGuest, kind == ConversationKind.Personal ? digest.PersonKey : digest.ConversationKey);

    private static Viewer ViewerOf(Digest digest, Circumstances now) => digest.ConversationKey == now.Conversation.Key ? now.Viewer : ViewerOf(digest, ConversationKind.Personal);

    private async Task<Answer> NudgesAsync(Request.SetNudges nudges, string words, Circumstances now, CancellationToken cancelled)
    {
        var taken = await recorder.TakeAsync(
            now.Message,
            async ledger =>
            {
                await ledger.NudgesAsync(nudges.Wanted, nudges.From);
                var headline = nudges switch
                {
                    { Wanted: false } => "No more nudges for you",
                    { From: { } from } => $"No nudges for you before {Dates.InWords(from)}",
                    _ => "Nudges for you again",
                };
                return (Answer)new Advice(
                    [nudges.Wanted ? "A nudge tells you of your actions a week before they are due, on the day, and a week after; one message a day at most." : "Say “start nudges” when you want them back."], [])
                {
                    Intent = nudges is { Wanted: true, From: null } ? "digest" : "digest-stop",
                    Understood = words,
                    Headline = headline,
                };
            },
            Written,
            cancelled);
        return Of(taken);
    }

    private static string Verb(Pausing pausing) => pausing switch { Pausing.Pause => "pause", Pausing.Snooze => "snooze", _ => "resume" };

    private static string Written(Answer answer) => JsonSerializer.Serialize(answer, AnswerJson.Default.Answer);

    private static Answer Of(Taken<Answer> taken) => taken.Before is { } before ? JsonSerializer.Deserialize(before.Answer, AnswerJson.Default.Answer)! : taken.Done!;

    private static Advice Refusal(string intent, string code, string sentence, IReadOnlyList<Choice> choices) => new([sentence], choices)
    {
        Intent = intent,
        Headline = code == Problem.Ambiguous ? "Which one?" : code == Problem.NotFound ? "Not found" : "Nothing was arranged",
        Problem = new Problem(code, sentence, [.. choices.Select(choice => choice.Name)]),
    };
}
