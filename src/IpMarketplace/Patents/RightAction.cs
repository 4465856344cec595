namespace IpMarketplace.Patents;

/// <summary>What changes the legal status of a right.</summary>
public enum RightAction
{
    /// <summary>The grant was announced (授权公告).</summary>
    Grant,

    /// <summary>An annual fee was not paid by its due date.</summary>
    MissFee,

    /// <summary>The missed fee was paid with its surcharge.</summary>
    PayFee,

    /// <summary>The six months for paying late are over.</summary>
    Terminate,

    /// <summary>CNIPA restored the right (恢复).</summary>
    Restore,

    /// <summary>The owner's surrender was announced (放弃).</summary>
    Surrender,

    /// <summary>The term ended (期限届满).</summary>
    Expire,

    /// <summary>A decision of whole invalidation took effect (全部无效).</summary>
    Invalidate,
}
