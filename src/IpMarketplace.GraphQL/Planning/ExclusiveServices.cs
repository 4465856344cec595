using System.Collections.Concurrent;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>Tells the fields whose resolvers take a service that must not be used by two of them at a time.</summary>
internal sealed class ExclusiveServices(IEnumerable<Type> types)
{
    private readonly Type[] _types = [.. types];
    private readonly ConcurrentDictionary<OutputField, bool> _known = new();

    public bool AreUsedBy(OutputField field) => _types.Length > 0 && field.Resolver is not null && _known.GetOrAdd(field, Examine);

    private bool Examine(OutputField field) =>
        field.Methods.SelectMany(method => method.GetParameters()).Any(parameter => _types.Any(type => type.IsAssignableFrom(parameter.ParameterType)));
}
