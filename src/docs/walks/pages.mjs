// Looks at the two pages for providers with a real browser: script off and on, 320 px and 1280 px, English and Spanish,
// light, dark and printed. Fails on any finding of axe, on what overflows, on a cookie, a script or a request to elsewhere,
// and when looking has changed something.
// Usage, in a folder of its own:
//   npm install playwright-core @axe-core/playwright        (and Debian's package chromium)
//   NWD_KEY=<key of an operator> node …/src/docs/walks/pages.mjs http://localhost:8080 [folder for pictures]
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

const require = createRequire(process.cwd() + '/');
const { chromium } = require('playwright-core');
const { AxeBuilder } = require('@axe-core/playwright');

const server = process.argv[2] ?? 'http://localhost:8080';
const pictures = process.argv[3];
if (pictures) mkdirSync(pictures, { recursive: true });
const faults = [];
const fault = (where, what) => { faults.push(`${where}: ${what}`); console.log(`FAULT ${where}: ${what}`); };

async function call(method, path, body, headers = {}) {
  const answer = await fetch(path.startsWith('http') ? path : server + path, {
    method, redirect: 'manual', body: body && JSON.stringify(body),
    headers: { Authorization: `Bearer ${process.env.NWD_KEY}`, 'Content-Type': 'application/json', Accept: 'application/json', ...headers } });
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : {};
}

async function service(name, facts = {}) {
  const id = randomUUID();
  await call('PUT', `/services/${id}`, { id, name, status: 'active', facts, description: 'Somebody is there all night.',
    organization: { id: randomUUID(), name: 'An invented house of the walk', description: 'Invented.' },
    phones: [{ number: '612-555-0101', type: 'voice' }],
    attributes: [{ link_type: 'service_type', taxonomy_term: { code: 'shelter.emergency' } }] });
  return id;
}

async function referral(door, more = {}) {
  return call('POST', '/referrals', { service_id: door, needs: ['shelter.emergency', 'substance.naloxone'], priority: 'urgent', ...more });
}

const answered = async (decision) => {
  const sent = await referral(await service('A door that answers'));
  await call('POST', sent.answer_url, decision);
  return sent.answer_url;
};
const invited = async (id) => (await call('POST', `/services/${id}/invitations`, {})).url;
const page = (url) => url.replace(/(\/provider\/[^/]+)(\/page)?$/, '$1/page');

const quiet = await service('A door that is asked first', { contact_preference: { value: 'introduction' } });
const entry = await service('Emergency beds of an invented house whose name is rather long, for people who come late');
const short = await referral(await service('A door with little time'), { respond_by: new Date(Date.now() + 1500).toISOString() });
const pages = {
  'answer-open': (await referral(await service('Emergency beds of an invented house, downtown'))).answer_url,
  'answer-introduction': (await referral(quiet)).answer_url,
  'answer-accepted': await answered({ decision: 'accept' }),
  'answer-declined': await answered({ decision: 'decline', reason: 'no-capacity' }),
  'answer-late': short.answer_url,
  'answer-absent': `${server}/answer/${'A'.repeat(43)}`,
  'provider-open': page(await invited(entry)),
  'provider-absent': `${server}/provider/${'A'.repeat(43)}/page`,
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });

async function look(tab, where, lang, script) {
  const facts = await tab.evaluate(() => ({
    title: document.title, lang: document.documentElement.lang, scripts: document.scripts.length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: [...document.querySelectorAll('button, select, textarea, nav a, label:has(input)')]
      .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent.trim() || one.id) }));
  if (facts.lang !== lang) fault(where, `speaks ${facts.lang}`);
  if (facts.scripts) fault(where, 'holds a script');
  if (facts.wide > 0) fault(where, `is ${facts.wide} px too wide`);
  if (facts.small.length) fault(where, `hard to hit: ${facts.small}`);
  if (/refer|shelter|help|entry of|albergue|deriva/i.test(facts.title)) fault(where, `its title tells: ${facts.title}`);
  // axe needs timers, which stand still where script is off; the page is the same.
  if (!script) return;
  const found = (await new AxeBuilder({ page: tab }).analyze()).violations;
  for (const one of found) fault(where, `${one.id}: ${one.help} ${one.nodes.map((node) => node.target).join(' ')}`);
}

async function visit(name, url, way) {
  const where = `${name} ${Object.values(way).join(' ')}`;
  const context = await browser.newContext({ javaScriptEnabled: way.script === 'script', colorScheme: way.light,
    viewport: { width: way.width, height: 800 }, locale: way.lang });
  const tab = await context.newPage();
  const asked = [];
  tab.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  tab.on('console', (line) => { if (/Refused|Content.Security|violat/i.test(line.text())) fault(where, line.text()); });
  const answer = await tab.goto(url, { waitUntil: 'load' });
  const policy = (await answer.allHeaders())['content-security-policy'] ?? '';
  if (!policy.startsWith("default-src 'none'") || /unsafe|\*/.test(policy)) fault(where, `policy ${policy}`);
  if (asked.filter((one) => !one.endsWith('/favicon.ico')).length !== 1) fault(where, `asks for ${asked}`);
  await look(tab, where, way.lang, way.script === 'script');
  if ((await context.cookies()).length) fault(where, 'sets a cookie');
  const file = `${pictures}/${name}-${way.lang}-${way.width}-${way.light}`;
  if (pictures && way.script === 'plain') await tab.screenshot({ path: `${file}.png`, fullPage: true });
  if (pictures && way.width === 1280 && way.light === 'light' && way.script === 'plain') {
    await tab.emulateMedia({ media: 'print', colorScheme: 'light' });
    await tab.screenshot({ path: `${file}-print.png`, fullPage: true });
  }
  await context.close();
}

// The clock ends what is late; the pictures come after that.
const late = `/referrals/${short.id}`;
while ((await call('GET', late)).status !== 'cancelled') await new Promise((done) => setTimeout(done, 500));
const before = JSON.stringify([await call('GET', '/referrals?per_page=500'), await call('GET', `/services/${entry}`)]);
for (const [name, url] of Object.entries(pages)) {
  await fetch(url, { method: 'HEAD', headers: { Accept: 'text/html' } });
  for (const script of ['plain', 'script'])
    for (const width of [320, 1280]) for (const lang of ['en', 'es']) for (const light of ['light', 'dark'])
      await visit(name, url, { script, width, lang, light });
}
const after = JSON.stringify([await call('GET', '/referrals?per_page=500'), await call('GET', `/services/${entry}`)]);
if (before !== after) fault('looking', 'has changed something');

// By hand, without script: a slip, a decline, an entry changed and taken out.
const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 }, locale: 'es' });
const tab = await context.newPage();
async function step(name, url, deed) {
  if (url) await tab.goto(url);
  await deed();
  await tab.waitForLoadState();
  await look(tab, name, 'es', false);
  if (pictures) await tab.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}
await step('hand-declined', pages['answer-open'], async () => {
  await tab.selectOption('#reason', 'no-capacity');
  await tab.click('button[value=decline]');
});
await step('hand-twice', undefined, async () => {
  const again = await context.request.post(pages['answer-open'], { form: { decision: 'accept' }, headers: { Accept: 'text/html', 'Accept-Language': 'es' } });
  if (again.status() !== 409) fault('hand-twice', `answered ${again.status()}`);
  await tab.setContent(await again.text());
});
await step('hand-capacity', pages['provider-open'], async () => {
  await tab.selectOption('#code', 'waitlist');
  await tab.click('button[value=capacity]');
});
await step('hand-slip', pages['provider-open'], async () => {
  await tab.fill('#wait_time', 'Not for long');
  await tab.fill('#url', 'not a web page');
  await tab.click('button[value=change]');
});
if (await tab.inputValue('#wait_time') !== 'Not for long') fault('hand-slip', 'forgets what was typed');
await step('hand-changed', pages['provider-open'], async () => {
  await tab.fill('#wait_time', 'About a week');
  await tab.click('button[value=change]');
});
if (!(await tab.textContent('main')).includes('lista de espera')) fault('hand-changed', 'capacity is not shown');
if (!(await tab.textContent('[role=status]')).includes('Guardado')) fault('hand-changed', 'does not say so');
await step('hand-left', pages['provider-open'], async () => {
  await tab.check('#confirm');
  await tab.click('button[value=decline]');
});
await browser.close();
console.log(faults.length ? `${faults.length} faults` : 'nothing found');
process.exit(faults.length ? 1 : 0);
