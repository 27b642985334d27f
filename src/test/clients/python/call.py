"""What an app does first, by the client of openapi-generator (python): one line for each answer."""

import sys

from openapi_client import ApiClient, ApiException, Configuration, ReferralsApi, SearchApi
from openapi_client.models import ChildAge, Client, NewReferral, PreviewRequest, Problem, SearchRequest, SearchWhere

SERVER, KEY, SERVICE = sys.argv[1:]
keyed = ApiClient(Configuration(host=SERVER, access_token=KEY))
search = SearchApi(keyed)
referrals = ReferralsApi(keyed)


def refusal(call) -> Problem:
    try:
        call()
    except ApiException as e:
        return Problem.from_json(e.body)
    raise SystemExit("was not refused")


def kind(problem: Problem) -> str:
    return f"{problem.status} {problem.type.replace('/problems/', '')}"


def aged(age: int) -> Client:
    return Client(age=ChildAge(age))


found = search.search(SearchRequest(q="bed tonight", where=SearchWhere(place="Minneapolis, MN"), client=aged(20)))
print("search", found.hits[0].match.verdict.value, found.hits[0].service.name)
suggested = search.suggest(q="nar")
print("suggest", suggested[0].type.value, suggested[0].id)
met = referrals.preview_referral(PreviewRequest(service_id=SERVICE, client=aged(10)))
failed = [one for one in met.match.reasons if one.outcome.value == "failed"]
print("preview", met.match.verdict.value, failed[0].attribute)
refused = refusal(lambda: referrals.send_referral(NewReferral(service_id=SERVICE, client=aged(10))))
print("refused", kind(refused), str(len(refused.alternatives) > 0).lower())
sent = referrals.send_referral(NewReferral(service_id=SERVICE, client=aged(20)))
print("accepted", sent.status.value)
empty = refusal(lambda: referrals.send_referral(NewReferral(service_id=SERVICE, client=Client())))
print("empty", kind(empty), empty.errors[0].pointer)
unknown = refusal(lambda: referrals.send_referral(NewReferral(service_id=SERVICE, needs=["bed"])))
print("unknown", kind(unknown), unknown.errors[0].pointer)
# urllib3 waits out a Retry-After by itself; here the refusal is to be seen.
anyone = SearchApi(ApiClient(Configuration(host=SERVER, retries=False)))
limited = refusal(lambda: [anyone.suggest(q="nar") for _ in range(400)])
print("limited", kind(limited))
