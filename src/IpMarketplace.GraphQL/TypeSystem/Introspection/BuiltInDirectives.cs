using System.Collections.Frozen;
using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem.Introspection;

/// <summary>The directives every schema has (spec 3.13.1-3.13.5).</summary>
internal static class BuiltInDirectives
{
    /// <summary>What <c>@deprecated</c> says when it gives no reason (spec 3.13.3).</summary>
    public const string NoReason = "No longer supported";

    /// <summary>The names of the directives.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.ToFrozenSet(["skip", "include", "deprecated", "specifiedBy", "oneOf"]);

    public static ImmutableArray<DirectiveType> Of(ScalarType text, ScalarType boolean) =>
    [
        new("skip", [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment], [new("if", new NonNullType(boolean)) { Description = "Left out when true." }])
        {
            Description = "Leaves the selection out of the response when the condition is true.",
        },
        new("include", [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment], [new("if", new NonNullType(boolean)) { Description = "Left out unless true." }])
        {
            Description = "Leaves the selection out of the response unless the condition is true.",
        },
        new("deprecated", [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue],
            [new("reason", new NonNullType(text), new StringValueNode(NoReason)) { Description = "Why, and what to use instead, as Markdown." }])
        {
            Description = "Marks what should no longer be used.",
        },
        new("specifiedBy", [DirectiveLocation.Scalar], [new("url", new NonNullType(text)) { Description = "The address of the specification." }])
        {
            Description = "Says where the notation of a custom scalar is specified.",
        },
        new("oneOf", [DirectiveLocation.InputObject], []) { Description = "Exactly one field of the input object must be given, and it must not be null." },
    ];
}
