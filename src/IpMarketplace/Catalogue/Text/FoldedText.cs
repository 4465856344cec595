namespace IpMarketplace.Catalogue.Text;

/// <summary>A folded text that remembers which character of the original each of its characters comes from. Reused from text to text.</summary>
internal sealed class FoldedText
{
    private char[] _chars = new char[256];
    private int[] _origins = new int[256];
    private int _length;

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, _length);

    /// <summary>The position in the original of a folded character.</summary>
    public int OriginOf(int position) => _origins[position];

    /// <summary>Reads another text.</summary>
    public void Read(ReadOnlySpan<char> text, TextFolding folding)
    {
        _length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var several = folding.Fold(text[i], out var single);
            if (several.IsEmpty)
            {
                Append(single, i);
            }
            foreach (var letter in several)
            {
                Append(letter, i);
            }
        }
    }

    private void Append(char letter, int origin)
    {
        if (_length == _chars.Length)
        {
            Array.Resize(ref _chars, _length * 2);
            Array.Resize(ref _origins, _length * 2);
        }
        _chars[_length] = letter;
        _origins[_length++] = origin;
    }
}
