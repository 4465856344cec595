using System.Buffers.Binary;
using System.Security.Cryptography;
using IpMarketplace.Following;
using Microsoft.Win32.SafeHandles;

namespace IpMarketplace.Catalogue.Storage;

/// <summary>What a stored catalogue is a copy of: it counts only where all of this agrees, and where the feed still holds the mark.</summary>
/// <param name="Build">The build that wrote it: another one may read texts, or number values, in another way.</param>
/// <param name="Database">The database it was read from.</param>
/// <param name="Mark">The last change of the feed that it contains.</param>
/// <param name="Day">The legal day as of which it was read.</param>
internal sealed record StoredMoment(Guid Build, Guid Database, FeedMark Mark, DateOnly Day);

/// <summary>Where a section lies in the file, and what its bytes hash to.</summary>
internal readonly record struct StoredSection(long Start, long Length, byte[] Hash);

/// <summary>
/// The beginning of the file, written last: <c>IPMCATAL</c>, the version of the format, the moment, the file's length, the directory of sections,
/// and the hash of all that. Numbers are little-endian.
/// </summary>
internal sealed record StoredHeader(StoredMoment Moment, IReadOnlyList<StoredSection> Sections)
{
    /// <summary>Raise it with every change of what is written, of its order or of its meaning.</summary>
    private const int Format = 1;

    private const int FixedSize = 88;
    private const int SectionSize = 16 + SHA256.HashSizeInBytes;
    private const int MostSections = 1 << 16;
    private static readonly ulong Magic = BinaryPrimitives.ReadUInt64LittleEndian("IPMCATAL"u8);

    /// <summary>The size of a header with so many sections.</summary>
    public static int SizeOf(int sections) => FixedSize + sections * SectionSize + SHA256.HashSizeInBytes;

    /// <summary>The header as bytes.</summary>
    public byte[] ToBytes(long fileLength)
    {
        var bytes = new byte[SizeOf(Sections.Count)];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteUInt64LittleEndian(span, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(span[8..], Format);
        BinaryPrimitives.WriteInt32LittleEndian(span[12..], Sections.Count);
        Moment.Build.TryWriteBytes(span[16..]);
        Moment.Database.TryWriteBytes(span[32..]);
        BinaryPrimitives.WriteInt64LittleEndian(span[48..], Moment.Mark.ChangeId);
        BinaryPrimitives.WriteInt64LittleEndian(span[56..], Moment.Mark.At.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(span[64..], Moment.Mark.AggregateId);
        BinaryPrimitives.WriteInt32LittleEndian(span[72..], Moment.Day.DayNumber);
        BinaryPrimitives.WriteInt64LittleEndian(span[80..], fileLength);
        for (var i = 0; i < Sections.Count; i++)
        {
            var entry = span[(FixedSize + i * SectionSize)..];
            BinaryPrimitives.WriteInt64LittleEndian(entry, Sections[i].Start);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], Sections[i].Length);
            Sections[i].Hash.CopyTo(entry[16..]);
        }
        SHA256.HashData(span[..^SHA256.HashSizeInBytes], span[^SHA256.HashSizeInBytes..]);
        return bytes;
    }

    /// <summary>Reads the header of a file.</summary>
    /// <exception cref="InvalidDataException">It is none, of another format, cut off or damaged.</exception>
    public static StoredHeader Read(SafeFileHandle file)
    {
        var fileLength = RandomAccess.GetLength(file);
        var start = Bytes(file, FixedSize, fileLength);
        if (BinaryPrimitives.ReadUInt64LittleEndian(start) != Magic)
        {
            throw new InvalidDataException("it is no stored catalogue");
        }
        if (BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(8)) is not Format and var format)
        {
            throw new InvalidDataException($"it has the format {format}, this build reads {Format}");
        }
        var sections = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(12));
        if (sections is < 1 or > MostSections || BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(80)) != fileLength)
        {
            throw new InvalidDataException("it is cut off or damaged");
        }
        var bytes = Bytes(file, SizeOf(sections), fileLength);
        if (!SHA256.HashData(bytes.AsSpan()[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes.AsSpan()[^SHA256.HashSizeInBytes..]))
        {
            throw new InvalidDataException("its header is damaged");
        }
        return new StoredHeader(MomentOf(bytes), [.. Enumerable.Range(0, sections).Select(i => SectionOf(bytes.AsSpan(FixedSize + i * SectionSize), fileLength))]);
    }

    private static StoredMoment MomentOf(ReadOnlySpan<byte> bytes)
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes[56..]);
        var day = BinaryPrimitives.ReadInt32LittleEndian(bytes[72..]);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks && day >= 0 && day <= DateOnly.MaxValue.DayNumber
            ? new StoredMoment(
                new Guid(bytes.Slice(16, 16)),
                new Guid(bytes.Slice(32, 16)),
                new FeedMark(BinaryPrimitives.ReadInt64LittleEndian(bytes[48..]), new DateTimeOffset(ticks, TimeSpan.Zero), BinaryPrimitives.ReadInt64LittleEndian(bytes[64..])),
                DateOnly.FromDayNumber(day))
            : throw new InvalidDataException("its header holds no dates");
    }

    private static StoredSection SectionOf(ReadOnlySpan<byte> entry, long fileLength)
    {
        var section = new StoredSection(
            BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), entry.Slice(16, SHA256.HashSizeInBytes).ToArray());
        return section.Start >= 0 && section.Length >= 0 && section.Length <= fileLength && section.Start <= fileLength - section.Length
            ? section
            : throw new InvalidDataException("a section lies outside of it");
    }

    private static byte[] Bytes(SafeFileHandle file, int count, long fileLength)
    {
        var bytes = new byte[count];
        return fileLength >= count && RandomAccess.Read(file, bytes, 0) == count ? bytes : throw new InvalidDataException("it is cut off");
    }
}
