using IpMarketplace.Catalogue.Index;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>To what a list of patents is narrowed. What is left out or empty does not narrow.</summary>
/// <param name="Sections">IPC sections of the main classification, A to H.</param>
/// <param name="Ipc">IPC classes, subclasses, groups or subgroups, as <c>H01M</c> or <c>H01M 10/0525</c>; any symbol of the patent counts.</param>
/// <param name="Fields">WIPO technology fields, 1 to 35.</param>
/// <param name="Provinces">Provinces of the first registered owner, by the first two digits of their GB/T 2260 code.</param>
/// <param name="InstitutionKinds">What the first owner is.</param>
/// <param name="Kinds">Kinds of patent.</param>
/// <param name="OfferKinds">What is offered.</param>
/// <param name="FeeBands">What a licence costs.</param>
/// <param name="Owners">Organizations that own a share.</param>
/// <param name="OnOffer">Whether something must be, or must not be, on offer.</param>
/// <param name="Accepting">Whether an open licence can, or cannot, be taken now.</param>
/// <param name="FeeAtMost">The highest fixed fee, RMB; patents without a named fee are left out.</param>
/// <param name="ExpiresFrom">The right lasts at least to this day.</param>
/// <param name="ReadinessFrom">The lowest technology readiness, 1 to 9.</param>
public sealed record PatentFilterInput(
    IReadOnlyList<string>? Sections = null,
    IReadOnlyList<string>? Ipc = null,
    IReadOnlyList<int>? Fields = null,
    IReadOnlyList<string>? Provinces = null,
    IReadOnlyList<OrganizationKind>? InstitutionKinds = null,
    IReadOnlyList<PatentKind>? Kinds = null,
    IReadOnlyList<OfferKind>? OfferKinds = null,
    IReadOnlyList<FeeBand>? FeeBands = null,
    [property: ID("Organization")] IReadOnlyList<long>? Owners = null,
    bool? OnOffer = null,
    bool? Accepting = null,
    decimal? FeeAtMost = null,
    DateOnly? ExpiresFrom = null,
    int? ReadinessFrom = null)
{
    private const int LongestEcho = 40;

    /// <summary>The filter.</summary>
    /// <param name="most">The most values that a list may name.</param>
    /// <exception cref="GraphQLException">A value is none of its vocabulary (GI-14), or a list is too long.</exception>
    internal CatalogueFilter ToFilter(int most)
    {
        RefuseLongerThan(most);
        return new CatalogueFilter
        {
            Ipc = [.. Checked("ipc", Ipc, IpcLevels.Normalize, "is no class, subclass or group of the IPC, such as H01M 10/0525")],
            OwnedBy = [.. Owners ?? []],
            OnOffer = OnOffer,
            Accepting = Accepting,
            FeeAtMost = FeeAtMost,
            ExpiresFrom = ExpiresFrom,
            ReadinessFrom = ReadinessFrom,
        }
        .With(CatalogueFacet.Section, Checked("sections", Sections, CatalogueFacets.SectionValue, "is no section of the IPC, A to H"))
        .With(CatalogueFacet.Field, Checked("fields", Fields, number => number is >= 1 and <= 35 ? number : 0, "is no WIPO field, 1 to 35"))
        .With(CatalogueFacet.Province, Checked("provinces", Provinces, CatalogueFacets.ProvinceValue, "is no province of GB/T 2260, such as 33"))
        .With(CatalogueFacet.InstitutionKind, (InstitutionKinds ?? []).Select(CatalogueFacets.ValueOf))
        .With(CatalogueFacet.PatentKind, (Kinds ?? []).Select(CatalogueFacets.ValueOf))
        .With(CatalogueFacet.FeeBand, (FeeBands ?? []).Select(CatalogueFacets.ValueOf))
        .With(CatalogueFacet.OfferKind, (OfferKinds ?? []).Select(kind => (int)kind));
    }

    private void RefuseLongerThan(int most)
    {
        (string Name, int? Count)[] lists =
        [
            ("sections", Sections?.Count), ("ipc", Ipc?.Count), ("fields", Fields?.Count), ("provinces", Provinces?.Count), ("institutionKinds", InstitutionKinds?.Count),
            ("kinds", Kinds?.Count), ("offerKinds", OfferKinds?.Count), ("feeBands", FeeBands?.Count), ("owners", Owners?.Count),
        ];
        if (Array.Find(lists, list => list.Count > most) is { Name: { } name, Count: { } count })
        {
            throw CatalogueQueries.Refusal($"filter.{name}: it names {count} values, at most {most} are taken.", ErrorCode.ListLimitExceeded, most);
        }
    }

    private static IEnumerable<TValue> Checked<TGiven, TValue>(string field, IReadOnlyList<TGiven>? given, Func<TGiven, TValue?> value, string problem) =>
        (given ?? []).Select((item, place) => value(item) is { } found && !found.Equals(default(TValue)) ? found
            : throw CatalogueQueries.Refusal($"filter.{field}[{place}]: {Quoted(item)} {problem}.", ErrorCode.InvalidArgument));

    private static string Quoted<TGiven>(TGiven item) => $"{item}" is { Length: <= LongestEcho } text ? $"\"{text}\"" : "this";
}
