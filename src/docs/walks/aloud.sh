#!/usr/bin/env bash
# Text answers as they are heard, for ten states, three needs and two languages, with the time that a voice takes.
# Usage: aloud.sh [server] [full] ; with full every answer is printed. At 150 words a minute a word takes 0.4 seconds.
set -euo pipefail
server="${1:-http://localhost:8080}"
full="${2:-}"

printf '%-16s %-4s %-18s %6s %12s %12s\n' state lang words line first_place all
for place in "Minneapolis, MN" "Milwaukee, WI" "Chicago, IL" "Houston, TX" "Los Angeles, CA" "Phoenix, AZ" "Atlanta, GA" \
  "Miami, FL" "Brooklyn, NY" "Anchorage, AK"; do
  for asked in "en:bed tonight" "es:cama esta noche" "en:lawyer" "es:abogado" "en:naloxone" "es:naloxona"; do
    lang="${asked%%:*}"
    words="${asked#*:}"
    body="{\"q\": \"$words\", \"where\": {\"place\": \"$place\"}, \"lang\": \"$lang\", \"speak\": true}"
    text="$(curl -sf "$server/search" -H 'Content-Type: application/json' -H 'Accept: text/plain' -d "$body")"
    awk -v place="$place" -v lang="$lang" -v words="$words" '
      /^(Place|Lugar) 1\. / { line = NR; reading = 1 }
      reading && /^$/ { reading = 0 }
      reading { first += NF }
      { all += NF }
      END { printf "%-16s %-4s %-18s %6s %10.0f s %10.0f s\n", place, lang, words, line ? line : "-", first * .4, all * .4 }
    ' <<<"$text"
    if [ -n "$full" ]; then
      printf '%s\n\n' "$text"
    fi
  done
done
