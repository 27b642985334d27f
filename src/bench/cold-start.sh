#!/bin/sh
# How long a start takes on a warm data directory with JDK 25 and an AOT cache.
#   JAVA_25=/path/to/jdk-25/bin/java src/bench/cold-start.sh [turns]
# Packages the product as the Dockerfile does (one jar, for an AOT cache knows no class of another class loader), starts
# it once to fill the data directory, trains the cache as the image does (src/main/docker/train.sh), then prints for each
# turn the milliseconds from the start of the JVM until it is ready, PostgreSQL included, and until the first search is
# answered.
set -eu
cd "$(dirname "$0")/../.."
JAVA=${JAVA_25:-java}
TURNS=${1:-5}
PORT=8191
HERE=target/bench/cold
mvn -q -DskipTests package \
    -Dquarkus.package.jar.type=uber-jar -Dquarkus.package.jar.user-configured-ignored-entries=application.properties
rm -rf "$HERE" && mkdir -p "$HERE"
mv target/*-runner.jar "$HERE/run.jar"

now() { echo $(($(date +%s%N) / 1000000)); }
ask() { curl -sf -o /dev/null "http://127.0.0.1:$PORT$1"; }
start() {
    began=$(now)
    "$JAVA" -Xmx512m @src/main/docker/jvm.options "$@" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=$PORT \
        -Ddirectory.data="$HERE/data" -jar "$HERE/run.jar" > "$HERE/server.log" 2>&1 &
    server=$!
    until ask /q/health/ready; do
        kill -0 $server 2> /dev/null || { cat "$HERE/server.log" >&2; exit 1; }
        sleep 0.02
    done
    ready=$(($(now) - began))
    ask '/search?need=shelter&place=Minneapolis,%20MN'
    first=$(($(now) - began))
}
stop() {
    kill $server
    wait $server 2> /dev/null || true
}

start && stop
JAVA=$JAVA src/main/docker/train.sh "$HERE/run.jar" "$HERE/app.aot" -Xmx512m @src/main/docker/jvm.options
for turn in $(seq "$TURNS"); do
    start && stop && echo "without a cache: ready after $ready ms, first answer after $first ms"
    start -XX:AOTCache="$HERE/app.aot" -XX:AOTMode=on && stop
    echo "with the cache: ready after $ready ms, first answer after $first ms"
done
