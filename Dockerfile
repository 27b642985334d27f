# docker build -t no-wrong-door . && docker run -p 8080:8080 -v no-wrong-door:/data no-wrong-door
# With a PostgreSQL of your own: -e QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://host/db, _USERNAME, _PASSWORD.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/var/cache/maven mvn -B -ntp -Dmaven.repo.local=/var/cache/maven -DskipTests package

FROM eclipse-temurin:25-jre
# As root PostgreSQL would need `unshare -U`, which the usual seccomp profile forbids.
RUN groupadd --system --gid 10001 directory \
 && useradd --system --uid 10001 --gid directory --no-create-home directory \
 && install -d -o directory -g directory -m 700 /data
WORKDIR /app
COPY --from=build /build/target/quarkus-app/ ./

# One set of flags for the training run and for the server: with others the JVM ignores the cache without a word.
# 60: the rest is for PostgreSQL, the page cache and what the JVM needs beside its heap.
RUN echo "-XX:+UseG1GC -XX:MaxRAMPercentage=60" > jvm.options
# Learns here, on the very JVM that will run, which classes a start needs; Quarkus stops before it opens anything.
RUN java @jvm.options -XX:AOTCacheOutput=app.aot -Dquarkus.appcds.generate=true -jar quarkus-run.jar

USER directory
ENV DIRECTORY_DATA=/data
VOLUME /data
EXPOSE 8080
# The image has no curl to rely on; bash speaks enough HTTP.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"]
