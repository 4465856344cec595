namespace IpMarketplace.GraphQL.Errors;

/// <summary>Every value of <c>extensions.code</c> that the engine itself sends. Applications add their own beside these.</summary>
public static class ErrorCode
{
    /// <summary>The HTTP request is not a GraphQL request: no JSON object, a member of the wrong type, no query.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The HTTP request's body has more bytes than the server takes.</summary>
    public const string BodyLimitExceeded = "BODY_LIMIT_EXCEEDED";

    /// <summary>The list of requests is longer than the server takes.</summary>
    public const string BatchLimitExceeded = "BATCH_LIMIT_EXCEEDED";

    /// <summary>A request that a page of another site could have sent lacks the header that only a preflight lets through.</summary>
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";

    /// <summary>More files are sent than the server takes with one request.</summary>
    public const string FileLimitExceeded = "FILE_LIMIT_EXCEEDED";

    /// <summary>A file has more bytes than the server takes.</summary>
    public const string FileSizeLimitExceeded = "FILE_SIZE_LIMIT_EXCEEDED";

    /// <summary>A document is sent where registered ones alone are taken.</summary>
    public const string PersistedDocumentRequired = "PERSISTED_DOCUMENT_REQUIRED";

    /// <summary>No document is known by the id or hash; a client of Automatic Persisted Queries then sends both hash and document.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Clients cannot add documents here.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The document sent along is not the one of the hash.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>The document does not follow the grammar (spec 2).</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document breaks a validation rule (spec 5).</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>The document has too many tokens.</summary>
    public const string TokenLimitExceeded = "TOKEN_LIMIT_EXCEEDED";

    /// <summary>Brackets of the document, or of the request's JSON, are nested too deep.</summary>
    public const string NestingLimitExceeded = "NESTING_LIMIT_EXCEEDED";

    /// <summary>The document applies too many directives, in all or at one place.</summary>
    public const string DirectiveLimitExceeded = "DIRECTIVE_LIMIT_EXCEEDED";

    /// <summary>The document defines too many fragments, or spreads fragments in too many places.</summary>
    public const string FragmentLimitExceeded = "FRAGMENT_LIMIT_EXCEEDED";

    /// <summary>Fields lie too deep in each other.</summary>
    public const string DepthLimitExceeded = "DEPTH_LIMIT_EXCEEDED";

    /// <summary>The operation selects too many root fields.</summary>
    public const string RootFieldLimitExceeded = "ROOT_FIELD_LIMIT_EXCEEDED";

    /// <summary>The operation uses too many aliases.</summary>
    public const string AliasLimitExceeded = "ALIAS_LIMIT_EXCEEDED";

    /// <summary>The operation selects too many fields.</summary>
    public const string FieldLimitExceeded = "FIELD_LIMIT_EXCEEDED";

    /// <summary>Merging the document's selections (spec 5.3.2) would take too much work.</summary>
    public const string MergeLimitExceeded = "MERGE_LIMIT_EXCEEDED";

    /// <summary>The lists in the variables hold too many items.</summary>
    public const string ListLimitExceeded = "LIST_LIMIT_EXCEEDED";

    /// <summary>Lists of introspection lie too deep in each other.</summary>
    public const string IntrospectionLimitExceeded = "INTROSPECTION_LIMIT_EXCEEDED";

    /// <summary>The response would have more bytes than the server makes.</summary>
    public const string ResponseLimitExceeded = "RESPONSE_LIMIT_EXCEEDED";

    /// <summary>The operation's estimated cost is too high.</summary>
    public const string CostLimitExceeded = "COST_LIMIT_EXCEEDED";

    /// <summary>A page is asked for that is larger than pages may be.</summary>
    public const string PageSizeLimitExceeded = "PAGE_SIZE_LIMIT_EXCEEDED";

    /// <summary>As many operations run on the socket as are allowed.</summary>
    public const string OperationLimitExceeded = "OPERATION_LIMIT_EXCEEDED";

    /// <summary>As many sockets are open as a client may have.</summary>
    public const string SocketLimitExceeded = "SOCKET_LIMIT_EXCEEDED";

    /// <summary>The operation's name is missing, ambiguous or unknown (spec 6.1, GetOperation).</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>A variable's value does not fit its type (spec 6.1.2).</summary>
    public const string InvalidVariable = "INVALID_VARIABLE";

    /// <summary>An argument's value does not fit its type at run time (spec 6.4.1).</summary>
    public const string InvalidArgument = "INVALID_ARGUMENT";

    /// <summary>A global id is malformed, or names an object of another type.</summary>
    public const string InvalidId = "INVALID_ID";

    /// <summary>A non-null field or item had no value (spec 6.4.4).</summary>
    public const string NonNullViolation = "NON_NULL_VIOLATION";

    /// <summary>A resolver's value does not fit the field's type (spec 6.4.3, Result Coercion).</summary>
    public const string InvalidResult = "INVALID_RESULT";

    /// <summary>The object type behind an interface or union could not be told (spec 6.4.3, Resolving Abstract Types).</summary>
    public const string AbstractTypeUnresolved = "ABSTRACT_TYPE_UNRESOLVED";

    /// <summary>The field needs a signed-in user.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    /// <summary>The signed-in user may not use the field.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    /// <summary>The operation did not end within the server's time limit.</summary>
    public const string Timeout = "OPERATION_TIMEOUT";

    /// <summary>The kind of operation is not offered by this transport: a mutation by GET, a subscription over plain HTTP.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>An unexpected exception; the message is masked and carries the id under which the log has the details.</summary>
    public const string Unexpected = "UNEXPECTED_ERROR";
}
