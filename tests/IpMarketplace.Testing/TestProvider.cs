using System.Reflection;
using Xunit.Sdk;

namespace IpMarketplace.Testing;

/// <summary>The databases that integration tests run on.</summary>
public enum TestProvider
{
    Sqlite,
    SqlServer,
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

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestProvider.SqlServer]];
}
