using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Statistics;

namespace IpMarketplace.Tests.Statistics;

/// <summary>Short ways to write facts down.</summary>
internal static class Facts
{
    public static readonly StatisticsBasis Year2025 = new(
        new StatisticsPeriod(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1)), Universe.Whole, new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));

    public static readonly PartyFact University = new(1, OrganizationKind.University, "33");
    public static readonly PartyFact Enterprise = new(100, OrganizationKind.Enterprise, "33");

    public static DateOnly In2025(int month, int day = 1) => new(2025, month, day);

    public static PatentFact Patent(long id, PatentKind kind = PatentKind.Invention, char? section = 'H', int? field = 1, bool isAbnormal = false) =>
        new(id, kind, section, field, isAbnormal);

    public static DeclarationFact Declaration(long patent, DateOnly announcedOn, DateOnly? endedOn = null, PartyFact? patentee = null) =>
        new(patentee ?? University, Patent(patent), announcedOn, endedOn, new DateOnly(2020, 1, 1));

    public static ContractFact Contract(PaymentForm payment = PaymentForm.Free, decimal? amount = null, PartyFact? from = null, PartyFact? to = null, params long[] patents) =>
        new(from ?? University, to ?? Enterprise, [.. (patents.Length == 0 ? [1] : patents).Select(id => Patent(id))], In2025(6), payment, amount);

    public static FigurePart Part(this Figure figure, string key) => figure.Parts.Single(part => part.Key == key);
}
