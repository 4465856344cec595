using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Path = System.IO.Path;

namespace IpMarketplace.GraphQL.Tests.Conformance.KitchenSink;

/// <summary>The schema of the conformance cases, with the behaviour that the cases expect of each field.</summary>
internal sealed class KitchenSinkSchema
{
    private static readonly string[] People = ["ada", "bob", "cyd"];
    private static readonly string[] Animals = ["rex", "fido", "tom", "nemo"];
    private static readonly string[] Abstract = ["Node", "Named", "Entity", "Animal", "Pet", "Thing"];

    private readonly SchemaBuilder _builder;
    private readonly KitchenSinkData _data;
    private readonly Dictionary<string, object?> _root = [];

    private KitchenSinkSchema(string sdl, KitchenSinkData data) => (_builder, _data) = (SchemaBuilder.FromSdl(sdl), data);

    public static Schema Build()
    {
        var folder = Path.Combine(ConformanceCases.ProjectFolder, "Conformance", "KitchenSink");
        var sink = new KitchenSinkSchema(File.ReadAllText(Path.Combine(folder, "kitchen-sink.graphql")), KitchenSinkData.Read(File.ReadAllText(Path.Combine(folder, "kitchen-sink.data.json"))));
        sink.AddTypes();
        sink.AddObjects();
        sink.AddFailures();
        sink.AddLists();
        sink.AddOtherTypes();
        sink.AddMutations();
        sink.AddSubscriptions();
        return sink._builder.Build();
    }

    private void AddTypes()
    {
        _builder.AddScalar(new EvenType()).AddScalar(new TextType("Upper", upperCases: true)).AddScalar(new TextType("Stamp", upperCases: false));
        _builder.AddEnumValue("Level", "LOW", 1).AddEnumValue("Level", "MID", 5).AddEnumValue("Level", "HIGH", 9);
        foreach (var type in Abstract)
        {
            _builder.AddTypeResolver(type, value => ((Dictionary<string, object?>)value).GetValueOrDefault("__typename") switch
            {
                "(throws)" => throw KitchenSinkData.Boom("boom: type"),
                var name => (string?)name,
            });
        }
        _builder.UseDefaultResolver(field => field.Name switch
        {
            ['r', 'a', 'w', ..] when field.Arguments is [{ Name: "v" }] => context => ValueTask.FromResult(context.ArgumentValue(0)),
            ['e', 'c', 'h', 'o', ..] => context => ValueTask.FromResult<object?>(Echo(field, context)),
            _ => context => ResolveMemberAsync(context.Parent<Dictionary<string, object?>>().GetValueOrDefault(field.Name)),
        });
    }

    private async ValueTask<object?> ResolveMemberAsync(object? member)
    {
        var resolved = _data.Resolve(member);
        return resolved is Task<object?> late ? await late : resolved;
    }

    private static Dictionary<string, object?> Echo(OutputField field, IResolverContext context) =>
        field.Arguments.Where(argument => context.HasArgument(argument.Index)).ToDictionary(argument => argument.Name, argument => context.ArgumentValue(argument.Index));

    private void AddObjects()
    {
        Query("hello", _ => "world");
        Query("hola", context => $"hola {context.ArgumentValue(0) ?? "null"}");
        Query("self", _ => FieldValue.From(_root));
        Query("nothing", _ => default);
        Query("deep", _ => FieldValue.From(_data["deep"]));
        Query("deepOrNull", _ => FieldValue.From(_data["deep"]));
        Query("keywords", _ => FieldValue.From(_root));
        foreach (var word in "query mutation subscription fragment on type input enum schema true false null repeatable _ _1 A a".Split(' '))
        {
            _builder.AddResolver("Keywords", word, (IResolverContext _) => (FieldValue)word);
        }
        Query("ada", _ => FieldValue.From(_data["ada"]));
        Query("person", context => FieldValue.From(Person(context.ArgumentValue(0))));
        Query("node", context => FieldValue.From(Person(context.ArgumentValue(0))));
        Query("entity", context => FieldValue.From(Person(context.ArgumentValue(0))));
        Query("nodes", context => FieldValue.From(((object?[])context.ArgumentValue(0)!).Select(Person).ToArray()));
        Query("dog", _ => FieldValue.From(_data["rex"]));
        Query("cat", _ => FieldValue.From(_data["tom"]));
        Query("animal", context => FieldValue.From(_data.Named(Animals, animal => string.Equals((string?)animal["name"], (string?)context.ArgumentValue(0), StringComparison.OrdinalIgnoreCase))));
        Query("animals", _ => FieldValue.From(Animals.Select(name => _data[name]).ToArray()));
        Query("pets", _ => FieldValue.From(new[] { _data["rex"], _data["tom"], null }));
        Query("things", _ => FieldValue.From(new[] { _data["tom"], _data["ada"], _data["deep"], null }));
    }

    private Dictionary<string, object?>? Person(object? id) => _data.Named(People, person => Equals(person["id"], id));

    private void AddFailures()
    {
        Query("badAnimal", context => FieldValue.From(Bad(context)));
        Query("badPet", context => FieldValue.From(Bad(context)));
        Query("badAnimals", context => FieldValue.From(new[] { _data["rex"], Bad(context), null }));
        Query("throws", context => throw Failure(context));
        Query("throwsN", context => throw Failure(context));
        Query("rawSpecial", context => (string)context.ArgumentValue(0)! switch
        {
            "NOT_A_NUMBER" => double.NaN,
            "POSITIVE_INFINITY" => double.PositiveInfinity,
            "NEGATIVE_INFINITY" => double.NegativeInfinity,
            "LARGE" => double.MaxValue,
            _ => double.Epsilon,
        });
    }

    private static Dictionary<string, object?> Bad(IResolverContext context) => (string)context.ArgumentValue(0)! switch
    {
        "UNKNOWN_TYPE" => new() { ["__typename"] = "Ghost" },
        "NOT_A_MEMBER" => new() { ["__typename"] = "Deep" },
        "NO_TYPE" => [],
        _ => new() { ["__typename"] = "(throws)" },
    };

    private static GraphQLException Failure(IResolverContext context)
    {
        var error = ErrorBuilder.New().SetMessage(context.ArgumentValue(0) is string { Length: > 0 } message ? message : "null");
        foreach (var (name, value) in context.ArgumentValue(1) as Dictionary<string, object?> ?? [])
        {
            error.SetExtension(name, value);
        }
        return new GraphQLException(error.Build());
    }

    private void AddLists()
    {
        foreach (var field in new[] { "listOf", "listOfN", "listNOf", "listNOfN" })
        {
            Query(field, context => FieldValue.From(List((string)context.ArgumentValue(0)!)));
        }
        foreach (var field in new[] { "matrix", "matrixN", "matrixI", "matrixM" })
        {
            Query(field, context => FieldValue.From(Matrix((string)context.ArgumentValue(0)!)));
        }
    }

    private static object? List(string of) => of switch
    {
        "EMPTY" => Array.Empty<int>(),
        "FULL" => new[] { 1, 2, 3 },
        "WITH_NULL" => new int?[] { 1, null, 3 },
        "ALL_NULL" => new object?[] { null, null },
        "WITH_ERROR" => new object?[] { 1, Task.FromException<int>(KitchenSinkData.Boom("boom: item")), 3 },
        "WITH_ASYNC" => new object?[] { 1, KitchenSinkData.LaterAsync(() => 2), 3 },
        "WITH_ASYNC_ERROR" => new object?[] { 1, KitchenSinkData.LaterAsync(() => throw KitchenSinkData.Boom("boom: late item")), 3 },
        "NULL" => null,
        "ERROR" => throw KitchenSinkData.Boom("boom: list"),
        "NOT_A_LIST" => 7,
        _ => "abc",
    };

    private static object?[]? Matrix(string of) => of switch
    {
        "EMPTY" => [],
        "FULL" => [new[] { 1, 2 }, new[] { 3 }],
        "WITH_NULL" => [new int?[] { 1, null }, new[] { 3 }],
        "ALL_NULL" => [null, new object?[] { null }],
        "WITH_ERROR" => new object?[] { new[] { 1 }, new object?[] { Task.FromException<int>(KitchenSinkData.Boom("boom: item")), 3 } },
        "WITH_ASYNC" => new object?[] { new[] { 1 }, KitchenSinkData.LaterAsync(() => new[] { 2, 3 }) },
        "WITH_ASYNC_ERROR" => [new[] { 1 }, KitchenSinkData.LaterAsync(() => throw KitchenSinkData.Boom("boom: late item"))],
        "NULL" => null,
        "ERROR" => throw KitchenSinkData.Boom("boom: list"),
        "NOT_A_LIST" => new object?[] { new[] { 1 }, 7 },
        _ => new[] { new[] { "x" } },
    };

    private void AddOtherTypes()
    {
        _builder.AddResolver("Deep", "num", (IResolverContext context) => (FieldValue)(((int?)context.ArgumentValue(0) ?? 0) + ((int?)context.ArgumentValue(1) ?? 0)));
        _builder.AddResolver("Person", "greeting", (IResolverContext context) =>
        {
            var name = context.Parent<Dictionary<string, object?>>()["name"] ?? "null";
            var text = $"{name} greets {context.ArgumentValue(0) ?? "null"}";
            return context.ArgumentValue(1) is true ? text.ToUpperInvariant() : text;
        });
        _builder.AddResolver("Dog", "sound", (IResolverContext context) => Sound("woof", context, (int?)context.ArgumentValue(1) ?? 0));
        _builder.AddResolver("Cat", "sound", (IResolverContext context) => Sound("miaow", context, 1));
        _builder.AddResolver("Fish", "sound", (IResolverContext _) => default(FieldValue));
    }

    private static FieldValue Sound(string sound, IResolverContext context, int times)
    {
        var text = string.Join(' ', Enumerable.Repeat(sound, Math.Clamp(times, 0, 100)));
        return context.ArgumentValue(0) is true ? text.ToUpperInvariant() : text;
    }

    private void AddMutations()
    {
        Mutation("add", context => ValueTask.FromResult<object?>(Counter.Of(context).Add(context.ArgumentValue(0))));
        Mutation("addLater", async context => await KitchenSinkData.LaterAsync(() => Counter.Of(context).Add(context.ArgumentValue(0)), turns: 2));
        foreach (var field in new[] { "addThenFail", "addThenFailN" })
        {
            Mutation(field, context =>
            {
                Counter.Of(context).Add(context.ArgumentValue(0));
                throw KitchenSinkData.Boom($"boom: {field}");
            });
        }
        Mutation("current", context => ValueTask.FromResult<object?>(Counter.Of(context).Value));
        _builder.AddResolver("Counter", "value", (IResolverContext context) => (FieldValue)context.Parent<Counter>().Value);
        _builder.AddResolver("Counter", "valueLater", async context => await KitchenSinkData.LaterAsync(() => context.Parent<Counter>().Value, turns: 2));
        _builder.AddResolver("Counter", "fails", new PureFieldDelegate(_ => throw KitchenSinkData.Boom("boom: fails")));
        _builder.AddResolver("Counter", "failsN", new PureFieldDelegate(_ => throw KitchenSinkData.Boom("boom: failsN")));
    }

    private void AddSubscriptions()
    {
        foreach (var field in new[] { "ticks", "ticksN" })
        {
            _builder.AddSubscriber("Subscription", field, context => ValueTask.FromResult(TicksAsync((int)context.ArgumentValue(0)!)));
            _builder.AddResolver("Subscription", field, (IResolverContext context) =>
            {
                var tick = context.Parent<int>();
                return Equals(tick, context.ArgumentValue(1)) ? throw KitchenSinkData.Boom($"boom: tick {tick}") : Equals(tick, context.ArgumentValue(2)) ? default : (FieldValue)tick;
            });
        }
        _builder.AddSubscriber("Subscription", "people", _ => ValueTask.FromResult(EventsAsync([_data["ada"], _data["bob"], null])));
        _builder.AddResolver("Subscription", "people", (IResolverContext context) => FieldValue.From(context.Parent<Event>().Value));
        _builder.AddSubscriber("Subscription", "sourceThrows", _ => throw KitchenSinkData.Boom("boom: source"));
        _builder.AddSubscriber("Subscription", "sourceThrowsLater", async _ =>
        {
            await Task.Yield();
            throw KitchenSinkData.Boom("boom: source later");
        });
        _builder.AddSubscriber("Subscription", "sourceIsNotAStream", _ => ValueTask.FromResult((IAsyncEnumerable<object?>)(object)7));
    }

    private static async IAsyncEnumerable<object?> TicksAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<object?> EventsAsync(object?[] values)
    {
        foreach (var value in values)
        {
            await Task.Yield();
            yield return new Event(value);
        }
    }

    private void Query(string field, PureFieldDelegate resolver) => _builder.AddResolver("Query", field, resolver);

    private void Mutation(string field, FieldResolverDelegate resolver) => _builder.AddResolver("Mutation", field, resolver);

    private sealed record Event(object? Value);

    private sealed class Counter
    {
        public int Value { get; private set; }

        public static Counter Of(IResolverContext context)
        {
            if (!context.ContextData.TryGetValue("counter", out var counter))
            {
                context.ContextData["counter"] = counter = new Counter();
            }
            return (Counter)counter!;
        }

        public Counter Add(object? by)
        {
            Value += (int?)by ?? 0;
            return this;
        }
    }
}
