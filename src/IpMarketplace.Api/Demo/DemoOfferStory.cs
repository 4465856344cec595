using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Demo;

/// <summary>The life of one offer: its listing, its declaration, up to where they stand today.</summary>
internal sealed class DemoOfferStory(DemoOffer offer, DemoWorld world, DemoTimeline timeline, DemoCalendar calendar)
{
    private const int DaysFromDraftToAnnouncement = 75;

    private readonly Patent _patent = world.Patent(offer.Patent);
    private readonly Viewer _officer = world.Person(DemoUsers.OfficerOf(KeyOfOwner(offer, world)));
    private readonly Viewer _approver = world.Person(DemoUsers.ApproverOf(KeyOfOwner(offer, world)));
    private long _listingId;
    private long _openLicenceId;

    /// <summary>The declaration's key, once it was drafted.</summary>
    public long OpenLicenceId => _openLicenceId;

    /// <summary>Puts everything on the timeline but the requests.</summary>
    public void Tell()
    {
        var drafted = offer.Declaration is { } declared ? declared.AnnouncedDaysAgo + DaysFromDraftToAnnouncement : offer.Listing.DaysAgo - 8;
        if (_patent.Kind != PatentKind.Invention)
        {
            On(drafted + 12, DemoCalendar.Morning, _officer, "evaluation report", async (db, ct) =>
                (await PatentAsync(db, ct)).RecordEvaluationReport(new EvaluationReport(calendar.Day(drafted + 15), EvaluationConclusion.Meets, $"演示 PJ{offer.Patent}"), calendar.Day(drafted + 12)));
        }
        TellListing(drafted);
        if (offer.Declaration is { } declaration)
        {
            TellDeclaration(declaration, drafted);
        }
        if (offer.Right is { } right)
        {
            TellRight(right);
        }
    }

    private void TellListing(int drafted)
    {
        var state = offer.Listing.State;
        var wasSubmitted = state != ListingState.Draft;
        On(drafted + 8, DemoCalendar.Forenoon, _officer, "listing", async (db, ct) =>
        {
            var patent = await PatentAsync(db, ct);
            var refusal = Listing.Create(_officer, patent, offer.Listing.Mode, Content(patent, await db.PatentTexts.SingleAsync(text => text.PatentId == patent.Id, ct)), out var listing);
            db.Listings.Add(listing);
            refusal ??= wasSubmitted ? listing.Submit(_officer, patent) : null;
            await db.SaveChangesAsync(ct);
            _listingId = listing.Id;
            return refusal;
        });
        if (state is ListingState.Draft or ListingState.InReview)
        {
            return;
        }
        On(drafted + 6, DemoCalendar.Afternoon, _approver, "review of the listing", async (db, ct) =>
        {
            var listing = await ListingAsync(db, ct);
            return state == ListingState.Rejected
                ? listing.Return(_approver, "应用领域描述过于笼统，请补充目标行业和实施条件。")
                : listing.Approve(_approver, await StandingAsync(db, drafted + 6, ct), calendar.At(drafted + 6, DemoCalendar.Afternoon));
        });
        if (state == ListingState.Suspended && offer.Right is null)
        {
            var admin = world.Person("admin@national.demo");
            On(20, DemoCalendar.Noon, admin, "suspension", async (db, ct) => (await ListingAsync(db, ct)).Suspend(admin, "收到对权属的书面质疑，核实期间暂停展示。"));
        }
        if (state == ListingState.Closed && offer.Right is null)
        {
            On(60, DemoCalendar.Noon, _officer, "closing", async (db, ct) => (await ListingAsync(db, ct)).Close("学校决定自行转化。"));
        }
    }

    private void TellDeclaration(DemoDeclaration declaration, int drafted)
    {
        var announced = declaration.AnnouncedDaysAgo;
        On(drafted, DemoCalendar.Morning, _officer, "declaration", async (db, ct) =>
        {
            var patent = await PatentAsync(db, ct);
            var refusal = Terms(declaration, out var fee);
            var declared = new Declaration(fee, PeriodEnd(declaration), declaration.Statement, declaration.OtherMatters ?? "", PricePostedOn: calendar.Day(drafted));
            var refusedDraft = OpenLicence.Draft(_officer, patent, declared, out var openLicence);
            refusal ??= refusedDraft;
            db.OpenLicences.Add(openLicence);
            foreach (var coOwner in patent.CoOwnersOf(_officer.OrganizationId!.Value))
            {
                refusal ??= openLicence.Consent(coOwner, "共有人同意书（演示数据）", calendar.At(drafted, DemoCalendar.Morning));
            }
            refusal ??= declaration.State == OpenLicenceState.Draft ? null : openLicence.Submit(_officer, patent, calendar.Day(drafted));
            await db.SaveChangesAsync(ct);
            _openLicenceId = openLicence.Id;
            return refusal;
        });
        if (declaration.State is OpenLicenceState.Draft or OpenLicenceState.InternalReview)
        {
            return;
        }
        Step(drafted - 20, DemoCalendar.Afternoon, _approver, "approval", (openLicence, patent, day) => openLicence.Approve(_approver, patent, day));
        if (declaration.State == OpenLicenceState.Ready)
        {
            return;
        }
        Step(drafted - 24, DemoCalendar.Morning, _officer, "filing", (openLicence, patent, day) => openLicence.File(patent, day, $"演示回执{openLicence.Id:000000}", day));
        if (declaration.State == OpenLicenceState.Correction)
        {
            Step(drafted - 45, DemoCalendar.Noon, _officer, "correction", (openLicence, _, day) => openLicence.RecordCorrection("许可使用费支付标准表述不明确，请补正。", day.AddDays(60)));
        }
        else if (declaration.State == OpenLicenceState.Refused)
        {
            Step(announced, DemoCalendar.Noon, _officer, "refusal", (openLicence, _, _) => openLicence.RecordRefusal("声明内容含有商业宣传用语且逾期未补正。"));
        }
        else if (declaration.State != OpenLicenceState.Filed)
        {
            Step(announced, DemoCalendar.Morning, _officer, "announcement", (openLicence, patent, day) => openLicence.RecordAnnouncement(patent, day, DemoCalendar.Gazette(day), day));
            TellEnd(declaration);
        }
    }

    private void TellEnd(DemoDeclaration declaration)
    {
        if (declaration.State is OpenLicenceState.WithdrawalFiled or OpenLicenceState.Withdrawn)
        {
            Step(64, DemoCalendar.Morning, _officer, "withdrawal", (openLicence, patent, day) => openLicence.FileWithdrawal(patent, "拟与一家企业合作二次开发，不再适合开放许可。", day, day));
        }
        if (declaration.State == OpenLicenceState.Withdrawn)
        {
            Step(22, DemoCalendar.Morning, _officer, "announced withdrawal", (openLicence, _, day) => openLicence.RecordWithdrawal(day, DemoCalendar.Gazette(day), day));
        }
        if (declaration.State == OpenLicenceState.Lapsed && offer.Right is null)
        {
            Review(declaration.AnnouncedDaysAgo - (365 * declaration.Years) - 5);
        }
    }

    private void TellRight(DemoRightChange right)
    {
        var day = calendar.Day(right.DaysAgo);
        On(right.DaysAgo, DemoCalendar.Night, Viewer.System, "change of the right", async (db, ct) =>
        {
            var patent = await PatentAsync(db, ct);
            return right.Change switch
            {
                DemoRightEvent.Invalidate => patent.RecordStatus(RightAction.Invalidate, day, $"{DemoCalendar.Gazette(day)}（演示数据）", day),
                DemoRightEvent.MissFee => patent.RecordStatus(RightAction.MissFee, day, "缴费通知书（演示数据）", day),
                DemoRightEvent.Pledge => patent.RecordEncumbrance(
                    new EncumbranceDetails(EncumbranceKind.Pledge, day, "专利权质押登记通知书（演示数据）", null, world.Organization("huilan").Id, world.Organization("huilan").Name), day, out _),
                DemoRightEvent.ExclusiveLicence => patent.RecordEncumbrance(
                    new EncumbranceDetails(EncumbranceKind.ExclusiveLicence, day, "独占许可合同（演示数据）", day.AddYears(5), world.Organization("xinghui").Id, world.Organization("xinghui").Name), day, out _),
                DemoRightEvent.OwnershipDispute => patent.RecordEncumbrance(new EncumbranceDetails(EncumbranceKind.OwnershipDispute, day, "中止程序请求书（演示数据）"), day, out _),
                _ => patent.RecordEncumbrance(new EncumbranceDetails(EncumbranceKind.AbnormalFlag, day, "非正常申请认定（演示数据）"), day, out _),
            };
        });
        Review(right.DaysAgo);
    }

    /// <summary>The system's look at listing and declaration after something changed.</summary>
    private void Review(int daysAgo) => On(daysAgo, DemoCalendar.Night, Viewer.System, "review", async (db, ct) =>
    {
        var standing = await StandingAsync(db, daysAgo, ct);
        if (await db.OpenLicences.SingleOrDefaultAsync(row => row.Id == _openLicenceId, ct) is { } openLicence)
        {
            openLicence.Review(standing, calendar.Day(daysAgo));
        }
        (await ListingAsync(db, ct)).Review(standing);
        return null;
    });

    private void Step(int daysAgo, TimeOnly hour, Viewer by, string what, Func<OpenLicence, Patent, DateOnly, Refusal?> step) =>
        On(daysAgo, hour, by, what, async (db, ct) =>
            step(await db.OpenLicences.SingleAsync(row => row.Id == _openLicenceId, ct), await PatentAsync(db, ct), calendar.Day(daysAgo)));

    private void On(int daysAgo, TimeOnly hour, Viewer by, string what, DemoDeed deed) => timeline.Add(calendar.At(daysAgo, hour), by, $"{what} of {offer.Patent}", deed);

    private Task<Patent> PatentAsync(MarketplaceDbContext db, CancellationToken ct) => db.Patents.SingleAsync(row => row.Id == _patent.Id, ct);

    private Task<Listing> ListingAsync(MarketplaceDbContext db, CancellationToken ct) => db.Listings.SingleAsync(row => row.Id == _listingId, ct);

    private async Task<OfferStanding> StandingAsync(MarketplaceDbContext db, int daysAgo, CancellationToken ct)
    {
        var isAnnounced = await db.OpenLicences.AnyAsync(row => row.PatentId == _patent.Id && OpenLicenceLifecycle.Announcements.Contains(row.State), ct);
        return OfferStanding.Of(await PatentAsync(db, ct), isAnnounced, calendar.Day(daysAgo));
    }

    private ListingContent Content(Patent patent, PatentText text) => new(
        patent.Title,
        text.Abstract!,
        patent.ApplicationField!.Split('、'),
        patent.IndustryCodes,
        patent.Maturity,
        "演示机构技术转移办公室 transfer office (demo)",
        [.. patent.CoOwnersOf(_officer.OrganizationId!.Value).Select(_ => "共有人同意书（演示数据）")]);

    private static Refusal? Terms(DemoDeclaration declaration, out FeeTerms fee) =>
        FeeTerms.From(declaration.Fee, declaration.Amount, declaration.Instalments, declaration.EveryMonths, declaration.Percent, declaration.Of, out fee);

    private DateOnly PeriodEnd(DemoDeclaration declaration)
    {
        var end = calendar.Day(declaration.AnnouncedDaysAgo).AddYears(declaration.Years);
        return _patent.ExpiryDate is { } expiry && expiry < end ? expiry : end;
    }

    private static string KeyOfOwner(DemoOffer offer, DemoWorld world) => world.KeyOf(world.Patent(offer.Patent).Owners[0].OrganizationId!.Value);
}
