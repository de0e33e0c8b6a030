using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>Enters who may do what with a plan.</summary>
internal sealed class RightEntries(Ledger ledger)
{
    public async Task<Entry> GiveAsync(int id, string holder, string name, RightKind? kind)
    {
        var plan = await ledger.Store.Plans.VisibleTo(ledger.Message.By.Viewer, ledger.Store).Include(p => p.Rights).SingleOrDefaultAsync(p => p.Id == id, ledger.Cancelled);
        if (plan is null)
        {
            return new Entry.Unseen();
        }

        if (!ledger.Message.By.MayGive(plan.Rights))
        {
            return Ledger.Forbidden(plan);
        }

        var before = plan.Rights.Find(right => right.Holder == holder)?.Kind;
        if (before != kind)
        {
            Set(plan, holder, name, kind);
            ledger.ChangesNames = true;
            ledger.Did(new Deed.Given(plan.Id, holder, name, before));
            ledger.Entered(canBeUndone: true);
        }

        return new Entry.Given(plan.Name, name, before, kind);
    }

    /// <summary>Puts a right back as it was.</summary>
    public async Task<DeedUndone?> UndoAsync(Deed.Given given)
    {
        var plan = await ledger.Store.Plans.VisibleTo(ledger.Message.By.Viewer, ledger.Store).Include(p => p.Rights).SingleOrDefaultAsync(p => p.Id == given.Plan, ledger.Cancelled);
        if (plan is null || !ledger.Message.By.MayGive(plan.Rights))
        {
            return null;
        }

        Set(plan, given.Holder, given.Name, given.Before);
        ledger.ChangesNames = true;
        return new DeedUndone.Right(plan.Name, given.Name, given.Before);
    }

    private static void Set(Plan plan, string holder, string name, RightKind? kind)
    {
        var right = plan.Rights.Find(right => right.Holder == holder);
        if (kind is not { } given)
        {
            plan.Rights.RemoveAll(other => other == right);
        }
        else if (right is not null)
        {
            (right.Kind, right.Name) = (given, name);
        }
        else
        {
            plan.Rights.Add(new Right { Holder = holder, Name = name, Kind = given });
        }
    }
}
