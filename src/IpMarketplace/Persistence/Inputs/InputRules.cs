using System.Reflection;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Texts;

namespace IpMarketplace.Persistence.Inputs;

/// <summary>
/// The convention for everything that is sent: texts are cleaned before anybody reads them, and what is too long, blank, out of range or a name
/// without a letter is refused by its path. A query's value becomes a request fault, a mutation's an <see cref="InputInvalid"/>.
/// </summary>
public static class InputRules
{
    private const int LongestShown = 100;

    private static readonly HashSet<Type> OfMutations = [.. typeof(InputRules).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(MutationTypeAttribute)))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .SelectMany(method => method.GetParameters().Where(parameter => parameter.Name == "input"))
        .SelectMany(parameter => InputShape.ClassesIn(parameter.ParameterType))];

    /// <summary>How the values of an argument or input field are cleaned, and of a query checked, while they are read.</summary>
    public static InputFormatter? FormatterOf(InputTarget target)
    {
        var isOfMutation = target.DeclaringType is { } type && OfMutations.Contains(type);
        if (target.Type == typeof(string))
        {
            return Has<SecretAttribute>(target) ? null
                : Has<ParagraphsAttribute>(target) ? (value, _) => NullIfBlank(CleanText.Paragraphs((string)value), target)
                : isOfMutation ? (value, _) => NullIfBlank(CleanText.Line((string)value), target)
                : Has<MayBeBlankAttribute>(target) ? null
                : (value, problems) => Checked(CleanText.Line((string)value), InputLimits.ProblemOf((string)value, InputLimits.LongestQueryText), problems);
        }
        return !isOfMutation && (target.Type == typeof(decimal) || target.Type == typeof(DateOnly))
            ? (value, problems) => Checked(value, InputLimits.ProblemOf(value), problems)
            : null;
    }

    /// <summary>What is wrong with a mutation's input by these rules; empty when nothing is.</summary>
    internal static IReadOnlyList<InputProblem> ProblemsOf(object input)
    {
        var problems = new List<InputProblem>();
        foreach (var leaf in InputShape.LeavesOf(input))
        {
            if (ProblemOf(leaf) is { } problem)
            {
                problems.Add(new InputProblem(leaf.Path, problem, leaf.Traits.IsSecret ? null : InputLimits.Written(leaf.Value)));
            }
        }
        return problems;
    }

    private static string? ProblemOf(InputLeaf leaf) => leaf.Value switch
    {
        string text when InputLimits.ProblemOf(text, InputLimits.LongestText) is { } tooLong => tooLong,
        string text when !leaf.Traits.IsNullable && !leaf.Traits.MayBeBlank && string.IsNullOrWhiteSpace(text) => "It has 1 character at least that can be seen.",
        string text when leaf.Traits.IsName && !CleanText.HasLetter(text) => "A name has a letter at least.",
        string => null,
        var value => InputLimits.ProblemOf(value),
    };

    private static bool Has<T>(InputTarget target) where T : Attribute => target.Sources.Any(source => source.IsDefined(typeof(T), inherit: false));

    // What is blank says nothing: where nothing may be said, it is left out.
    private static string? NullIfBlank(string text, InputTarget target) => text.Length == 0 && target.IsNullable ? null : text;

    private static object? Checked(object value, string? problem, CoercionProblems problems)
    {
        if (problem is not null)
        {
            problems.Add($"{problem} Given: {CleanText.Shortened(InputLimits.Written(value), LongestShown)}");
        }
        return value;
    }
}
