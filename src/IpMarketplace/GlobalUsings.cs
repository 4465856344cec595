// The names of the GraphQL library, in one place: with HotChocolate this line names its namespaces instead.
global using IpMarketplace.GraphQL.Building;
