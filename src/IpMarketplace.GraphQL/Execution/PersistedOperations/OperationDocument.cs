namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>A document that clients may name instead of sending it.</summary>
/// <param name="Name">One of its names; the SHA-256 of the text, in lower-case hexadecimal, is always the other.</param>
/// <param name="Text">The document, as UTF-8.</param>
/// <param name="Source">Where it comes from, for messages: the path of a file.</param>
public sealed record OperationDocument(string Name, ReadOnlyMemory<byte> Text, string Source);
