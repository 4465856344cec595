namespace IpMarketplace.Catalogue.Index;

/// <summary>What a card shows of a patent, in 64 bytes beside its texts. Dates are day numbers, 0 where unknown.</summary>
internal struct CatalogueCard
{
    public long PatentId;

    /// <summary>The application number without its check digit; below 100,000,000 it is one of 8 digits. 0 where unknown.</summary>
    public long Number;

    public int FilingDay;
    public int PublicationDay;
    public int GrantDay;
    public int ExpiryDay;
    public int StatusConfirmedDay;

    /// <summary>When it was published last: the offer, otherwise the grant, the publication, the filing.</summary>
    public int NewestDay;

    /// <summary>The owners' place in <see cref="OwnerLists"/>.</summary>
    public int Owners;

    /// <summary>Where the texts begin in the segment.</summary>
    public int TextStart;

    public int Version;
    public byte Status;
    public byte ReadinessLevel;

    /// <summary>Whether every date is one.</summary>
    public readonly bool AreDays => IsDay(FilingDay) && IsDay(PublicationDay) && IsDay(GrantDay) && IsDay(ExpiryDay) && IsDay(StatusConfirmedDay) && IsDay(NewestDay);

    private static bool IsDay(int number) => number >= 0 && number <= DateOnly.MaxValue.DayNumber;
}
