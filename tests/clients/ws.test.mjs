// graphql-transport-ws: the client graphql-ws, and bare sockets for what a good client never does.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { CloseCode, createClient, GRAPHQL_TRANSPORT_WS_PROTOCOL, MessageType } from 'graphql-ws';
import { WebSocket } from 'ws';
import { endpoint, offerAPatent, officer, signIn } from './marketplace.mjs';

const url = endpoint.replace('http', 'ws');
const offered = 'subscription Offered($kinds: [OfferKind!]) { patentOffered(kinds: $kinds) { id offer { kinds } } }';

function connect(t, options = {}) {
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, ...options });
  t.after(() => client.dispose());
  return client;
}

// Everything an operation leads to: its results, then how it ended.
function run(client, request) {
  return new Promise(resolve => {
    const results = [];
    client.subscribe(request, {
      next: result => results.push(result),
      error: error => resolve({ results, error }),
      complete: () => resolve({ results }),
    });
  });
}

// A socket that sends what it is told; how it is closed.
async function closing(messages, protocol = GRAPHQL_TRANSPORT_WS_PROTOCOL) {
  const socket = new WebSocket(url, protocol);
  socket.on('open', () => messages.forEach(message => socket.send(Buffer.isBuffer(message) || typeof message === 'string' ? message : JSON.stringify(message))));
  const [code, reason] = await once(socket, 'close');
  return { code, reason: String(reason) };
}

const init = { type: MessageType.ConnectionInit };
const subscribe = (id, query) => ({ type: MessageType.Subscribe, id, payload: { query } });

test('A query is answered and completed', async t => {
  assert.deepEqual(await run(connect(t), { query: '{ __typename }' }), { results: [{ data: { __typename: 'Query' } }] });
});

test('A mutation is answered and completed', async t => {
  const query = 'mutation($input: SignInInput!) { signIn(input: $input) { session { viewer { userName } } } }';
  assert.deepEqual(await run(connect(t), { query, variables: { input: officer } }), { results: [{ data: { signIn: { session: { viewer: { userName: officer.userName } } } } }] });
});

test('What is not valid is an error of the operation alone', async t => {
  const client = connect(t, { lazy: false });
  const { error } = await run(client, { query: '{ nonsense }' });
  assert.deepEqual(error.map(each => each.extensions.code), ['VALIDATION_FAILED']);
  assert.deepEqual(await run(client, { query: '{ __typename }' }), { results: [{ data: { __typename: 'Query' } }] });
});

test('Subscriptions on one socket hear of what happens until the client ends them', async t => {
  const client = connect(t, { lazy: false });
  const all = client.iterate({ query: offered });
  const transfers = client.iterate({ query: offered, variables: { kinds: ['TRANSFER'] } });
  const free = client.iterate({ query: offered, variables: { kinds: ['OPEN_SOURCE'] } });
  const [first, second, never] = [all.next(), transfers.next(), free.next()];
  // Messages are handled in order: when this is answered, the subscriptions have begun.
  await run(client, { query: '{ __typename }' });

  const patentOffered = await offerAPatent();

  const event = { data: { patentOffered } };
  assert.deepEqual((await first).value, event);
  assert.deepEqual((await second).value, event);
  for (const events of [all, transfers, free]) {
    assert.deepEqual(await events.return(), { value: undefined, done: true });
  }
  assert.deepEqual(await never, { value: undefined, done: true });
  assert.deepEqual(await run(client, { query: '{ __typename }' }), { results: [{ data: { __typename: 'Query' } }] });
});

test('Many operations at a time are answered each', async t => {
  const client = connect(t);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => run(client, { query: `{ a${i}: __typename }` })));
  assert.deepEqual(answers, Array.from({ length: 50 }, (_, i) => ({ results: [{ data: { [`a${i}`]: 'Query' } }] })));
});

for (const name of ['authorization', 'Authorization']) {
  test(`The token in connectionParams.${name} says who asks`, async t => {
    const token = await signIn(officer);
    const client = connect(t, { connectionParams: { [name]: `Bearer ${token}` } });
    assert.deepEqual(await run(client, { query: '{ viewer { userName } }' }), { results: [{ data: { viewer: { userName: officer.userName } } }] });
  });
}

test('A token that is not good is forbidden', async t => {
  const { error } = await run(connect(t, { connectionParams: { authorization: 'Bearer nonsense' } }), { query: '{ __typename }' });
  assert.equal(error.code, CloseCode.Forbidden);
});

test('The client pings and the server answers', async t => {
  let answered;
  const pong = new Promise(resolve => { answered = resolve; });
  connect(t, { lazy: false, keepAlive: 50, on: { pong: received => received && answered() } });
  await pong;
});

test('A ping gives its payload back', async () => {
  const socket = new WebSocket(url, GRAPHQL_TRANSPORT_WS_PROTOCOL);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: MessageType.Ping, payload: { n: 1 } }));
  assert.deepEqual(JSON.parse(String((await once(socket, 'message'))[0])), { type: MessageType.Pong, payload: { n: 1 } });
  socket.close();
});

// 4500 cannot be provoked on a server that is well.
const closings = {
  'text that is no JSON': [['nonsense'], CloseCode.BadRequest, 'The message is not valid JSON.'],
  'a message of the server': [[init, { type: MessageType.Next }], CloseCode.BadRequest, 'A client sends no message of type "next".'],
  'a subscription without an id': [[init, { type: MessageType.Subscribe, payload: { query: '{ a }' } }], CloseCode.BadRequest, 'The message has no "id", or an empty one.'],
  'a subscription before the connection': [[subscribe('1', '{ __typename }')], CloseCode.Unauthorized, 'Unauthorized'],
  'no connection in time': [[], CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout'],
  'a second connection': [[init, init], CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests'],
  'an id in use': [[init, subscribe('one', offered), subscribe('one', offered)], CloseCode.SubscriberAlreadyExists, 'Subscriber for one already exists'],
  'a binary message': [[Buffer.from('{}')], 1003, 'Messages are text.'],
  'a message of two million letters': [[init, 'x'.repeat(2_000_000)], 1009, 'A message has at most 1048576 bytes.'],
};
for (const [what, [messages, code, reason]] of Object.entries(closings)) {
  test(`${what} closes with ${code}`, async () => assert.deepEqual(await closing(messages), { code, reason }));
}

test(`no subprotocol closes with ${CloseCode.SubprotocolNotAcceptable}`, async () =>
  assert.deepEqual(await closing([], []), { code: CloseCode.SubprotocolNotAcceptable, reason: 'Subprotocol not acceptable' }));

test('A page of another site opens no socket', async () => {
  const socket = new WebSocket(url, GRAPHQL_TRANSPORT_WS_PROTOCOL, { origin: 'https://evil.example' });
  const [error] = await once(socket, 'error');
  assert.match(error.message, /403/);
});
