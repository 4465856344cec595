using IpMarketplace.GraphQL.Building.Inference;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Pagination;

/// <summary>The arguments <c>first after last before</c> of a paged field: their definitions, and reading and checking them.</summary>
internal sealed class PageArguments(FieldArguments arguments, int maximum, int standard)
{
    private readonly int _first = arguments.IndexOf("first")!.Value;
    private readonly int _after = arguments.IndexOf("after")!.Value;
    private readonly int _last = arguments.IndexOf("last")!.Value;
    private readonly int _before = arguments.IndexOf("before")!.Value;

    /// <summary>The definitions of those of the four that the resolver does not take itself.</summary>
    public static IEnumerable<Argument> Definitions(InferenceContext context, FieldArguments given)
    {
        var number = context.Types.Leaf(typeof(int))!;
        var text = context.Types.Leaf(typeof(string))!;
        Argument[] all =
        [
            new("first", number) { Description = "At most so many items from the start." },
            new("after", text) { Description = "Only items after the one with this cursor." },
            new("last", number) { Description = "At most so many items from the end." },
            new("before", text) { Description = "Only items before the one with this cursor." },
        ];
        return all.Where(argument => given.IndexOf(argument.Name) is null);
    }

    /// <summary>The page asked for.</summary>
    /// <exception cref="GraphQLException">A size is negative or too large, or both sizes are given.</exception>
    public PagingArguments Read(IResolverContext context)
    {
        var (first, last) = (Size("first", context.ArgumentValue(_first)), Size("last", context.ArgumentValue(_last)));
        if (first is not null && last is not null)
        {
            throw Refusal("Give first or last, not both.", ErrorCode.InvalidArgument);
        }
        return new PagingArguments(
            first ?? (last is null ? standard : null),
            (string?)context.ArgumentValue(_after),
            last,
            (string?)context.ArgumentValue(_before),
            context.IsSelected("totalCount"));
    }

    private int? Size(string name, object? value)
    {
        if (value is not int size)
        {
            return null;
        }
        return size < 0 ? throw Refusal($"{name} must not be negative, but is {size}.", ErrorCode.InvalidArgument)
            : size > maximum ? throw Refusal($"{name} must be at most {maximum}, but is {size}. Ask for several pages.", ErrorCode.PageSizeLimitExceeded)
            : size;
    }

    private GraphQLException Refusal(string message, string code) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(code).SetExtension("limit", maximum).Build());
}
