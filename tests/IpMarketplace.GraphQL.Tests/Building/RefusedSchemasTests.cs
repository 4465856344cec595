using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Tests.Building;

/// <summary>Wrong C# is refused with a message that names the member at fault.</summary>
public sealed class RefusedSchemasTests
{
    [Fact]
    public void A_method_that_answers_nothing_is_no_field() => Refused(
        "IpMarketplace.GraphQL.Tests.Building.RefusedSchemasTests+AnswersNothing.Forget answers nothing, so it cannot be a field. Return a value, or mark it [GraphQLIgnore].",
        typeof(AnswersNothing));

    [Fact]
    public void Two_methods_of_one_name_are_named_both() => Refused(
        "Field Query.book (by Twice.Book and Twice.GetBookAsync) is defined more than once.",
        typeof(Twice));

    [Fact]
    public void Two_types_of_one_name_are_named_both() => Refused(
        "The type name Same is taken by several C# types: IpMarketplace.GraphQL.Tests.Building.RefusedSchemasTests+Same, IpMarketplace.GraphQL.Tests.Building.RefusedSchemasTests+AlsoSame. Rename one by [GraphQLName].",
        typeof(ClashingTypes));

    [Fact]
    public void A_schema_needs_a_query_root() => Refused("The schema has no query root type.", typeof(OnlyMutations));

    [Fact]
    public void Paging_needs_a_list() => Refused(
        "IpMarketplace.GraphQL.Tests.Building.RefusedSchemasTests+PagesNothing.Number is marked [UsePaging] but returns Int32. Return a Connection<T>, an IQueryable<T> or a sequence.",
        typeof(PagesNothing));

    [Fact]
    public void One_connection_name_stands_for_one_list() => Refused(
        "OtherItems.GetItems and Items.GetItems both make a ItemsConnection, but not the same one. Give one of them a ConnectionName.",
        typeof(Items), typeof(OtherItems));

    [Fact]
    public void An_input_class_is_made_by_a_constructor_whose_parameters_are_its_properties() => Refused(
        "The input class IpMarketplace.GraphQL.Tests.Building.RefusedSchemasTests+Hidden cannot be made of a request: its constructor's parameter secret has no property of the same name. If it is meant to be a service, register it.",
        typeof(TakesHidden));

    [Fact]
    public void A_type_has_one_node_resolver() => Refused(
        "Same has two node resolvers: TwoNodeResolvers.GetAgain and TwoNodeResolvers.GetSame.",
        typeof(TwoNodeResolvers));

    [Fact]
    public void A_OneOf_takes_only_what_may_be_null() => Refused(
        "Input field ChoiceInput.number must allow null, because ChoiceInput is a OneOf.",
        typeof(TakesChoice));

    [Fact]
    public void A_subscription_says_where_its_events_come_from() => Refused(
        "IpMarketplace.GraphQL.Tests.Building.RefusedSchemasTests+Unfed.Ticked has no parameter marked [EventMessage].",
        typeof(Unfed));

    [Fact]
    public void A_required_argument_is_not_deprecated() => Refused(
        "Argument Query.hello(name:) is required, so it cannot be deprecated. Allow null or give a default first.",
        typeof(DeprecatesRequired));

    private static void Refused(string message, params Type[] types)
    {
        var refusal = Assert.Throws<SchemaException>(() => BookshopSchema.Of(types));

        Assert.Contains(message, refusal.Problems.Select(problem => problem.Message));
    }

    [QueryType]
    public static class AnswersNothing
    {
        public static void Forget()
        {
        }
    }

    [QueryType]
    public static class Twice
    {
        public static int Book() => 1;

        public static Task<int> GetBookAsync() => Task.FromResult(1);
    }

    public sealed record Same(int A);

    [GraphQLName("Same")]
    public sealed record AlsoSame(int B);

    [QueryType]
    public static class ClashingTypes
    {
        public static Same A() => new(1);

        public static AlsoSame B() => new(2);
    }

    [MutationType]
    public static class OnlyMutations
    {
        public static int Do() => 1;
    }

    [QueryType]
    public static class PagesNothing
    {
        [UsePaging]
        public static int Number() => 1;
    }

    [QueryType]
    public static class Items
    {
        [UsePaging]
        public static IReadOnlyList<Same> GetItems() => [];
    }

    [ObjectType<Same>]
    public static class OtherItems
    {
        [UsePaging]
        public static IReadOnlyList<int> GetItems([Parent] Same parent) => [parent.A];
    }

    public sealed class Hidden(int secret)
    {
        public int Shown { get; set; } = secret;
    }

    [QueryType]
    public static class TakesHidden
    {
        public static int Take(Hidden hidden) => hidden.Shown;
    }

    [QueryType]
    public static class TwoNodeResolvers
    {
        [NodeResolver]
        public static Same? GetSame(long id) => new((int)id);

        [NodeResolver]
        public static Same? GetAgain(long id) => new((int)id);
    }

    [OneOf]
    public sealed record Choice(int Number, string? Text);

    [QueryType]
    public static class TakesChoice
    {
        public static int Take(Choice choice) => choice.Number;
    }

    [QueryType]
    [SubscriptionType]
    public static class Unfed
    {
        [Subscribe]
        public static int Ticked() => 1;
    }

    [QueryType]
    public static class DeprecatesRequired
    {
        public static string Hello([GraphQLDeprecated("Names are out.")] string name) => name;
    }
}
