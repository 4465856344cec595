using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace IpMarketplace.GraphQL.Language;

/// <summary>
/// The parser of GraphQL documents (2, 3 and Appendix C of the specification, September 2025). Whatever is not a document of the grammar, or
/// exceeds <see cref="ParserOptions"/>, is refused with a <see cref="SyntaxException"/>.
/// </summary>
public ref partial struct Utf8GraphQLParser
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ParserOptions _options;
    private readonly NameCache _names = NameCache.Current;
    private Utf8GraphQLReader _reader;
    private SyntaxNode[] _scratch = ArrayPool<SyntaxNode>.Shared.Rent(64);
    private int _scratchCount;
    private int _tokens;
    private int _depth;
    private int _directives;

    private Utf8GraphQLParser(ReadOnlySpan<byte> source, ParserOptions? options)
    {
        _options = options ?? ParserOptions.Default;
        _reader = new Utf8GraphQLReader(source);
    }

    private delegate T Production<out T>(ref Utf8GraphQLParser parser);

    /// <summary>Parses a document.</summary>
    public static DocumentNode Parse(ReadOnlySpan<byte> source, ParserOptions? options = null) =>
        ParseAll(source, options, (ref parser) => parser.ParseDocument());

    /// <summary>Parses a document.</summary>
    public static DocumentNode Parse(string source, ParserOptions? options = null) =>
        ParseAll(source, options, (ref parser) => parser.ParseDocument());

    /// <summary>Parses a value, which may hold variables.</summary>
    public static IValueNode ParseValue(ReadOnlySpan<byte> source, ParserOptions? options = null) =>
        ParseAll(source, options, (ref parser) => parser.ParseValueLiteral(isConstant: false));

    /// <summary>Parses a value, which may hold variables.</summary>
    public static IValueNode ParseValue(string source, ParserOptions? options = null) =>
        ParseAll(source, options, (ref parser) => parser.ParseValueLiteral(isConstant: false));

    /// <summary>Parses a reference to a type, such as <c>[Int!]</c>.</summary>
    public static ITypeNode ParseType(string source, ParserOptions? options = null) =>
        ParseAll(source, options, (ref parser) => parser.ParseTypeReference());

    private static T ParseAll<T>(string source, ParserOptions? options, Production<T> production)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(StrictUtf8.GetMaxByteCount(source.Length));
        try
        {
            return ParseAll(bytes.AsSpan(0, StrictUtf8.GetBytes(source, bytes)), options, production);
        }
        catch (EncoderFallbackException e)
        {
            throw new SyntaxException("Invalid character: a surrogate without its pair.", new Location(e.Index, 1, e.Index + 1));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static T ParseAll<T>(ReadOnlySpan<byte> source, ParserOptions? options, Production<T> production)
    {
        var parser = new Utf8GraphQLParser(source, options);
        try
        {
            parser.Advance();
            var result = production(ref parser);
            parser.Expect(TokenKind.EndOfFile);
            return result;
        }
        finally
        {
            ArrayPool<SyntaxNode>.Shared.Return(parser._scratch, clearArray: true);
        }
    }

    private DocumentNode ParseDocument()
    {
        var location = Here;
        var mark = _scratchCount;
        do Push(ParseDefinition());
        while (_reader.Kind != TokenKind.EndOfFile);
        return new DocumentNode(Pop<IDefinitionNode>(mark), location) { TokenCount = _tokens };
    }

    private readonly Location Here => _options.NoLocations ? default : _reader.Location;

    private void Advance()
    {
        if (_tokens++ > _options.MaxTokens)
            throw TooMuch(SyntaxLimit.Tokens, _options.MaxTokens, $"Document contains more than {_options.MaxTokens} tokens. Parsing aborted.");
        _reader.MoveNext();
    }

    private bool Skip(TokenKind kind)
    {
        if (_reader.Kind != kind) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (_reader.Kind != kind) throw Error($"Expected {kind.Describe()}, found {DescribeToken()}.");
        if (kind != TokenKind.EndOfFile) Advance();
    }

    private readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => _reader.Kind == TokenKind.Name && _reader.Text.SequenceEqual(keyword);

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword)) throw Error($"Expected \"{Encoding.ASCII.GetString(keyword)}\", found {DescribeToken()}.");
    }

    private string ParseName()
    {
        if (_reader.Kind != TokenKind.Name) throw Error($"Expected Name, found {DescribeToken()}.");
        var name = _names.Get(_reader.Text);
        Advance();
        return name;
    }

    private void Enter()
    {
        if (++_depth > _options.MaxDepth)
            throw TooMuch(SyntaxLimit.Nesting, _options.MaxDepth, $"Document is nested more than {_options.MaxDepth} levels deep. Parsing aborted.");
    }

    private void Leave() => _depth--;

    /// <summary>Lists are gathered on one shared stack, so that each ends as an array of exactly its size.</summary>
    private void Push(ISyntaxNode node)
    {
        if (_scratchCount == _scratch.Length)
        {
            var larger = ArrayPool<SyntaxNode>.Shared.Rent(_scratch.Length * 2);
            _scratch.CopyTo(larger, 0);
            ArrayPool<SyntaxNode>.Shared.Return(_scratch, clearArray: true);
            _scratch = larger;
        }

        _scratch[_scratchCount++] = (SyntaxNode)node;
    }

    private ImmutableArray<T> Pop<T>(int mark) where T : class, ISyntaxNode
    {
        var items = new T[_scratchCount - mark];
        for (var i = 0; i < items.Length; i++) items[i] = (T)(ISyntaxNode)_scratch[mark + i];
        _scratchCount = mark;
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private readonly SyntaxException Unexpected() => Error($"Unexpected {DescribeToken()}.");

    private readonly SyntaxException Error(string message) => new(message, _reader.Location);

    private readonly SyntaxLimitException TooMuch(SyntaxLimit exceeded, int limit, string message) => new(exceeded, limit, message, _reader.Location);

    private readonly string DescribeToken()
    {
        if (_reader.Kind is not (TokenKind.Name or TokenKind.Int or TokenKind.Float or TokenKind.String)) return _reader.Kind.Describe();
        var text = Encoding.UTF8.GetString(_reader.Text);
        return $"{_reader.Kind.Describe()} \"{(text.Length > 50 ? text[..50] + "…" : text)}\"";
    }
}
