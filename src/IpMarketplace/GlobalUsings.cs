// The names of the GraphQL library, in one place: with HotChocolate these lines name its namespaces instead.
global using IpMarketplace.GraphQL.Building;
global using IpMarketplace.GraphQL.DataLoading;
