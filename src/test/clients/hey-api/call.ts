// What an app does first, by the client of @hey-api/openapi-ts: one line for each answer.
import { previewReferral, search, sendReferral, suggest } from "./generated";
import { createClient } from "./generated/client";
import type { Problem } from "./generated";

const [server, key, service] = process.argv.slice(2);
const keyed = createClient({ baseUrl: server, auth: key });
const open = createClient({ baseUrl: server });

const kind = (problem: Problem) => `${problem.status} ${problem.type.replace("/problems/", "")}`;

async function main() {
  const found = await search({
    client: keyed,
    throwOnError: true,
    body: { q: "bed tonight", where: { place: "Minneapolis, MN" }, client: { age: 20 } },
  });
  console.log(`search ${found.data.hits[0].match.verdict} ${found.data.hits[0].service.name}`);
  const suggested = await suggest({ client: keyed, throwOnError: true, query: { q: "nar" } });
  console.log(`suggest ${suggested.data[0].type} ${suggested.data[0].id}`);
  const met = await previewReferral({ client: keyed, throwOnError: true, body: { service_id: service, client: { age: 10 } } });
  console.log(`preview ${met.data.match.verdict} ${met.data.match.reasons.filter((one) => one.outcome === "failed")[0].attribute}`);
  const refused = await sendReferral({ client: keyed, body: { service_id: service, client: { age: 10 } } });
  console.log(`refused ${kind(refused.error!)} ${refused.error!.alternatives!.length > 0}`);
  const sent = await sendReferral({ client: keyed, throwOnError: true, body: { service_id: service, client: { age: 20 } } });
  console.log(`accepted ${sent.data.status}`);
  const empty = await sendReferral({ client: keyed, body: { service_id: service, client: {} } });
  console.log(`empty ${kind(empty.error!)} ${empty.error!.errors![0].pointer}`);
  const unknown = await sendReferral({ client: keyed, body: { service_id: service, needs: ["bed"] } });
  console.log(`unknown ${kind(unknown.error!)} ${unknown.error!.errors![0].pointer}`);
  let limited: Problem | undefined;
  for (let i = 0; i < 400 && !limited; i++) {
    limited = (await suggest({ client: open, query: { q: "nar" } })).error;
  }
  console.log(`limited ${kind(limited!)}`);
}

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
