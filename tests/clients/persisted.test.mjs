// Automatic persisted queries by Apollo Client: the text is sent once, then its hash alone, by POST and by GET.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { endpoint } from './marketplace.mjs';

const sha256 = text => createHash('sha256').update(text).digest('hex');

// A client, and what it has sent: of each request whether it held the text and the hash.
function connect(options = {}) {
  const sent = [];
  const watched = (url, request) => {
    const members = request.method === 'GET' ? Object.fromEntries(new URL(url).searchParams) : JSON.parse(request.body);
    sent.push([request.method, 'query' in members, 'extensions' in members]);
    return fetch(url, request);
  };
  const link = ApolloLink.from([new PersistedQueryLink({ sha256, ...options }), new HttpLink({ uri: endpoint, fetch: watched })]);
  return { sent, client: new ApolloClient({ link, cache: new InMemoryCache() }) };
}

test('A query unknown to the server is sent with its hash, from then on the hash is enough', async () => {
  const query = gql`query SentOnce { patents(first: 1) { totalCount } }`;
  const first = connect();
  const { data } = await first.client.query({ query });
  assert.ok(data.patents.totalCount > 0);
  assert.deepEqual(first.sent, [['POST', false, true], ['POST', true, true]]);

  const second = connect({ useGETForHashedQueries: true });
  assert.deepEqual((await second.client.query({ query })).data, data);
  assert.deepEqual(second.sent, [['GET', false, true]]);
});

test('A document may be named by its hash as documentId once it is known', async () => {
  const query = '{ known: __typename }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
  const ask = async body => (await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
  const documentId = `sha256:${sha256(query)}`;

  assert.equal((await ask({ documentId })).errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
  assert.deepEqual((await ask({ query, extensions })).data, { known: 'Query' });
  assert.deepEqual((await ask({ documentId })).data, { known: 'Query' });
});
