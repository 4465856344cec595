using System.Collections;
using System.Reflection;

namespace IpMarketplace.GraphQL.Building.Mutations;

/// <summary>The errors one mutation may answer with, and the exceptions that become such errors.</summary>
internal sealed class DeclaredErrors
{
    private readonly string _mutation;
    private readonly Type[] _types;
    private readonly (Type Exception, Func<Exception, object> Create)[] _translations;

    public DeclaredErrors(MethodInfo method, IEnumerable<Type> common)
    {
        _mutation = $"{method.DeclaringType!.Name}.{method.Name}";
        var returned = method.ReturnType.GenericTypeArguments.Prepend(method.ReturnType).FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FieldResult<,>));
        var declared = method.GetCustomAttributes<ErrorAttribute>().Select(attribute => attribute.ErrorType).Concat(returned is null ? [] : [returned.GenericTypeArguments[1]]);
        _types = [.. declared.Concat(common).Distinct()];
        _translations = [.. _types.SelectMany(TranslationsOf)];
    }

    /// <summary>The C# types of the errors, the mutation's own first.</summary>
    public IReadOnlyList<Type> Types => _types;

    /// <summary>The payload for what the resolver answered.</summary>
    /// <exception cref="InvalidOperationException">It answered an error that it does not declare.</exception>
    public MutationPayload Wrap(object? result)
    {
        if (result is not IFieldResult answer)
        {
            return new MutationPayload(result, null);
        }
        return answer.IsSuccess ? new MutationPayload(answer.Value, null) : new MutationPayload(null, [.. Errors(answer.Value!).Select(Checked)]);
    }

    /// <summary>The payload for what the resolver threw; null when the exception is none of the declared ones.</summary>
    public MutationPayload? Wrap(Exception exception)
    {
        foreach (var (type, create) in _translations)
        {
            if (type.IsInstanceOfType(exception))
            {
                return new MutationPayload(null, [create(exception)]);
            }
        }
        return null;
    }

    private static IEnumerable<object> Errors(object error) => error is IEnumerable several and not string ? several.Cast<object>() : [error];

    private object Checked(object error) => _types.Any(type => type.IsInstanceOfType(error)) ? error : throw new InvalidOperationException(
        $"{_mutation} answered with a {error.GetType().Name}, which it does not declare. Add [Error<{error.GetType().Name}>] to the method.");

    private static IEnumerable<(Type, Func<Exception, object>)> TranslationsOf(Type error)
    {
        if (typeof(Exception).IsAssignableFrom(error))
        {
            yield return (error, exception => exception);
        }
        foreach (var method in error.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "CreateErrorFrom"))
        {
            if (method.GetParameters() is [var parameter] && typeof(Exception).IsAssignableFrom(parameter.ParameterType))
            {
                yield return (parameter.ParameterType, exception => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [exception], null)!);
            }
        }
        foreach (var constructor in error.GetConstructors())
        {
            if (constructor.GetParameters() is [var parameter] && typeof(Exception).IsAssignableFrom(parameter.ParameterType) && !typeof(Exception).IsAssignableFrom(error))
            {
                yield return (parameter.ParameterType, exception => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [exception], null));
            }
        }
    }
}
