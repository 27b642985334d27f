#!/bin/bash
# Makes the cache from which the JVM (25 or later) starts sooner: what a start loads, and what ran often in a search.
#   train.sh run.jar app.aot [options of java]
# Starts the product on a data directory of its own, asks it what people ask, and stops it; the JVM writes the cache
# as it ends. Cache and server need one and the same jar, JVM and options. It asks by bash itself: an image has no curl.
set -eu
jar=$1 cache=$2
shift 2
port=${PORT:-8192} rounds=${ROUNDS:-40}
data=$(mktemp -d)

ask() { # path, or path and body
    exec 3<> "/dev/tcp/127.0.0.1/$port"
    local body=${2-}
    printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
        "$([ -n "$body" ] && echo POST || echo GET)" "$1" "${#body}" "$body" >&3
    local status
    read -r _ status _ <&3
    cat <&3 > /dev/null
    exec 3>&-
    [ "$status" = 200 ] || { echo "$1 was answered with $status" >&2; return 1; }
}
ready() { (ask /q/health/ready) 2> /dev/null; }

"${JAVA:-java}" "$@" -XX:AOTCacheOutput="$cache" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" \
    -Ddirectory.data="$data" -jar "$jar" > "$data/log" 2>&1 &
server=$!
trap 'kill $server 2> /dev/null || true; rm -rf "$data"' EXIT
until ready; do
    kill -0 $server || { cat "$data/log" >&2; exit 1; }
    sleep 0.2
done
for _ in $(seq "$rounds"); do
    ask '/search?need=shelter&place=Minneapolis,%20MN'
    ask '/search?q=legal%20help&place=Chicago&lang=es'
    ask '/search?need=health&lat=44.98&lon=-93.26&radius_km=30&facet=need&facet=region'
    ask /search '{"needs":["legal"],"where":{"place":"Marathon County, WI"},"client":{"age":17,"immigration_status":"undocumented"}}'
    ask '/suggest?q=narc'
done
kill $server
wait $server || true
[ -s "$cache" ] || { cat "$data/log" >&2; exit 1; }
