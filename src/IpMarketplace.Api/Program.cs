return await IpMarketplace.Api.Commands.RunAsync(args);
