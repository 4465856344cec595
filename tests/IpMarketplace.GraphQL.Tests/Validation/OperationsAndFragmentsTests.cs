using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Validation;

/// <summary>Documents in which every operation reaches every fragment.</summary>
public sealed class OperationsAndFragmentsTests
{
    [Fact]
    public void Hundreds_of_operations_over_hundreds_of_fragments_are_held_against_all_rules()
    {
        var operations = string.Concat(Enumerable.Range(0, 300).Select(i => $"query Q{i}($number: String) {{ ...Hub }} "));
        var hub = $"fragment Hub on Query {{ {string.Concat(Enumerable.Range(0, 800).Select(i => $"...F{i} "))} }} ";
        var fragments = string.Concat(Enumerable.Range(0, 800).Select(i => $"fragment F{i} on Query {{ patent(number: $number) {{ name }} }} "));

        var limits = new RequestLimits { MaxFragments = int.MaxValue, MaxFragmentSpreads = int.MaxValue, MaxRootFields = int.MaxValue };
        Assert.Empty(TestSchema.Validate(operations + hub + fragments, new ValidationOptions { Limits = limits }));
    }
}
