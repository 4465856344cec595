using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Demo;

/// <summary>The life of one offer: its listing, its declaration, up to where they stand today.</summary>
/// <param name="offer">What is told of it.</param>
/// <param name="patent">The patent, with its texts, as the context tracks it.</param>
/// <param name="db">The story's own context, in the transaction of the seeding; it tracks nothing but this story.</param>
/// <param name="world">The people.</param>
/// <param name="timeline">Where to note what happens.</param>
/// <param name="calendar">The days.</param>
internal sealed class DemoOfferStory(DemoOffer offer, Patent patent, MarketplaceDbContext db, DemoWorld world, DemoTimeline timeline, DemoCalendar calendar)
{
    private const int DaysFromDraftToAnnouncement = 75;

    private readonly Viewer _approver = world.Person(DemoUsers.ApproverOf(world.KeyOf(patent.Owners[0].OrganizationId!.Value)));
    private Listing? _listing;

    public DemoOffer Offer => offer;

    public Patent Patent => patent;

    public MarketplaceDbContext Db => db;

    /// <summary>The officer of the owner that offers.</summary>
    public Viewer Officer { get; } = world.Person(DemoUsers.OfficerOf(world.KeyOf(patent.Owners[0].OrganizationId!.Value)));

    /// <summary>The declaration, once it was drafted.</summary>
    public OpenLicence? OpenLicence { get; private set; }

    /// <summary>How many notices the declaration got.</summary>
    public int Notices { get; set; }

    /// <summary>The day on which the declared period is over and the system notices, for a declaration that lapses by that.</summary>
    public int LapsedDaysAgo => offer.Declaration!.AnnouncedDaysAgo - (365 * offer.Declaration.Years) - 5;

    /// <summary>Puts everything on the timeline but the requests.</summary>
    public void Tell()
    {
        var drafted = offer.Declaration is { } declared ? declared.AnnouncedDaysAgo + DaysFromDraftToAnnouncement : offer.Listing.DaysAgo - 8;
        TellListing(drafted);
        if (offer.Declaration is { } declaration)
        {
            TellDeclaration(declaration, drafted);
        }
        if (offer.Right is { } right)
        {
            On(right.DaysAgo, DemoCalendar.Night, Viewer.System, "change of the right", day => Change(right.Change, day));
            Review(right.DaysAgo);
        }
    }

    private void TellListing(int drafted)
    {
        var state = offer.Listing.State;
        On(drafted + 8, DemoCalendar.Forenoon, Officer, "listing", day =>
        {
            var refusal = patent.Kind == PatentKind.Invention ? null
                : patent.RecordEvaluationReport(new EvaluationReport(calendar.Day(drafted + 15), EvaluationConclusion.Meets, $"演示 PJ{offer.Patent}"), day);
            refusal ??= Listing.Create(Officer, patent, offer.Listing.Mode, Content(), out _listing);
            db.Listings.Add(_listing!);
            return refusal ?? (state == ListingState.Draft ? null : _listing!.Submit(Officer, patent));
        });
        if (state is ListingState.Draft or ListingState.InReview)
        {
            return;
        }
        On(drafted + 6, DemoCalendar.Afternoon, _approver, "review of the listing", day => state == ListingState.Rejected
            ? _listing!.Return(_approver, "应用领域描述过于笼统，请补充目标行业和实施条件。")
            : _listing!.Approve(_approver, Standing(day), calendar.At(drafted + 6, DemoCalendar.Afternoon)));
        if (state == ListingState.Suspended && offer.Right is null)
        {
            var admin = world.Person("admin@national.demo");
            On(20, DemoCalendar.Noon, admin, "suspension", _ => _listing!.Suspend(admin, "收到对权属的书面质疑，核实期间暂停展示。"));
        }
        if (state == ListingState.Closed && offer.Right is null)
        {
            On(60, DemoCalendar.Noon, Officer, "closing", _ => _listing!.Close("本单位决定自行转化。"));
        }
    }

    private void TellDeclaration(DemoDeclaration declaration, int drafted)
    {
        On(drafted, DemoCalendar.Morning, Officer, "declaration", day => Draft(declaration, day));
        if (declaration.State is OpenLicenceState.Draft or OpenLicenceState.InternalReview)
        {
            return;
        }
        On(drafted - 20, DemoCalendar.Afternoon, _approver, "approval", day => OpenLicence!.Approve(_approver, patent, day));
        if (declaration.State == OpenLicenceState.Ready)
        {
            return;
        }
        On(drafted - 24, DemoCalendar.Morning, Officer, "filing", day => OpenLicence!.File(patent, day, $"演示回执{OpenLicence.Id:000000}", day));
        switch (declaration.State)
        {
            case OpenLicenceState.Filed:
                return;
            case OpenLicenceState.Correction:
                On(drafted - 45, DemoCalendar.Noon, Officer, "correction", day => OpenLicence!.RecordCorrection("许可使用费支付标准表述不明确，请补正。", day.AddDays(60)));
                return;
            case OpenLicenceState.Refused:
                On(declaration.AnnouncedDaysAgo, DemoCalendar.Noon, Officer, "refusal", _ => OpenLicence!.RecordRefusal("声明内容含有商业宣传用语且逾期未补正。"));
                return;
        }
        On(declaration.AnnouncedDaysAgo, DemoCalendar.Morning, Officer, "announcement", day => OpenLicence!.RecordAnnouncement(patent, day, DemoCalendar.Gazette(day), day));
        TellEnd(declaration.State);
    }

    private void TellEnd(OpenLicenceState state)
    {
        if (state is OpenLicenceState.WithdrawalFiled or OpenLicenceState.Withdrawn)
        {
            On(64, DemoCalendar.Morning, Officer, "withdrawal", day => OpenLicence!.FileWithdrawal(patent, "拟与一家企业合作二次开发，不再适合开放许可。", day, day));
        }
        if (state == OpenLicenceState.Withdrawn)
        {
            On(22, DemoCalendar.Morning, Officer, "announced withdrawal", day => OpenLicence!.RecordWithdrawal(day, DemoCalendar.Gazette(day), day));
        }
        if (state == OpenLicenceState.Lapsed && offer.Right is null)
        {
            Review(LapsedDaysAgo);
        }
    }

    private Refusal? Draft(DemoDeclaration declaration, DateOnly day)
    {
        if (FeeTerms.From(declaration.Fee, declaration.Amount, declaration.Instalments, declaration.EveryMonths, declaration.Percent, declaration.Of, out var fee) is { } wrongFee)
        {
            return wrongFee;
        }
        var declared = new Declaration(fee, PeriodEnd(declaration), declaration.Statement, declaration.OtherMatters ?? "", PricePostedOn: day);
        var refusal = OpenLicence.Draft(Officer, patent, declared, out var openLicence);
        foreach (var coOwner in patent.CoOwnersOf(Officer.OrganizationId!.Value))
        {
            refusal ??= openLicence.Consent(coOwner, "共有人同意书（演示数据）", calendar.At(declaration.AnnouncedDaysAgo + DaysFromDraftToAnnouncement, DemoCalendar.Morning));
        }
        db.OpenLicences.Add(OpenLicence = openLicence);
        return refusal ?? (declaration.State == OpenLicenceState.Draft ? null : openLicence.Submit(Officer, patent, day));
    }

    private Refusal? Change(DemoRightEvent change, DateOnly day) => change switch
    {
        DemoRightEvent.Invalidate => patent.RecordStatus(RightAction.Invalidate, day, $"{DemoCalendar.Gazette(day)}（演示数据）", day),
        DemoRightEvent.MissFee => patent.RecordStatus(RightAction.MissFee, day, "缴费通知书（演示数据）", day),
        DemoRightEvent.Pledge => Encumber(EncumbranceKind.Pledge, day, "专利权质押登记通知书（演示数据）", null, "huilan"),
        DemoRightEvent.ExclusiveLicence => Encumber(EncumbranceKind.ExclusiveLicence, day, "独占许可合同（演示数据）", day.AddYears(5), "xinghui"),
        DemoRightEvent.OwnershipDispute => Encumber(EncumbranceKind.OwnershipDispute, day, "中止程序请求书（演示数据）"),
        _ => Encumber(EncumbranceKind.AbnormalFlag, day, "非正常申请认定（演示数据）"),
    };

    private Refusal? Encumber(EncumbranceKind kind, DateOnly from, string evidence, DateOnly? until = null, string? party = null)
    {
        var organization = party is null ? null : world.Organization(party);
        return patent.RecordEncumbrance(new EncumbranceDetails(kind, from, evidence, until, organization?.Id, organization?.Name), from, out _);
    }

    /// <summary>The system's look at listing and declaration after something changed.</summary>
    private void Review(int daysAgo) => On(daysAgo, DemoCalendar.Night, Viewer.System, "review", day =>
    {
        var standing = Standing(day);
        OpenLicence?.Review(standing, day);
        _listing?.Review(standing);
        return null;
    });

    private OfferStanding Standing(DateOnly day) => OfferStanding.Of(patent, OpenLicence is { IsAnnounced: true }, day);

    private ListingContent Content() => new(
        patent.Title,
        patent.Text!.Abstract!,
        patent.ApplicationField!.Split('、'),
        patent.IndustryCodes,
        patent.Maturity,
        "演示机构技术转移办公室 transfer office (demo)",
        [.. patent.CoOwnersOf(Officer.OrganizationId!.Value).Select(_ => "共有人同意书（演示数据）")]);

    private DateOnly PeriodEnd(DemoDeclaration declaration)
    {
        var end = calendar.Day(declaration.AnnouncedDaysAgo).AddYears(declaration.Years);
        return patent.ExpiryDate is { } expiry && expiry < end ? expiry : end;
    }

    private void On(int daysAgo, TimeOnly hour, Viewer by, string what, Func<DateOnly, Refusal?> deed) =>
        timeline.Add(calendar.At(daysAgo, hour), by, $"{what} of {offer.Patent}", db, () => deed(calendar.Day(daysAgo)));
}
