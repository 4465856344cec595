using System.Reflection;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Mutations;
using IpMarketplace.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Persistence;

public sealed class IdempotencyRuleTests
{
    private static readonly MethodInfo[] Mutations =
    [
        .. typeof(MarketplaceSchema).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(MutationTypeAttribute)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsDefined(typeof(WithoutWriteTransactionAttribute))),
    ];

    [Fact]
    public void Every_mutation_that_writes_can_be_sent_again_GI_13()
    {
        Assert.NotEmpty(Mutations);
        Assert.Empty(Mutations
            .Where(method => !typeof(IIdempotentInput).IsAssignableFrom(method.GetParameters()[0].ParameterType))
            .Select(method => method.Name));
    }

    [Fact]
    public async Task Every_answer_can_be_given_again_GI_13()
    {
        await using var database = await TestDatabase.CreateAsync();
        var cards = database.Services.GetServices<IRepeatableAnswer>().Select(card => card.Kind).ToHashSet();

        Assert.Empty(Mutations
            .Select(method => (method.Name, Answer: method.ReturnType.GenericTypeArguments[0].GenericTypeArguments[0]))
            .Where(mutation => !typeof(Aggregate).IsAssignableFrom(mutation.Answer) && !cards.Contains(mutation.Answer.Name))
            .Select(mutation => $"{mutation.Name} answers {mutation.Answer.Name}"));
    }
}
