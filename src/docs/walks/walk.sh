#!/usr/bin/env bash
# Walks five people from search to a completed referral with curl alone.
# Usage: walk.sh [server] ; the key of an operator stands in NWD_KEY. The services are invented; use an empty directory.
set -euo pipefail
server="${1:-http://localhost:8080}"
here="$(dirname "$0")"
key="Authorization: Bearer ${NWD_KEY:?set NWD_KEY to the key of an operator}"
json='Content-Type: application/json'

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

# name, body of the search, service that is chosen, rest of the referral's body
walk() {
  echo "== $1"
  curl -sf "$server/search" -H "$json" -H 'Accept: text/plain' -d "$2" | sed -n '1p;/^[0-9]*\. /p;/^ *- This place/p'
  sent="$(curl -sf "$server/referrals" -H "$key" -H "$json" -H "Idempotency-Key: walk-$$-$RANDOM" \
    -d "{\"service_id\": \"$3\", $4}")"
  echo "sent      $(field status <<<"$sent"), her words: $(field client_code <<<"$sent")"
  link="$(field answer_url <<<"$sent")"
  answered="$(curl -sf "$link" -H "$json" -H 'Accept: application/json' -d '{"decision": "accept"}')"
  echo "provider  $(field status <<<"$answered")"
  told="$(curl -sf "$server/referrals/status" -H "$json" -d "{\"client_code\": \"$(field client_code <<<"$sent")\"}")"
  echo "she asks  $(field status <<<"$told")"
  id="$(field id <<<"$sent" | head -1)"
  closed="$(curl -sf "$server/referrals/$id/transitions" -H "$key" -H "$json" -d '{"to": "completed", "outcome": "served"}')"
  echo "closed    $(field status <<<"$closed"), $(field outcome <<<"$closed")"
  echo
}

run="$(curl -sf "$server/imports?source=walks" -H "$key" -H 'Content-Type: application/x-ndjson' \
  --data-binary "@$here/services.ndjson" | field id)"
until curl -sf "$server/imports/$run" -H "$key" | grep -q '"status":"completed"'; do sleep 0.2; done
until curl -sf "$server/search?q=FX-F%20legal%20clinic" | grep -q FX-F; do sleep 0.2; done

walk 'A bed tonight, still working' \
  '{"needs": ["shelter.emergency"], "where": {"place": "Minneapolis, MN"},
    "client": {"age": 29, "gender": "trans_woman", "trading_sex": "current", "oud_medication": true, "id": "none"}}' \
  '75192944-c92c-3f8a-acb3-d819cb74308e' '"needs": ["shelter.emergency"], "priority": "urgent",
    "client": {"age": 29, "gender": "trans_woman", "trading_sex": "current", "oud_medication": true, "id": "none"}'

walk 'Exactly 24, no police' \
  '{"needs": ["case.case_management"], "where": {"place": "Minneapolis, MN"}, "client": {"age": 24},
    "require": {"law_enforcement_at_most": "none"}}' \
  '7d9d8610-b378-3099-8624-7044c44a93e4' '"needs": ["case.case_management"], "client": {"age": 24}, "acknowledged": ["mandated_reporter"]'

walk 'Sixteen, texting, watched phone' \
  '{"needs": ["case.case_management"], "where": {"place": "St. Paul, MN"}, "client": {"age": 16}, "discreet": true,
    "require": {"channels": ["sms", "chat"]}}' \
  '7d9d8610-b378-3099-8624-7044c44a93e4' '"needs": ["case.case_management"], "client": {"age": 16}, "acknowledged": ["mandated_reporter"]'

walk 'Mother, son of 14, a dog' \
  '{"needs": ["shelter.emergency"], "where": {"place": "Madison, WI"},
    "client": {"age": 38, "children": [{"age": 14, "gender": "man"}], "pets": ["dog"]}}' \
  'a43e5edd-043e-3ec5-9ba5-a7b34689e99d' '"needs": ["shelter.emergency"], "priority": "urgent",
    "client": {"age": 38, "children": [{"age": 14, "gender": "man"}], "pets": ["dog"]}'

walk 'No papers, a lawyer, in Spanish' \
  '{"needs": ["legal.representation"], "where": {"place": "Marathon County, WI"}, "lang": "es",
    "client": {"residence": "55073", "immigration_status": "undocumented", "survivor_of": ["labor_trafficking"]}}' \
  '8bfb1452-9ca7-365d-b799-19bf0b20e3f9' '"needs": ["legal.representation"],
    "client": {"residence": "55073", "immigration_status": "undocumented", "survivor_of": ["labor_trafficking"]}'
