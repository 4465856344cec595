// The page at /graphql in a browser, as somebody sees it who opens it for the first time.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { endpoint, offerAPatent, officer } from './marketplace.mjs';

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => path && existsSync(path));
const skip = executablePath ? false : 'Chromium is not here (set CHROMIUM to its path)';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
let browser;

before(async () => { browser = executablePath && await chromium.launch({ executablePath, args: quiet }); });
after(() => browser?.close());

/** A page that is ready to be used, and what it complained about or loaded from elsewhere. */
async function visit(options) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(60_000);
  page.complaints = [];
  page.on('console', message => message.type() === 'error' && page.complaints.push(message.text()));
  page.on('pageerror', error => page.complaints.push(error.message));
  page.on('request', request => {
    if (new URL(request.url()).origin !== new URL(endpoint).origin && !request.url().startsWith('data:')) page.complaints.push(`loads ${request.url()}`);
  });
  await page.goto(endpoint);
  await page.waitForSelector('.graphiql-execute-button');
  // The editors are loaded after the button.
  await page.waitForFunction(() => document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror.getValue() && document.querySelector('.result-window .CodeMirror'));
  return page;
}

const run = page => page.click('.graphiql-execute-button');

/** Waits until the response says so; the editor draws only the lines that are in view, so its text is asked for. */
const answered = (page, text) => page.waitForFunction(
  wanted => document.querySelector('.result-window .CodeMirror')?.CodeMirror.getValue().includes(wanted), text);

/** Replaces the operation and waits until the page has read it: the tab bears its name. */
async function write(page, selection) {
  await page.locator('.graphiql-query-editor .CodeMirror').evaluate((editor, query) => editor.CodeMirror.setValue(query), `query Written ${selection}`);
  await page.locator('.graphiql-tab-active', { hasText: 'Written' }).waitFor();
}

test('a first visit answers its own question, loads nothing from elsewhere and keeps the policy', { skip }, async () => {
  const page = await visit();
  await run(page);
  await answered(page, '"accepting": true');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the editor completes fields and marks what the schema does not have', { skip }, async () => {
  const page = await visit();
  await page.click('.graphiql-query-editor .CodeMirror');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('{ paten', { delay: 20 });
  await page.keyboard.press('Control+Space');
  await page.locator('.CodeMirror-hints').getByText('patentByNumber').waitFor();
  await page.keyboard.press('Escape');
  await write(page, '{ patentz { totalCount } }');
  await page.waitForSelector('.CodeMirror-lint-mark-error');
  await run(page);
  await answered(page, 'patentz');
  assert.deepEqual(page.complaints.filter(text => !text.includes('400')), []);
  await page.close();
});

test('one click signs a user of the demo in, and a wrong password is refused in words', { skip }, async () => {
  const page = await visit();
  await page.getByLabel('Show Sign in').click();
  await page.getByLabel('User name').fill(officer.userName);
  await page.getByLabel('Password').fill('not this one');
  await page.locator('.market-panel form button').click();
  await page.getByRole('alert').waitFor();
  await page.locator('.market-panel li button', { hasText: officer.userName }).click();
  await page.locator('.market-who', { hasText: officer.userName }).waitFor();
  await write(page, '{ viewer { userName permissions } }');
  await run(page);
  await answered(page, 'PREPARE_LISTINGS');
  await page.close();
});

test('an example opens in a tab of its own, and a subscription shows what happens', { skip }, async () => {
  const page = await visit();
  await page.getByLabel('Show Examples').click();
  await page.locator('.market-panel li button', { hasText: 'patentOffered' }).click();
  await page.locator('.graphiql-tab', { hasText: 'PatentOffered' }).waitFor();
  const opened = page.waitForResponse(answer => answer.headers()['content-type']?.startsWith('text/event-stream'));
  await run(page);
  await opened;
  const { id } = await offerAPatent('donglan');
  await answered(page, id);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('it follows the dark scheme and fits a phone', { skip }, async () => {
  const page = await visit({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const background = await page.evaluate(() => getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor);
  const [red, green, blue] = background.match(/\d+/g).map(Number);
  assert.ok(red + green + blue < 300, `the background is ${background}`);
  for (const panel of ['Documentation Explorer', 'Examples', 'Sign in']) {
    await page.getByLabel(`Show ${panel}`).click();
    const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(needed <= given, `${panel} needs ${needed} of ${given} pixels`);
  }
  await page.close();
});
