using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Statistics;

/// <summary>
/// The part of the marketplace that is counted. What is null does not restrict. Province, organization and kind are those of the
/// patentee, on the side of supply and as licensor alike.
/// </summary>
/// <param name="Province">The patentee's province: the first two digits of its GB/T 2260 code.</param>
/// <param name="OrganizationId">One patentee.</param>
/// <param name="OrganizationKind">What the patentee is.</param>
/// <param name="IpcSection">The section of the main IPC symbol, A to H.</param>
/// <param name="Field">The WIPO technology field of the main IPC symbol, 1 to 35.</param>
/// <param name="PatentKind">Invention, utility model or design.</param>
public sealed record Universe(
    string? Province = null,
    long? OrganizationId = null,
    OrganizationKind? OrganizationKind = null,
    char? IpcSection = null,
    int? Field = null,
    PatentKind? PatentKind = null)
{
    /// <summary>The whole marketplace.</summary>
    public static Universe Whole { get; } = new();

    /// <summary>Whether a declaration is counted: neither patentee nor patent is outside, and the patent is not excluded.</summary>
    public bool Covers(DeclarationFact declaration) => Covers(declaration.Patentee) && Covers(declaration.Patent);

    /// <summary>The contract as far as it is counted, with only the patents inside; null when nothing of it is.</summary>
    public ContractFact? Within(ContractFact contract)
    {
        if (!Covers(contract.Licensor))
        {
            return null;
        }
        var inside = contract.Patents.Where(Covers).ToList();
        return inside.Count == 0 ? null : inside.Count == contract.Patents.Count ? contract : contract with { Patents = inside };
    }

    private bool Covers(PartyFact party) =>
        (Province is null || party.Province == Province)
        && (OrganizationId is null || party.OrganizationId == OrganizationId)
        && (OrganizationKind is null || party.Kind == OrganizationKind);

    private bool Covers(PatentFact patent) =>
        !patent.IsAbnormal
        && (IpcSection is null || patent.IpcSection == IpcSection)
        && (Field is null || patent.Field == Field)
        && (PatentKind is null || patent.Kind == PatentKind);
}
