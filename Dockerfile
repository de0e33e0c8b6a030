# The bot as a container: docs/deployment.md says how to run it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Bot -c Release -r linux-x64 --self-contained false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data \
    && chown $APP_UID:$APP_UID /data

WORKDIR /app
COPY --from=build /app .

# The store outlives the container.
ENV Store__ConnectionString="Data Source=/data/plans.db" \
    ASPNETCORE_HTTP_PORTS=8080
VOLUME /data
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "TeamsPlanBot.dll"]
