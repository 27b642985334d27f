"""A copy of a directory, one file a record: python3 replica.py http://localhost:8080 copy"""
import json
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

LISTS = {"service": "/services", "organization": "/organizations"}
server, copy = sys.argv[1], pathlib.Path(sys.argv[2])
once = sys.argv[3:] == ["once"]
place = copy / "cursor"


def get(path, **parameters):
    url = server + path + "?" + urllib.parse.urlencode(parameters)
    while True:
        try:
            with urllib.request.urlopen(url, timeout=90) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refused:
            if refused.code not in (429, 503):
                raise
            time.sleep(int(refused.headers.get("Retry-After", "5")))


def keep(entity, id, record):
    file = copy / entity / (id + ".json")
    file.parent.mkdir(parents=True, exist_ok=True)
    if record is None:
        file.unlink(missing_ok=True)
    else:
        file.write_text(json.dumps(record))


def begin():
    for old in copy.glob("*/*.json"):
        old.unlink()
    now = json.loads(get("/changes", after="now"))["next"]  # before the lists are read
    for entity, path in LISTS.items():
        for line in get(path, format="ndjson", full="true").splitlines():
            record = json.loads(line)
            keep(entity, record["id"], record)
    place.write_text(now)


more = True
while more or not once:
    copy.mkdir(exist_ok=True)
    if not place.exists():
        begin()
    try:
        page = json.loads(get("/changes", after=place.read_text(), include="record", wait_seconds=0 if once else 30))
    except urllib.error.HTTPError as refused:
        if refused.code != 410:
            raise
        place.unlink()  # cursor-unknown: begin again
        continue
    for change in page["changes"]:
        if change["entity"] in LISTS:
            keep(change["entity"], change["id"], change.get("record"))
    place.write_text(page["next"])  # last: a change taken over twice does no harm
    more = page["more"]
