# docker build -t no-wrong-door . && docker run -p 8080:8080 -v no-wrong-door:/data no-wrong-door
# With a PostgreSQL of your own: -e QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://host/db, _USERNAME, _PASSWORD.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
# The build keeps what application.properties says. Left in the jar it would be read again at each start, three times,
# each by a look through all of the jar's 56,000 entries.
RUN --mount=type=cache,target=/var/cache/maven mvn -B -ntp -Dmaven.repo.local=/var/cache/maven -DskipTests package \
    -Dquarkus.package.jar.type=uber-jar -Dquarkus.package.jar.user-configured-ignored-entries=application.properties

FROM eclipse-temurin:25-jre
# As root PostgreSQL would need `unshare -U`, which the usual seccomp profile forbids.
RUN groupadd --system --gid 10001 directory \
 && useradd --system --uid 10001 --gid directory --no-create-home directory \
 && install -d -o directory -g directory -m 700 /data
WORKDIR /app
COPY --from=build /build/target/*-runner.jar run.jar
COPY src/main/docker/train.sh src/main/docker/jvm.options ./
RUN chown directory .

USER directory
# Learns here, on the very JVM that will run, what a start loads and what a search runs often.
RUN ./train.sh run.jar app.aot @jvm.options

ENV DIRECTORY_DATA=/data
VOLUME /data
EXPOSE 8080
# The image has no curl to rely on; bash speaks enough HTTP.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "run.jar"]
