using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation;

/// <summary>One validation of one document: what is given, where the walk stands, what was found.</summary>
public sealed class ValidationContext
{
    private readonly List<IError> _errors = [];
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    private readonly Dictionary<IExecutableDefinitionNode, DefinitionUsages> _usages = [];
    private readonly Dictionary<(int, int), bool> _overlaps = [];

    internal ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        (Schema, Document, Options) = (schema, document, options);
        foreach (var definition in document.Definitions)
        {
            if (definition is IExecutableDefinitionNode executable) _usages.Add(executable, new DefinitionUsages(executable));
            if (definition is FragmentDefinitionNode fragment) _fragments[fragment.Name] = fragment;
        }
    }

    /// <summary>The schema the document is held against.</summary>
    public Schema Schema { get; }

    /// <summary>The document.</summary>
    public DocumentNode Document { get; }

    /// <summary>The settings.</summary>
    public ValidationOptions Options { get; }

    /// <summary>The type the current selection selects upon; null where it is unknown.</summary>
    public CompositeType? ParentType { get; internal set; }

    /// <summary>The definition of the current field; null where it is unknown.</summary>
    public OutputField? Field { get; internal set; }

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<IError> Errors => _errors;

    /// <summary>Whether as many errors were found as are reported; nothing more needs to be looked at.</summary>
    public bool IsFull => _errors.Count >= Options.MaxErrors;

    /// <summary>Every operation of the document.</summary>
    public IEnumerable<OperationDefinitionNode> Operations => Document.Definitions.OfType<OperationDefinitionNode>();

    /// <summary>Every fragment of the document, those of the same name included.</summary>
    public IEnumerable<FragmentDefinitionNode> Fragments => Document.Definitions.OfType<FragmentDefinitionNode>();

    /// <summary>Finds a fragment of the document by its name.</summary>
    public FragmentDefinitionNode? Fragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>The type a fragment applies to; null where it is unknown or cannot be selected upon.</summary>
    public CompositeType? TypeOf(NamedTypeNode condition) => Schema.TryGetType<CompositeType>(condition.Name, out var type) ? type : null;

    /// <summary>What a definition uses itself.</summary>
    public DefinitionUsages UsagesOf(IExecutableDefinitionNode definition) => _usages[definition];

    /// <summary>What an operation uses, itself and in every fragment it reaches.</summary>
    public IReadOnlyList<DefinitionUsages> ReachableFrom(OperationDefinitionNode operation)
    {
        var own = _usages[operation];
        if (own.Reachable is { } known) return known;

        var reachable = new List<DefinitionUsages> { own };
        for (var i = 0; i < reachable.Count; i++)
        {
            foreach (var target in reachable[i].Targets(this))
            {
                if (ReferenceEquals(target.ReachedBy, operation)) continue;
                target.ReachedBy = operation;
                reachable.Add(target);
            }
        }

        return own.Reachable = reachable;
    }

    /// <summary>Whether some object may be of both types (GetPossibleTypes of 5.5.2.3).</summary>
    public bool Overlap(CompositeType one, CompositeType other)
    {
        if (ReferenceEquals(one, other)) return true;
        var key = (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id));
        if (!_overlaps.TryGetValue(key, out var overlap))
            _overlaps[key] = overlap = one.PossibleTypes.AsEnumerable().Intersect(other.PossibleTypes).Any();
        return overlap;
    }

    internal void Add(ErrorBuilder error, ReadOnlySpan<ISyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Location.IsKnown) error.AddLocation(node.Location.Line, node.Location.Column);
        }

        _errors.Add(error.Build());
    }
}
