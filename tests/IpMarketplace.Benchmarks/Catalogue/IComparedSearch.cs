using IpMarketplace.Catalogue;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>What a question asks of every engine compared.</summary>
/// <param name="Words">The words, as they stand in the texts; none for everything.</param>
/// <param name="Section">The IPC section to which it is narrowed, if to one.</param>
internal sealed record Question(string[] Words, char? Section = null);

/// <summary>A patent as every engine compared takes it.</summary>
/// <param name="Entry">The patent.</param>
/// <param name="Head">The terms of its title, spelled, with blanks between them.</param>
/// <param name="Body">The terms of its texts, single characters left out.</param>
internal sealed record ComparedPatent(CatalogueEntry Entry, string Head, string Body);

/// <summary>An engine that is compared: it takes patents and answers questions with the first twenty and the number of all that are found.</summary>
internal interface IComparedSearch : IDisposable
{
    string Name { get; }

    /// <summary>The memory that the patents take, in bytes; null where it cannot be told.</summary>
    long Bytes { get; }

    void Add(IEnumerable<ComparedPatent> patents);

    /// <summary>Makes ready to be asked.</summary>
    void Complete();

    /// <returns>How many patents are found, -1 where the engine does not answer such questions.</returns>
    int Ask(Question question);
}
