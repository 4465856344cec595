using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;

namespace IpMarketplace.Patents.Schema;

/// <summary>What a patent shows beside its card; every field is read through a data loader.</summary>
[ObjectType<PatentCard>]
public static partial class PatentNode
{
    /// <summary>The abstract in the language of the application.</summary>
    public static async Task<string?> GetAbstractAsync([Parent] PatentCard patent, PatentTextByIdDataLoader texts, CancellationToken ct) =>
        (await texts.LoadAsync(patent.Id, ct))?.Abstract;

    /// <summary>The English abstract.</summary>
    public static async Task<string?> GetAbstractEnAsync([Parent] PatentCard patent, PatentTextByIdDataLoader texts, CancellationToken ct) =>
        (await texts.LoadAsync(patent.Id, ct))?.AbstractEn;

    /// <summary>The claims, or the first of them.</summary>
    public static async Task<string?> GetClaimsAsync([Parent] PatentCard patent, PatentTextByIdDataLoader texts, CancellationToken ct) =>
        (await texts.LoadAsync(patent.Id, ct))?.Claims;

    /// <summary>The English claims.</summary>
    public static async Task<string?> GetClaimsEnAsync([Parent] PatentCard patent, PatentTextByIdDataLoader texts, CancellationToken ct) =>
        (await texts.LoadAsync(patent.Id, ct))?.ClaimsEn;

    /// <summary>The IPC symbols with their titles, the main classification first.</summary>
    public static IReadOnlyList<IpcEntry> Ipc([Parent] PatentCard patent) => [.. patent.IpcSymbols.Select(symbol => new IpcEntry(symbol))];

    /// <summary>The record behind the card: dates, keywords, fees, evaluation report, risks.</summary>
    public static async Task<PatentRecord?> GetRecordAsync([Parent] PatentCard patent, PatentByIdDataLoader patents, CancellationToken ct) =>
        await patents.LoadAsync(patent.Id, ct) is { } record ? new PatentRecord(record) : null;

    /// <summary>What burdens or endangers the right today (OL-20 to OL-28). Past ones, and flags of abnormal applications, only for the owners and administrations.</summary>
    public static async Task<IReadOnlyList<EncumbranceCard>> GetEncumbrancesAsync(
        [Parent] PatentCard patent, PatentByIdDataLoader patents, Viewer viewer, TimeProvider clock, CancellationToken ct)
    {
        if (await patents.LoadAsync(patent.Id, ct) is not { } record)
        {
            return [];
        }
        var today = clock.Today();
        var mayKnow = EncumbranceCard.MayKnow(record, viewer);
        return [.. record.Encumbrances
            .Where(encumbrance => mayKnow || (encumbrance.StandsOn(today) && encumbrance.Kind != EncumbranceKind.AbnormalFlag))
            .Select(encumbrance => EncumbranceCard.Of(encumbrance, record, viewer, today))];
    }

    /// <summary>The changes of status that the viewer may record now (domain.md 9.1).</summary>
    public static async Task<IReadOnlyList<RightAction>> GetAllowedActionsAsync([Parent] PatentCard patent, PatentByIdDataLoader patents, Viewer viewer, CancellationToken ct) =>
        viewer.May(Permission.RecordPatentFacts) && await patents.LoadAsync(patent.Id, ct) is { } record && EncumbranceCard.MayKnow(record, viewer)
            ? [.. PatentLifecycle.Table.AllowedActions(record.Status)]
            : [];
}

/// <summary>How an owner looks in the schema.</summary>
[ObjectType<PatentOwnerCard>]
public static partial class PatentOwnerNode
{
    /// <summary>The organization, where it is registered here.</summary>
    public static async Task<Organization?> GetOrganizationAsync([Parent] PatentOwnerCard owner, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        owner.OrganizationId is { } id ? await organizations.LoadAsync(id, ct) : null;
}
