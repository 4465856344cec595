using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.Organizations;

/// <summary>An organization with this credit code is already registered.</summary>
/// <param name="CreditCode">The code given.</param>
public sealed record CreditCodeTaken(string CreditCode) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"An organization with the credit code {CreditCode} is already registered. Ask its administrator for an account.";
}

/// <summary>There is no recognition of this kind, or it was not conferred at that time (domain.md 5.6).</summary>
/// <param name="RecognitionCode">The kind given.</param>
/// <param name="From">The first day given.</param>
public sealed record RecognitionUnknown(string RecognitionCode, DateOnly From) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"No recognition {RecognitionCode} was conferred on {From:yyyy-MM-dd}.";
}
