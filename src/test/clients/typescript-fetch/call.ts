// What an app does first, by the client of openapi-generator (typescript-fetch): one line for each answer.
import { Configuration, Problem, ProblemFromJSON, ReferralsApi, ResponseError, SearchApi } from "./generated";

const [server, key, service] = process.argv.slice(2);
const keyed = new Configuration({ basePath: server, accessToken: key });
const open = new Configuration({ basePath: server });
const referrals = new ReferralsApi(keyed);

async function refusal(call: () => Promise<unknown>): Promise<Problem> {
  try {
    await call();
  } catch (e) {
    if (e instanceof ResponseError) {
      return ProblemFromJSON(await e.response.json());
    }
    throw e;
  }
  throw new Error("was not refused");
}

const kind = (problem: Problem) => `${problem.status} ${problem.type.replace("/problems/", "")}`;

async function main() {
  const found = await new SearchApi(keyed).search({
    searchRequest: { q: "bed tonight", where: { place: "Minneapolis, MN" }, client: { age: 20 } },
  });
  console.log(`search ${found.hits[0].match.verdict} ${found.hits[0].service.name}`);
  const suggested = await new SearchApi(keyed).suggest({ q: "nar" });
  console.log(`suggest ${suggested[0].type} ${suggested[0].id}`);
  const met = await referrals.previewReferral({ previewRequest: { serviceId: service, client: { age: 10 } } });
  console.log(`preview ${met.match.verdict} ${met.match.reasons.filter((one) => one.outcome === "failed")[0].attribute}`);
  const refused = await refusal(() => referrals.sendReferral({ newReferral: { serviceId: service, client: { age: 10 } } }));
  console.log(`refused ${kind(refused)} ${refused.alternatives!.length > 0}`);
  const sent = await referrals.sendReferral({ newReferral: { serviceId: service, client: { age: 20 } } });
  console.log(`accepted ${sent.status}`);
  const empty = await refusal(() => referrals.sendReferral({ newReferral: { serviceId: service, client: {} } }));
  console.log(`empty ${kind(empty)} ${empty.errors![0].pointer}`);
  const unknown = await refusal(() => referrals.sendReferral({ newReferral: { serviceId: service, needs: ["bed"] } }));
  console.log(`unknown ${kind(unknown)} ${unknown.errors![0].pointer}`);
  const limited = await refusal(async () => {
    for (let i = 0; i < 400; i++) {
      await new SearchApi(open).suggest({ q: "nar" });
    }
  });
  console.log(`limited ${kind(limited)}`);
}

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
