namespace IpMarketplace.OpenLicensing;

/// <summary>To what a co-owner consents.</summary>
public enum ConsentAct
{
    /// <summary>To declare the open licence (OL-07).</summary>
    Declare,

    /// <summary>To withdraw it (OL-41).</summary>
    Withdraw,
}

/// <summary>A co-owner's written consent; a row that is added and never changed.</summary>
public sealed class CoOwnerConsent
{
    private CoOwnerConsent()
    {
        OwnerName = "";
        Document = "";
    }

    internal CoOwnerConsent(long? ownerId, string ownerName, ConsentAct act, int round, string document, DateTimeOffset givenAt)
    {
        OwnerId = ownerId;
        OwnerName = ownerName;
        Act = act;
        Round = round;
        Document = document;
        GivenAt = givenAt;
    }

    /// <summary>The database key.</summary>
    internal long Id { get; private set; }

    /// <summary>The consenting organization, where it is registered here.</summary>
    internal long? OwnerId { get; private set; }

    /// <summary>The owner's name in the patent register.</summary>
    public string OwnerName { get; private set; }

    /// <summary>To what.</summary>
    public ConsentAct Act { get; private set; }

    /// <summary>For which round of terms it was given.</summary>
    internal int Round { get; private set; }

    /// <summary>The written consent, by its reference.</summary>
    public string Document { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset GivenAt { get; private set; }
}
