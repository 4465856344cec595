using System.Collections.Immutable;
using System.Reflection;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>What callers must fulfil, out of <c>[Authorize]</c>.</summary>
internal static class Requirements
{
    public static ImmutableArray<AuthorizationRequirement> Of(params ReadOnlySpan<MemberInfo> places)
    {
        var found = ImmutableArray.CreateBuilder<AuthorizationRequirement>();
        foreach (var place in places)
        {
            found.AddRange(place.GetCustomAttributes<AuthorizeAttribute>().Select(attribute => new AuthorizationRequirement(attribute.Policy, [.. attribute.Roles ?? []])));
        }
        return found.ToImmutable();
    }

    /// <summary>The description with what is required appended as a paragraph of its own.</summary>
    public static string? Describe(string? description, ImmutableArray<AuthorizationRequirement> requirements, SchemaOptions options)
    {
        var sentences = requirements.Select(options.DescribeRequirement).OfType<string>().Distinct().ToArray();
        return sentences.Length == 0 ? description : string.Join("\n\n", sentences.Prepend(description).OfType<string>());
    }
}
