using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Demo;

/// <summary>The life of one request: notice, payment, licence, recordal, up to where it stands today.</summary>
internal sealed class DemoRequestStory(DemoRequest request, DemoOffer offer, Func<long> openLicenceId, DemoWorld world, DemoTimeline timeline, DemoCalendar calendar)
{
    private const string ByPerson = "person";

    private readonly Patent _patent = world.Patent(offer.Patent);
    private readonly Viewer _officer = world.Person(DemoUsers.OfficerOf(world.KeyOf(world.Patent(offer.Patent).Owners[0].OrganizationId!.Value)));
    private readonly Viewer _signatory = world.Person(request.By == ByPerson ? DemoUsers.PersonName : DemoUsers.SignatoryOf(request.By));
    private long _requestId;
    private long _licenceId;

    private bool IsPaid => offer.Declaration!.Amount is not null;

    /// <summary>Puts everything on the timeline.</summary>
    public void Tell()
    {
        On(request.DaysAgo, DemoCalendar.Forenoon, _signatory, "notice", SendAsync);
        switch (request.End)
        {
            case DemoOutcome.Cancelled:
                OnRequest(request.DaysAgo - 5, DemoCalendar.Noon, _signatory, "cancelling", (row, _, _) => row.Cancel("本年度预算调整，暂缓实施。"));
                return;
            case DemoOutcome.ExpiredUnpaid:
                Review(request.DaysAgo - 35);
                return;
            case DemoOutcome.AwaitingPayment:
                TellRightEnd();
                return;
        }
        if (IsPaid)
        {
            var voucher = $"演示凭证{request.DaysAgo:0000}";
            OnRequest(request.DaysAgo - 3, DemoCalendar.Noon, _signatory, "payment", (row, _, now) => row.ReportPayment(row.AmountDue, ChinaTime.DateIn(now), voucher, now));
            if (request.End == DemoOutcome.PaymentReported)
            {
                return;
            }
            OnRequest(request.DaysAgo - 7, DemoCalendar.Morning, _officer, "confirmation", (row, patent, now) => row.ConfirmPayment(patent, now));
            On(request.DaysAgo - 7, DemoCalendar.Morning, _officer, "licence", GrantAsync);
        }
        else
        {
            On(request.DaysAgo, DemoCalendar.Forenoon, _signatory, "licence", GrantAsync);
        }
        TellRecordal();
        TellRightEnd();
    }

    private void TellRecordal()
    {
        if (request.End == DemoOutcome.Unrecorded)
        {
            return;
        }
        var filed = request.DaysAgo - 7 - 18;
        OnLicence(filed, DemoCalendar.Morning, _officer, "recordal filing", (row, patent, day) => row.FileRecordal([patent], day, IsPaid ? "实施通知书、付款凭证" : "实施通知书", day));
        if (request.End == DemoOutcome.RecordalFiled)
        {
            return;
        }
        OnLicence(filed - 24, DemoCalendar.Afternoon, _officer, "recordal", (row, _, day) => row.Record($"演示备案{_licenceId:000000}", day, $"演示备案证明{_licenceId:000000}", day));
        if (request.End == DemoOutcome.Breached)
        {
            OnLicence(12, DemoCalendar.Noon, _officer, "breach", (row, _, day) => row.ReportBreach(LicenceParty.Licensor, "未经许可擅自许可第三方实施（演示数据）。", day.AddDays(60), day));
        }
        if (request.End == DemoOutcome.TerminatedEarly)
        {
            OnLicence(16, DemoCalendar.Noon, _officer, "termination", (row, _, day) => row.Terminate(LicenceParty.Licensor, "双方协商一致提前终止。", "终止协议（演示数据）", day));
        }
    }

    /// <summary>The right ended, or the declared period was over: the system looks at request and licence.</summary>
    private void TellRightEnd()
    {
        if (offer.Right is { Change: DemoRightEvent.Invalidate } right)
        {
            Review(right.DaysAgo);
        }
        else if (offer.Declaration!.State == OpenLicensing.OpenLicenceState.Lapsed)
        {
            Review(offer.Declaration.AnnouncedDaysAgo - (365 * offer.Declaration.Years) - 5);
        }
    }

    private void Review(int daysAgo) => On(daysAgo, DemoCalendar.Night, Viewer.System, "review", async (db, ct) =>
    {
        var patent = await PatentAsync(db, ct);
        if (await db.Licences.SingleOrDefaultAsync(row => row.Id == _licenceId, ct) is { } licence)
        {
            licence.Review([patent], calendar.Day(daysAgo));
        }
        (await db.LicenceRequests.SingleAsync(row => row.Id == _requestId, ct)).Review(patent, new LicensingRules(), calendar.At(daysAgo, DemoCalendar.Night));
        return null;
    });

    private async Task<Refusal?> SendAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        var id = openLicenceId();
        var openLicence = await db.OpenLicences.SingleAsync(row => row.Id == id, ct);
        var sequence = await db.LicenceRequests.CountAsync(row => row.OpenLicenceId == id, ct) + 1;
        var refusal = LicenceRequest.Send(
            Licensee(), openLicence, await PatentAsync(db, ct), world.OrganizationById(openLicence.OrganizationId).Name, null, sequence,
            calendar.At(request.DaysAgo, DemoCalendar.Forenoon), out var sent);
        if (refusal is null)
        {
            db.LicenceRequests.Add(sent);
            await db.SaveChangesAsync(ct);
            _requestId = sent.Id;
        }
        return refusal;
    }

    private async Task<Refusal?> GrantAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        var licence = Licence.Open(await db.LicenceRequests.SingleAsync(row => row.Id == _requestId, ct));
        db.Licences.Add(licence);
        await db.SaveChangesAsync(ct);
        _licenceId = licence.Id;
        return null;
    }

    private Licensee Licensee()
    {
        if (request.By == ByPerson)
        {
            return Licensing.Licensee.Person(_signatory.UserId);
        }
        var organization = world.Organization(request.By);
        return new Licensee(organization.Id, null, organization.Name, organization.CreditCode!.Value);
    }

    private void OnRequest(int daysAgo, TimeOnly hour, Viewer by, string what, Func<LicenceRequest, Patent, DateTimeOffset, Refusal?> step) =>
        On(daysAgo, hour, by, what, async (db, ct) =>
            step(await db.LicenceRequests.SingleAsync(row => row.Id == _requestId, ct), await PatentAsync(db, ct), calendar.At(daysAgo, hour)));

    private void OnLicence(int daysAgo, TimeOnly hour, Viewer by, string what, Func<Licence, Patent, DateOnly, Refusal?> step) =>
        On(daysAgo, hour, by, what, async (db, ct) =>
            step(await db.Licences.SingleAsync(row => row.Id == _licenceId, ct), await PatentAsync(db, ct), calendar.Day(daysAgo)));

    private void On(int daysAgo, TimeOnly hour, Viewer by, string what, DemoDeed deed) =>
        timeline.Add(calendar.At(daysAgo, hour), by, $"{what} by {request.By} for {offer.Patent}", deed);

    private Task<Patent> PatentAsync(MarketplaceDbContext db, CancellationToken ct) => db.Patents.SingleAsync(row => row.Id == _patent.Id, ct);
}
