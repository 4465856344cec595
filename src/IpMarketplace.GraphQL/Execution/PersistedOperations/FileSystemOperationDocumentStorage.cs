using System.IO;

namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>The documents of a folder and those below it: every <c>*.graphql</c> file, named as the file without its extension.</summary>
internal sealed class FileSystemOperationDocumentStorage(string folder) : IOperationDocumentStorage
{
    public IEnumerable<OperationDocument> ReadAll()
    {
        try
        {
            var files = Directory.GetFiles(folder, "*.graphql", SearchOption.AllDirectories);
            return files.Length > 0
                ? [.. files.Order(StringComparer.Ordinal).Select(file => new OperationDocument(System.IO.Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file), file))]
                : throw new OperationDocumentException($"The folder of registered operations, {folder}, holds no *.graphql file.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperationDocumentException($"The folder of registered operations, {folder}, cannot be read: {failure.Message}");
        }
    }
}
