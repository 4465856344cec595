using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Api.Demo;

/// <summary>The life of one request: notice, payment, licence, recordal, up to where it stands today.</summary>
internal sealed class DemoRequestStory(DemoRequest request, DemoOfferStory offer, DemoWorld world, DemoTimeline timeline, DemoCalendar calendar)
{
    private const string ByPerson = "person";

    private readonly DemoDeclaration _declaration = offer.Offer.Declaration!;
    private readonly Viewer _signatory = world.Person(request.By == ByPerson ? DemoUsers.PersonName : DemoUsers.SignatoryOf(request.By));
    private LicenceRequest? _request;
    private Licence? _licence;

    private bool IsPaid => _declaration.Amount is not null;

    /// <summary>Puts everything on the timeline.</summary>
    public void Tell()
    {
        On(request.DaysAgo, DemoCalendar.Forenoon, _signatory, "notice", Send);
        switch (request.End)
        {
            case DemoOutcome.Cancelled:
                On(request.DaysAgo - 5, DemoCalendar.Noon, _signatory, "cancelling", _ => _request!.Cancel("本年度预算调整，暂缓实施。"));
                return;
            case DemoOutcome.ExpiredUnpaid:
                Review(request.DaysAgo - 35);
                return;
            case DemoOutcome.AwaitingPayment:
                TellEndOfRight();
                return;
        }
        if (IsPaid)
        {
            On(request.DaysAgo - 3, DemoCalendar.Noon, _signatory, "payment",
                now => _request!.ReportPayment(_request.AmountDue, ChinaTime.DateIn(now), $"演示凭证{_request.Id:000000}", now));
            if (request.End == DemoOutcome.PaymentReported)
            {
                return;
            }
            On(request.DaysAgo - 7, DemoCalendar.Morning, offer.Officer, "confirmation", now => _request!.ConfirmPayment(offer.Patent, now));
            On(request.DaysAgo - 7, DemoCalendar.Morning, offer.Officer, "licence", Grant);
        }
        else
        {
            On(request.DaysAgo, DemoCalendar.Forenoon, _signatory, "licence", Grant);
        }
        TellRecordal();
        TellEndOfRight();
    }

    private void TellRecordal()
    {
        if (request.End == DemoOutcome.Unrecorded)
        {
            return;
        }
        var filed = calendar.Day(request.DaysAgo - 25);
        var documents = IsPaid ? "实施通知书、付款凭证" : "实施通知书";
        if (request.End == DemoOutcome.RecordalFiled)
        {
            OnLicence(request.DaysAgo - 25, "recordal filing", (licence, day) => licence.FileRecordal([offer.Patent], filed, documents, day));
            return;
        }
        OnLicence(request.DaysAgo - 49, "recordal", (licence, day) =>
            licence.FileRecordal([offer.Patent], filed, documents, day) ?? licence.Record($"演示备案{licence.Id:000000}", day, $"演示备案证明{licence.Id:000000}", day));
        if (request.End == DemoOutcome.Breached)
        {
            OnLicence(12, "breach", (licence, day) => licence.ReportBreach(LicenceParty.Licensor, "未经许可擅自许可第三方实施（演示数据）。", day.AddDays(60), day));
        }
        if (request.End == DemoOutcome.TerminatedEarly)
        {
            OnLicence(16, "termination", (licence, day) => licence.Terminate(LicenceParty.Licensor, "双方协商一致提前终止。", "终止协议（演示数据）", day));
        }
    }

    /// <summary>The right ended, or the declared period was over: the system looks at request and licence.</summary>
    private void TellEndOfRight()
    {
        if (offer.Offer.Right is { Change: DemoRightEvent.Invalidate } right)
        {
            Review(right.DaysAgo);
        }
        else if (_declaration.State == OpenLicenceState.Lapsed)
        {
            Review(offer.LapsedDaysAgo);
        }
    }

    private void Review(int daysAgo) => On(daysAgo, DemoCalendar.Night, Viewer.System, "review", now =>
    {
        _licence?.Review([offer.Patent], ChinaTime.DateIn(now));
        _request!.Review(offer.Patent, new LicensingRules(), now);
        return null;
    });

    private Refusal? Send(DateTimeOffset now)
    {
        var patentee = world.OrganizationById(offer.OpenLicence!.OrganizationId).Name;
        var refusal = LicenceRequest.Send(Licensee(), offer.OpenLicence, offer.Patent, patentee, null, ++offer.Notices, now, out var sent);
        if (refusal is null)
        {
            offer.Db.LicenceRequests.Add(_request = sent);
        }
        return refusal;
    }

    private Refusal? Grant(DateTimeOffset now)
    {
        offer.Db.Licences.Add(_licence = Licence.Open(_request!));
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

    private void OnLicence(int daysAgo, string what, Func<Licence, DateOnly, Refusal?> step) =>
        On(daysAgo, DemoCalendar.Afternoon, offer.Officer, what, now => step(_licence!, ChinaTime.DateIn(now)));

    private void On(int daysAgo, TimeOnly hour, Viewer by, string what, Func<DateTimeOffset, Refusal?> deed)
    {
        var at = calendar.At(daysAgo, hour);
        timeline.Add(at, by, $"{what} by {request.By} for {offer.Offer.Patent}", offer.Db, () => deed(at));
    }
}
