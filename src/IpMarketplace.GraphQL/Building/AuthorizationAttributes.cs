namespace IpMarketplace.GraphQL.Building;

/// <summary>The field, or every field of the type, is only for callers that meet the requirement. Without policy and roles: for signed-in callers. Checked before anything of the operation runs.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>For signed-in callers.</summary>
    public AuthorizeAttribute()
    {
    }

    /// <summary>For callers that fulfil the policy.</summary>
    public AuthorizeAttribute(string policy) => Policy = policy;

    /// <summary>The policy; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>The roles of which the caller has at least one; null for any.</summary>
    public string[]? Roles { get; set; }
}

/// <summary>The field is for everybody, also where its type is not.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;
