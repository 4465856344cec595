using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace IpMarketplace.Testing;

/// <summary>The databases that tests run on. Every store of a test is the embedded one, or SQL Server's where <see cref="OnSqlServerAttribute.Variable"/> is set.</summary>
public enum TestProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>The test is about the embedded database itself: on SQL Server it would show nothing.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    /// <param name="reason">What of SQLite it is about.</param>
    public SqliteFactAttribute(string reason) => Skip = OnSqlServerAttribute.ConnectionString is null ? null : $"About the embedded database: {reason}";
}

/// <summary>The theory runs on the embedded database.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestProvider.Sqlite]];
}

/// <summary>The theory runs on SQL Server too, where <c>IPMARKETPLACE_TEST_SQLSERVER</c> holds a connection string.</summary>
public sealed class OnSqlServerAttribute : DataAttribute
{
    public const string Variable = "IPMARKETPLACE_TEST_SQLSERVER";

    public OnSqlServerAttribute() => Skip = ConnectionString is null ? $"SQL Server: not configured ({Variable} is not set)." : null;

    /// <summary>On what every test runs that does not choose.</summary>
    public static TestProvider Everywhere => ConnectionString is null ? TestProvider.Sqlite : TestProvider.SqlServer;

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestProvider.SqlServer]];
}
