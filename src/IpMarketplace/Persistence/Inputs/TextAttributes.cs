namespace IpMarketplace.Persistence.Inputs;

/// <summary>A text of several lines, such as a reason: tabs and line breaks are kept. Every other text is one line.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ParagraphsAttribute : Attribute;

/// <summary>A name, which has a letter at least.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NameAttribute : Attribute;

/// <summary>A secret: taken as it is, and never repeated to anybody (GI-10).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SecretAttribute : Attribute;

/// <summary>A text that something else cleans or refuses, by a name of its own: a blank evidence (INV-03), words to search for.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MayBeBlankAttribute : Attribute;
