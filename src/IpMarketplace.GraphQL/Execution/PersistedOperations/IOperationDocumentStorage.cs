namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>Where registered documents lie. It is read once, when the executor is made; a faulty document stops the start.</summary>
public interface IOperationDocumentStorage
{
    /// <summary>Every document.</summary>
    /// <exception cref="OperationDocumentException">The storage cannot be read.</exception>
    IEnumerable<OperationDocument> ReadAll();
}
