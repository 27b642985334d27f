// A copy of a directory, one file a record: npx tsx replica.ts http://localhost:8080 copy
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

interface Row { id: string }
interface Change { entity: string; id: string; op: "upsert" | "delete" | "redact"; record?: Row }
interface Page { changes: Change[]; next: string; more: boolean }

const LISTS: Record<string, string> = { service: "/services", organization: "/organizations" };
const [server, copy, mode] = process.argv.slice(2) as [string, string, string?];
const once = mode === "once";
const place = `${copy}/cursor`;

async function get(path: string, parameters: Record<string, string>): Promise<Response> {
  for (;;) {
    const answer = await fetch(`${server}${path}?${new URLSearchParams(parameters)}`);
    if (answer.ok || answer.status === 410) return answer;
    if (answer.status !== 429 && answer.status !== 503) throw new Error(await answer.text());
    await setTimeout(1000 * Number(answer.headers.get("Retry-After") ?? 5));
  }
}

function keep(entity: string, id: string, record?: Row): void {
  const file = `${copy}/${entity}/${id}.json`;
  mkdirSync(`${copy}/${entity}`, { recursive: true });
  if (record === undefined) rmSync(file, { force: true });
  else writeFileSync(file, JSON.stringify(record));
}

async function begin(): Promise<void> {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const head = (await (await get("/changes", { after: "now" })).json()) as Page; // before the lists are read
  for (const [entity, path] of Object.entries(LISTS)) {
    const lines = (await (await get(path, { format: "ndjson", full: "true" })).text()).split("\n");
    for (const line of lines.filter((line) => line !== "")) {
      const record = JSON.parse(line) as Row;
      keep(entity, record.id, record);
    }
  }
  writeFileSync(place, head.next);
}

for (let more = true; more || !once; ) {
  if (!existsSync(place)) await begin();
  const after = readFileSync(place, "utf8");
  const answer = await get("/changes", { after, include: "record", wait_seconds: once ? "0" : "30" });
  if (answer.status === 410) {
    rmSync(place); // cursor-unknown: begin again
    continue;
  }
  const page = (await answer.json()) as Page;
  for (const change of page.changes) {
    if (change.entity in LISTS) keep(change.entity, change.id, change.record);
  }
  writeFileSync(place, page.next); // last: a change taken over twice does no harm
  more = page.more;
}
