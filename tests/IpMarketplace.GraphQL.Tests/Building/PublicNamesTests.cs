using System.Reflection;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Tests.Building;

/// <summary>The names a .NET developer knows are there, and every attribute stands in a schema of these tests.</summary>
public sealed class PublicNamesTests
{
    private static readonly Assembly Engine = typeof(QueryTypeAttribute).Assembly;

    [Theory]
    [InlineData("QueryTypeAttribute MutationTypeAttribute SubscriptionTypeAttribute")]
    [InlineData("ObjectTypeAttribute ObjectTypeAttribute`1 ExtendObjectTypeAttribute`1 InterfaceTypeAttribute UnionTypeAttribute EnumTypeAttribute InputObjectTypeAttribute OneOfAttribute")]
    [InlineData("ParentAttribute ServiceAttribute IDAttribute IDAttribute`1 NodeResolverAttribute")]
    [InlineData("GraphQLNameAttribute GraphQLDescriptionAttribute GraphQLIgnoreAttribute GraphQLDeprecatedAttribute GraphQLTypeAttribute GraphQLTypeAttribute`1 DefaultValueAttribute")]
    [InlineData("AuthorizeAttribute AllowAnonymousAttribute CostAttribute ListSizeAttribute")]
    [InlineData("ErrorAttribute ErrorAttribute`1 FieldResult`1 FieldResult`2 IFieldResult UseMutationConventionAttribute")]
    [InlineData("UsePagingAttribute Connection`1 Edge`1 ConnectionPageInfo PagingArguments Optional`1")]
    [InlineData("SubscribeAttribute TopicAttribute EventMessageAttribute ITopicEventSender ITopicEventReceiver ISourceStream`1")]
    [InlineData("BatchDataLoader`2 GroupedDataLoader`2 IDataLoader`2 IBatchScheduler DataLoaderOptions")]
    [InlineData("GraphQLException ErrorBuilder IError IErrorFilter IResolverContext IMiddlewareContext IRequestExecutor")]
    [InlineData("UuidType DateTimeType LocalDateType DecimalType LongType UrlType AnyType UploadType IFile")]
    public void Is_public(string names)
    {
        var exported = Engine.GetExportedTypes().Select(type => type.Name).ToHashSet();
        Assert.All(names.Split(' '), name => Assert.Contains(name, exported));
    }

    [Fact]
    public void Every_attribute_is_used_by_a_schema_of_these_tests()
    {
        var used = typeof(PublicNamesTests).Assembly.GetTypes().SelectMany(AttributesOf).ToHashSet();
        var attributes = Engine.GetExportedTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Attribute)));

        Assert.All(attributes, attribute => Assert.Contains(attribute, used));
    }

    [Theory]
    [InlineData("UUID")]
    [InlineData("DateTime")]
    [InlineData("LocalDate")]
    [InlineData("Decimal")]
    [InlineData("Long")]
    [InlineData("URL")]
    [InlineData("Any")]
    [InlineData("Upload")]
    public void A_scalar_has_its_name_and_says_what_it_takes(string name)
    {
        var scalars = Engine.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ScalarType)) && !type.IsAbstract && type.GetConstructor([]) is not null);
        var scalar = Assert.Single(scalars.Select(type => (ScalarType)Activator.CreateInstance(type)!), scalar => scalar.Name == name);

        Assert.False(string.IsNullOrEmpty(scalar.Description));
    }

    private static IEnumerable<Type> AttributesOf(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        IEnumerable<ICustomAttributeProvider> places =
        [
            type,
            .. type.GetMembers(all),
            .. type.GetMethods(all).SelectMany(method => method.GetParameters()),
            .. type.GetConstructors(all).SelectMany(constructor => constructor.GetParameters()),
        ];
        return places.SelectMany(place => place.GetCustomAttributes(inherit: false)).Select(attribute => attribute.GetType())
            .Select(attribute => attribute.IsGenericType ? attribute.GetGenericTypeDefinition() : attribute);
    }
}
