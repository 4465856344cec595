using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.OpenLicensing;

/// <summary>Reasons and references that a step of a lifecycle asks for: what the history keeps must be there and must fit (GI-06).</summary>
public static class Reasons
{
    /// <summary>The longest reason.</summary>
    public const int Length = 1000;

    /// <summary>The longest reference to a document: a gazette number, a receipt, a voucher, a stored file.</summary>
    public const int ReferenceLength = 200;

    /// <summary>Refuses texts that are blank or too long, all at once.</summary>
    /// <param name="texts">Each with the input field it came from and its greatest length.</param>
    public static InputInvalid? Refuse(params ReadOnlySpan<(string Field, string? Text, int Length)> texts)
    {
        var problems = new List<InputProblem>();
        foreach (var (field, text, length) in texts)
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > length)
            {
                problems.Add(new InputProblem(field, $"It has 1 to {length} characters."));
            }
        }
        return problems.Count > 0 ? new InputInvalid(problems) : null;
    }
}
