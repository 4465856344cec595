using System.Reflection;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Tests.Patents;

namespace IpMarketplace.Tests.OpenLicensing;

/// <summary>People, patents, listings and declarations to test with.</summary>
internal static class Offers
{
    public const long UniversityId = 11;

    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    public static readonly Viewer Officer = new(101, UniversityId, [Role.UniOfficer]);
    public static readonly Viewer Approver = new(102, UniversityId, [Role.UniApprover]);
    public static readonly Viewer Administrator = new(103, 12, [Role.AdminNational]);

    public static readonly ListingContent Content = new(
        "高首效锂电负极材料", "面向动力电池企业的硅碳负极制备工艺。", ["动力电池"], ["C38"], Maturity.Pilot, "技术转移中心 0571-0000000", []);

    /// <summary>A granted, confirmed patent of the university and, where named, of others.</summary>
    public static Patent APatentOf(Organization? university = null, PatentNumber? number = null, params PatentOwner[] others)
    {
        var patent = APatent.InForce(number);
        var owner = PatentOwner.Registered(university ?? University(), 100m - others.Sum(other => other.Share));
        Assert.Null(patent.SetOwners([owner, .. others]));
        return patent;
    }

    public static Organization University(string name = "西湖理工大学", long id = UniversityId)
    {
        Assert.Null(Organization.Record(new(name, OrganizationKind.University, RegionCode: "330100"), out var university));
        return WithId(university, id);
    }

    public static Viewer OfficerOf(Patent patent) => Officer with { OrganizationId = patent.Owners[0].OrganizationId };

    public static Declaration Declared(FeeTerms? fee = null, DateOnly? until = null) =>
        new(fee ?? LumpSum(50_000m), until ?? new(2030, 12, 31), "参照同行业许可费统计估算。", PricePostedOn: new(2026, 2, 1));

    public static FeeTerms LumpSum(decimal amount) => Fee(FeeStructure.LumpSum, amount);

    public static FeeTerms Fee(
        FeeStructure structure, decimal? amount = null, int? count = null, int? months = null, decimal? percent = null, RoyaltyBase? royaltyBase = null)
    {
        Assert.Null(FeeTerms.From(structure, amount, count, months, percent, royaltyBase, out var terms));
        return terms;
    }

    public static Listing DraftListing(Patent patent, ListingMode mode = ListingMode.OpenLicence, ListingContent? content = null)
    {
        Assert.Null(Listing.Create(OfficerOf(patent), patent, mode, content ?? Content, out var listing));
        return listing;
    }

    public static Listing PublishedListing(Patent patent, ListingMode mode = ListingMode.OpenLicence)
    {
        var listing = DraftListing(patent, mode);
        Assert.Null(listing.Submit(Officer, patent));
        Assert.Null(listing.Approve(Approver, OfferStanding.Of(patent, false, Today), Now));
        return listing;
    }

    public static OpenLicence DraftDeclaration(Patent patent, Declaration? declared = null)
    {
        Assert.Null(OpenLicence.Draft(OfficerOf(patent), patent, declared ?? Declared(), out var openLicence));
        return openLicence;
    }

    /// <summary>A declaration led through the steps before the state asked for.</summary>
    public static OpenLicence DeclarationIn(OpenLicenceState state, Patent patent, Declaration? declared = null)
    {
        var openLicence = DraftDeclaration(patent, declared);
        foreach (var step in StepsTo(state))
        {
            Assert.Null(Do(step, openLicence, patent));
        }
        Assert.Equal(state, openLicence.State);
        return openLicence;
    }

    /// <summary>Takes one step as the right person would.</summary>
    public static Refusal? Do(OpenLicenceAction action, OpenLicence openLicence, Patent patent)
    {
        switch (action)
        {
            case OpenLicenceAction.Revise: return openLicence.Revise(Declared());
            case OpenLicenceAction.Submit: return openLicence.Submit(Officer, patent, Today);
            case OpenLicenceAction.Return: return openLicence.Return(Approver, "价格依据不足");
            case OpenLicenceAction.Approve: return openLicence.Approve(Approver, patent, Today);
            case OpenLicenceAction.File: return openLicence.File(patent, Today, "GZSL-2026-0001", Today);
            case OpenLicenceAction.RecordCorrection: return openLicence.RecordCorrection("请补正", Today.AddDays(30));
            case OpenLicenceAction.RecordRefusal: return openLicence.RecordRefusal("不符合规定");
            case OpenLicenceAction.RecordAnnouncement: return openLicence.RecordAnnouncement(patent, Today, "42-09", Today);
            case OpenLicenceAction.FileWithdrawal: return openLicence.FileWithdrawal(patent, "技术路线调整", Today, Today);
            case OpenLicenceAction.RecordWithdrawal: return openLicence.RecordWithdrawal(Today, "42-10", Today);
            case OpenLicenceAction.RetractWithdrawal: return openLicence.RetractWithdrawal("继续开放");
            default: throw new ArgumentOutOfRangeException(nameof(action), action, "Only the system takes this step.");
        }
    }

    public static void Burden(this Patent patent, EncumbranceKind kind, DateOnly? until = null) =>
        Assert.Null(patent.RecordEncumbrance(new(kind, Today.AddDays(-10), "证据", until, Reason: "理由"), Today, out _));

    public static T WithId<T>(T aggregate, long id) where T : Aggregate
    {
        typeof(Aggregate).GetProperty(nameof(Aggregate.Id), BindingFlags.Public | BindingFlags.Instance)!.SetValue(aggregate, id);
        aggregate.ForgetEvents();
        return aggregate;
    }

    private static OpenLicenceAction[] StepsTo(OpenLicenceState state) => state switch
    {
        OpenLicenceState.InternalReview => [OpenLicenceAction.Submit],
        OpenLicenceState.Ready => [.. StepsTo(OpenLicenceState.InternalReview), OpenLicenceAction.Approve],
        OpenLicenceState.Filed => [.. StepsTo(OpenLicenceState.Ready), OpenLicenceAction.File],
        OpenLicenceState.Correction => [.. StepsTo(OpenLicenceState.Filed), OpenLicenceAction.RecordCorrection],
        OpenLicenceState.Refused => [.. StepsTo(OpenLicenceState.Filed), OpenLicenceAction.RecordRefusal],
        OpenLicenceState.Announced => [.. StepsTo(OpenLicenceState.Filed), OpenLicenceAction.RecordAnnouncement],
        OpenLicenceState.WithdrawalFiled => [.. StepsTo(OpenLicenceState.Announced), OpenLicenceAction.FileWithdrawal],
        OpenLicenceState.Withdrawn => [.. StepsTo(OpenLicenceState.WithdrawalFiled), OpenLicenceAction.RecordWithdrawal],
        _ => [],
    };
}
