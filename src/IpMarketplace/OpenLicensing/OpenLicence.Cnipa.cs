using IpMarketplace.Kernel.Errors;
using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <content>What is filed at CNIPA and what CNIPA does with it, as it is mirrored here (domain.md 9.4).</content>
public sealed partial class OpenLicence
{
    /// <summary>When it was filed at CNIPA, last.</summary>
    public DateOnly? FiledOn { get; private set; }

    /// <summary>CNIPA's receipt of the filing.</summary>
    internal string? ReceiptNumber { get; private set; }

    /// <summary>Until when a correction is due.</summary>
    public DateOnly? CorrectionDueOn { get; private set; }

    /// <summary>What CNIPA wants corrected, or why it refused.</summary>
    internal string? CnipaReason { get; private set; }

    /// <summary>When CNIPA announced it: from then on it binds (OL-30).</summary>
    public DateOnly? AnnouncedOn { get; private set; }

    /// <summary>The gazette that shows the announcement (INV-36).</summary>
    public string? GazetteNumber { get; private set; }

    /// <summary>When its withdrawal was filed.</summary>
    public DateOnly? WithdrawalFiledOn { get; private set; }

    /// <summary>The legitimate reason of the withdrawal (OL-42).</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>When the withdrawal was announced and took effect (OL-43).</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The gazette that shows the withdrawal.</summary>
    public string? WithdrawalGazetteNumber { get; private set; }

    /// <summary>When it ended with the right or the declared period.</summary>
    public DateOnly? LapsedOn { get; private set; }

    /// <summary>Records that it was filed at CNIPA, at first or again after a correction.</summary>
    public Refusal? File(Patent patent, DateOnly filedOn, string receiptNumber, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.File) ?? NotOn("filedOn", filedOn, FiledOn, today)) is { } refusal)
        {
            return refusal;
        }
        if ((ConsentsMissing(patent, ConsentAct.Declare) ?? Barred(patent, today) ?? Outlives(patent, today)) is { } barred)
        {
            return barred;
        }
        FiledOn = filedOn;
        ReceiptNumber = receiptNumber;
        CorrectionDueOn = null;
        CnipaReason = null;
        Take(OpenLicenceAction.File, null, receiptNumber);
        Announce(new OpenLicenceFiled());
        return null;
    }

    /// <summary>Records that CNIPA asks for a correction.</summary>
    public Refusal? RecordCorrection(string reason, DateOnly dueOn)
    {
        if (Refuses(OpenLicenceAction.RecordCorrection) is { } refusal)
        {
            return refusal;
        }
        if (dueOn < FiledOn)
        {
            return new InputInvalid("dueOn", $"A correction is due after the filing of {FiledOn:yyyy-MM-dd}.", $"{dueOn:yyyy-MM-dd}");
        }
        CnipaReason = reason;
        CorrectionDueOn = dueOn;
        Take(OpenLicenceAction.RecordCorrection, reason);
        return null;
    }

    /// <summary>Records that CNIPA refused it.</summary>
    public Refusal? RecordRefusal(string reason)
    {
        if (Refuses(OpenLicenceAction.RecordRefusal) is { } refusal)
        {
            return refusal;
        }
        CnipaReason = reason;
        CorrectionDueOn = null;
        Take(OpenLicenceAction.RecordRefusal, reason);
        return null;
    }

    /// <summary>Records CNIPA's announcement with its evidence (INV-36); the offer binds and accepts notices.</summary>
    public Refusal? RecordAnnouncement(Patent patent, DateOnly announcedOn, string gazetteNumber, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.RecordAnnouncement) ?? NotOn("announcedOn", announcedOn, FiledOn, today)) is { } refusal)
        {
            return refusal;
        }
        if ((Barred(patent, today) ?? Outlives(patent, today)) is { } barred)
        {
            return barred;
        }
        AnnouncedOn = announcedOn;
        GazetteNumber = gazetteNumber;
        Accepting = true;
        Take(OpenLicenceAction.RecordAnnouncement, null, gazetteNumber);
        Announce(new OpenLicenceAnnounced());
        return null;
    }

    /// <summary>Records that its withdrawal was filed, for a legitimate reason and by all owners (OL-40 to OL-42).</summary>
    public Refusal? FileWithdrawal(Patent patent, string reason, DateOnly filedOn, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.FileWithdrawal) ?? NotOn("filedOn", filedOn, AnnouncedOn, today)) is { } refusal)
        {
            return refusal;
        }
        if (ConsentsMissing(patent, ConsentAct.Withdraw) is { } missing)
        {
            return missing;
        }
        WithdrawalReason = reason;
        WithdrawalFiledOn = filedOn;
        Take(OpenLicenceAction.FileWithdrawal, reason);
        return null;
    }

    /// <summary>Records the announcement of the withdrawal; it takes effect that day (OL-43) and touches no licence taken before (OL-44).</summary>
    public Refusal? RecordWithdrawal(DateOnly announcedOn, string gazetteNumber, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.RecordWithdrawal) ?? NotOn("announcedOn", announcedOn, WithdrawalFiledOn, today)) is { } refusal)
        {
            return refusal;
        }
        WithdrawnOn = announcedOn;
        WithdrawalGazetteNumber = gazetteNumber;
        Accepting = false;
        Take(OpenLicenceAction.RecordWithdrawal, null, gazetteNumber);
        Announce(new OpenLicenceWithdrawn());
        return null;
    }

    /// <summary>Records that the withdrawal was retracted or refused; the consents to it are used up.</summary>
    public Refusal? RetractWithdrawal(string reason)
    {
        if (Refuses(OpenLicenceAction.RetractWithdrawal) is { } refusal)
        {
            return refusal;
        }
        ConsentRound++;
        WithdrawalFiledOn = null;
        WithdrawalReason = null;
        Take(OpenLicenceAction.RetractWithdrawal, reason);
        return null;
    }

    private static InputInvalid? NotOn(string field, DateOnly given, DateOnly? earliest, DateOnly today) =>
        given > today ? new InputInvalid(field, $"The day lies in the future; today is {today:yyyy-MM-dd}.", $"{given:yyyy-MM-dd}")
        : given < earliest ? new InputInvalid(field, $"The day lies before {earliest:yyyy-MM-dd}, when the step before was taken.", $"{given:yyyy-MM-dd}")
        : null;
}
