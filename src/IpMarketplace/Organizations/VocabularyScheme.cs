namespace IpMarketplace.Organizations;

/// <summary>The vocabularies that can be loaded; a small part of each is built in.</summary>
public enum VocabularyScheme
{
    /// <summary>GB/T 2260: provinces, cities, counties.</summary>
    Region,

    /// <summary>GB/T 4754-2017: industries.</summary>
    Industry,

    /// <summary>The International Patent Classification.</summary>
    Ipc,

    /// <summary>WIPO's 35 technology fields.</summary>
    WipoField,

    /// <summary>Kinds of recognition of organizations (domain.md 5.6).</summary>
    Recognition,
}
