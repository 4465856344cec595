IpMarketplace.Kernel.InvariantCulture.Pin();
return await IpMarketplace.Api.Commands.RunAsync(args);
