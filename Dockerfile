FROM node:22 AS explorer
WORKDIR /source
COPY src/IpMarketplace.Api/Explorer/page/ src/IpMarketplace.Api/Explorer/page/
COPY schema/operations/ schema/operations/
RUN cd src/IpMarketplace.Api/Explorer/page && npm ci && node build.mjs /explorer

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/ src/
COPY --from=explorer /explorer /explorer
RUN dotnet publish src/IpMarketplace.Api --configuration Release --output /app -p:ExplorerFolder=/explorer

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# Keys, and the embedded database where it is used, lie in a volume that the server's user owns.
RUN mkdir -m 700 /data && chown $APP_UID /data
VOLUME /data
ENV Database__DataDirectory=/data
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["dotnet", "IpMarketplace.Api.dll", "health", "http://127.0.0.1:8080"]
ENTRYPOINT ["dotnet", "IpMarketplace.Api.dll"]
