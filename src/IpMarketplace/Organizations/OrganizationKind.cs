namespace IpMarketplace.Organizations;

/// <summary>What an organization is to the marketplace.</summary>
public enum OrganizationKind
{
    /// <summary>A university or college (高等学校).</summary>
    University,

    /// <summary>A research institute (科研机构).</summary>
    Institute,

    /// <summary>A hospital that owns patents (医院).</summary>
    Hospital,

    /// <summary>An enterprise of any size (企业).</summary>
    Enterprise,

    /// <summary>A patent agency or another intermediary (代理机构).</summary>
    Agency,

    /// <summary>A bank or another pledgee (银行).</summary>
    Bank,

    /// <summary>A patent administration (管理专利工作的部门).</summary>
    Administration,

    /// <summary>Any other public body or association (机关团体).</summary>
    PublicBody,
}
