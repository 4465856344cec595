using System.Collections.Frozen;
using System.Security.Cryptography;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>The documents of the storages, parsed and validated, by their names and by the SHA-256 of their texts.</summary>
internal sealed class RegisteredDocuments
{
    private readonly FrozenDictionary<string, CachedDocument> _byId;

    private RegisteredDocuments(Dictionary<string, CachedDocument> byId) => _byId = byId.ToFrozenDictionary(StringComparer.Ordinal);

    public CachedDocument? Find(string id) => _byId.GetValueOrDefault(id);

    /// <exception cref="OperationDocumentException">Documents are invalid, or two have the same name; all problems at once.</exception>
    public static RegisteredDocuments Load(IEnumerable<IOperationDocumentStorage> storages, DocumentStore store)
    {
        var byId = new Dictionary<string, CachedDocument>(StringComparer.Ordinal);
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var document in storages.SelectMany(storage => storage.ReadAll()))
        {
            if (!sources.TryAdd(document.Name, document.Source))
            {
                problems.Add($"{document.Source}: the name \"{document.Name}\" is that of {sources[document.Name]} already.");
                continue;
            }
            try
            {
                byId[document.Name] = byId[Sha256(document.Text.Span)] = store.Get(document.Text);
            }
            catch (GraphQLException invalid)
            {
                problems.AddRange(invalid.Errors.Select(error => $"{document.Source}{Place(error)}: {error.Message}"));
            }
        }
        return problems.Count == 0 ? new RegisteredDocuments(byId) : throw new OperationDocumentException(problems);
    }

    /// <summary>The SHA-256 of a text in lower-case hexadecimal.</summary>
    public static string Sha256(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));

    private static string Place(IError error) => error.Locations is [var first, ..] ? $":{first.Line}:{first.Column}" : string.Empty;
}
