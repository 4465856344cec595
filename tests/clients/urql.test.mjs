// urql: documents sent by GET and by POST, refusals as data, a token by fetchOptions.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cacheExchange, createClient, fetchExchange, gql } from '@urql/core';
import { endpoint, officer } from './marketplace.mjs';

const connect = (token, options = {}) => createClient({
  url: endpoint,
  exchanges: [cacheExchange, fetchExchange],
  fetchOptions: () => (token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  preferGetMethod: false,
  ...options,
});

const search = gql`
  query Search($query: String!, $first: Int!, $after: String) {
    patents(query: $query, first: $first, after: $after) {
      totalCount
      edges { cursor node { id title } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

const signIn = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      session { accessToken }
      errors { __typename ... on Error { code } }
    }
  }`;

test('A search is answered page by page', async () => {
  const client = connect();
  const first = await client.query(search, { query: '一种', first: 3 }).toPromise();
  assert.equal(first.error, undefined);
  assert.equal(first.data.patents.edges.length, 3);

  const second = await client.query(search, { query: '一种', first: 3, after: first.data.patents.pageInfo.endCursor }).toPromise();
  const seen = [...first.data.patents.edges, ...second.data.patents.edges].map(edge => edge.node.id);
  assert.equal(new Set(seen).size, 6);
});

test('A query may be sent by GET', async () => {
  const result = await connect(undefined, { preferGetMethod: 'force' }).query(search, { query: '电池', first: 1 }).toPromise();

  assert.equal(result.error, undefined);
  assert.equal(result.operation.context.preferGetMethod, 'force');
  assert.ok(result.data.patents.totalCount >= 1);
});

test('A question asked again is answered from the cache', async () => {
  const client = connect();
  await client.query(search, { query: '一种', first: 2 }).toPromise();
  const again = await client.query(search, { query: '一种', first: 2 }).toPromise();

  assert.equal(again.operation.context.meta.cacheOutcome, 'hit');
});

test('A refusal is data, and a token opens what needs one', async () => {
  const refused = await connect().mutation(signIn, { input: { ...officer, password: 'wrong-password-2' } }).toPromise();
  assert.equal(refused.error, undefined);
  assert.deepEqual(refused.data.signIn.errors, [{ __typename: 'SignInFailed', code: 'SIGN_IN_FAILED' }]);

  const { data } = await connect().mutation(signIn, { input: officer }).toPromise();
  const viewer = await connect(data.signIn.session.accessToken).query('{ viewer { userName } }', {}).toPromise();
  assert.equal(viewer.data.viewer.userName, officer.userName);
});

test('Errors of the request carry their code; no server is a network error', async () => {
  const invalid = await connect().query('{ patents { nonsense } }', {}).toPromise();
  assert.deepEqual(invalid.error.graphQLErrors.map(error => error.extensions.code), ['VALIDATION_FAILED']);

  const nobody = await connect(undefined, { url: 'http://127.0.0.1:9/graphql' }).query('{ __typename }', {}).toPromise();
  assert.ok(nobody.error.networkError);
});
