using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Calendar;

namespace TeamsPlanBot.Data.Questions;

/// <summary>A board that a plan reports to, and when it meets.</summary>
/// <param name="Next">The next day it meets that is a working day; null where none is known.</param>
public sealed record BoardLine(string Name, string? Rhythm, IReadOnlyList<MeetingDay> Meetings, DateOnly? Next);

/// <summary>A day on which a board is said to meet, and what sort of day that is.</summary>
public sealed record MeetingDay(DateOnly On, DayKind Kind);

/// <summary>Asks the store for the boards that a plan reports to.</summary>
public sealed class BoardQuestions(PlanStores stores)
{
    /// <summary>The boards of a plan in its order.</summary>
    public async Task<IReadOnlyList<BoardLine>> OfAsync(Viewer viewer, int plan, DateOnly today, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var boards = await store.Boards.AsNoTracking().VisibleTo(viewer, store)
            .Where(board => board.PlanId == plan)
            .OrderBy(board => board.Position)
            .Select(board => new { board.Name, board.Rhythm, Meetings = board.Meetings.OrderBy(meeting => meeting.On).Select(meeting => meeting.On).ToList() })
            .ToListAsync(cancelled);
        return [.. boards.Select(board => new BoardLine(
            board.Name,
            board.Rhythm,
            [.. board.Meetings.Select(on => new MeetingDay(on, WorkingDays.KindOf(on)))],
            board.Meetings.Where(on => on >= today && WorkingDays.IsWorkingDay(on) != false).Cast<DateOnly?>().FirstOrDefault()))];
    }
}
