// graphql-sse in distinct connections mode: operations of every kind as streams of events, errors, and clients that go.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createClient } from 'graphql-sse';
import { endpoint, offerAPatent, officer, signIn } from './marketplace.mjs';

const offered = 'subscription Offered($kinds: [OfferKind!]) { patentOffered(kinds: $kinds) { id offer { kinds } } }';

// Everything an operation leads to: its results, then how it ended.
function run(request, options = {}) {
  const client = createClient({ url: endpoint, retryAttempts: 0, ...options });
  return new Promise(resolve => {
    const results = [];
    client.subscribe(request, {
      next: result => results.push(result),
      error: error => resolve({ results, error }),
      complete: () => resolve({ results }),
    });
  });
}

test('A query is answered by one event and completed', async () => {
  assert.deepEqual(await run({ query: '{ __typename }' }), { results: [{ data: { __typename: 'Query' } }] });
});

test('A mutation is answered by one event and completed', async () => {
  const query = 'mutation($input: SignInInput!) { signIn(input: $input) { session { viewer { userName } } } }';
  assert.deepEqual(await run({ query, variables: { input: officer } }), { results: [{ data: { signIn: { session: { viewer: { userName: officer.userName } } } } }] });
});

test('Errors of the request come as an event', async () => {
  const { results, error } = await run({ query: '{ nonsense }' });
  assert.equal(error, undefined);
  assert.deepEqual(results.map(result => result.errors.map(each => each.extensions.code)), [['VALIDATION_FAILED']]);
});

test('A token opens what needs one; one that is not good opens no stream', async () => {
  const token = await signIn(officer);
  const { results } = await run({ query: '{ viewer { userName } }' }, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(results[0].data.viewer.userName, officer.userName);

  const { error } = await run({ query: '{ __typename }' }, { headers: { authorization: 'Bearer nonsense' } });
  assert.equal(error.response.status, 401);
});

test('What is no request opens no stream', async () => {
  const { error } = await run({ variables: {} });
  assert.equal(error.response.status, 400);
});

test('A subscription hears of what happens until the client ends it', async t => {
  let connected;
  const open = new Promise(resolve => { connected = resolve; });
  const client = createClient({ url: endpoint, retryAttempts: 0, on: { connected } });
  t.after(() => client.dispose());
  const events = client.iterate({ query: offered, variables: { kinds: ['TRANSFER'] } });
  const first = events.next();
  await open;

  const patentOffered = await offerAPatent();

  const { value } = await first;
  assert.deepEqual(value, { data: { patentOffered } });
  assert.deepEqual(await events.return(), { value: undefined, done: true });
});

test('An address may be listened to, as an EventSource does, but mutations are refused there', async () => {
  const headers = { accept: 'text/event-stream' };
  const aborted = new AbortController();
  const listening = await fetch(`${endpoint}?query=${encodeURIComponent('subscription { patentOffered { id } }')}`, { headers, signal: aborted.signal });
  assert.equal(listening.status, 200);
  assert.equal(listening.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  aborted.abort();

  const refused = await fetch(`${endpoint}?query=${encodeURIComponent('mutation { __typename }')}`, { headers });
  assert.equal(refused.status, 405);
});

test('A client that aborts its stream leaves a server that answers', async () => {
  const aborted = new AbortController();
  const body = JSON.stringify({ query: offered });
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json' };
  const streams = await Promise.all(Array.from({ length: 20 }, () => fetch(endpoint, { method: 'POST', headers, body, signal: aborted.signal })));
  assert.deepEqual(new Set(streams.map(stream => stream.status)), new Set([200]));
  aborted.abort();
  await assert.rejects(streams[0].text(), { name: 'AbortError' });

  assert.deepEqual(await run({ query: '{ __typename }' }), { results: [{ data: { __typename: 'Query' } }] });
});
