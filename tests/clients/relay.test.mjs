// relay-compiler compiles real fragments, pages, mutations and a subscription; relay-runtime runs what it wrote.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import relay from 'relay-runtime';
import { endpoint, officer, schemaFile } from './marketplace.mjs';

const here = import.meta.dirname;
const project = mkdtempSync(path.join(tmpdir(), 'ipmarketplace-relay-'));
const artifacts = path.join(project, 'artifacts');
after(() => rmSync(project, { recursive: true, force: true }));

mkdirSync(artifacts);
cpSync(path.join(here, 'relay'), path.join(project, 'src'), { recursive: true });
cpSync(schemaFile, path.join(project, 'schema.graphql'));
symlinkSync(path.join(here, 'node_modules'), path.join(project, 'node_modules'));
writeFileSync(path.join(project, 'relay.config.json'), JSON.stringify({
  src: './src',
  schema: './schema.graphql',
  language: 'javascript',
  artifactDirectory: './artifacts',
  eagerEsModules: false,
  customScalarTypes: { DateTime: 'string', Decimal: 'number', LocalDate: 'string' },
}));
const compiled = spawnSync(process.execPath, [path.join(here, 'node_modules', 'relay-compiler', 'cli.js'), '--output', 'quiet-with-errors'], { cwd: project, encoding: 'utf8' });

const load = createRequire(path.join(artifacts, 'index.js'));
const artifact = name => load(`./${name}.graphql.js`);

function environment(token) {
  return new relay.Environment({
    store: new relay.Store(new relay.RecordSource()),
    network: relay.Network.create(async ({ text }, variables) => {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ query: text, variables }),
      });
      assert.equal(response.status, 200, text);
      return response.json();
    }),
  });
}

const ask = (store, name, variables) => relay.fetchQuery(store, artifact(name), variables).toPromise();

function mutate(store, name, variables) {
  const mutation = artifact(name);
  return new Promise((resolve, reject) => relay.commitMutation(store, { mutation, variables, onCompleted: (data, errors) => (errors ? reject(errors) : resolve(data)), onError: reject }));
}

test('The compiler has nothing to complain of', () => {
  assert.equal(`${compiled.stdout}${compiled.stderr}`, '');
  assert.equal(compiled.status, 0);
});

test('A connection grows page by page in the store', async () => {
  const store = environment();
  const query = artifact('PatentSearchQuery');
  const operation = relay.createOperationDescriptor(query, { query: null, count: 3 });
  store.retain(operation);
  await relay.fetchQuery(store, query, { query: null, count: 3 }).toPromise();
  const fragment = artifact('PatentSearch_results');
  const read = () => store.lookup(relay.getSingularSelector(fragment, store.lookup(operation.fragment).data)).data.patents;
  const { edges, pageInfo } = read();
  assert.equal(edges.length, 3);
  assert.equal(pageInfo.hasNextPage, true);

  await ask(store, 'PatentSearchPaginationQuery', { query: null, count: 2, cursor: pageInfo.endCursor });
  assert.equal(new Set(read().edges.map(edge => edge.node.id)).size, 5);
  assert.deepEqual(read().edges.slice(0, 3).map(edge => edge.node.id), edges.map(edge => edge.node.id));
});

test('A fragment is fetched again through node, into the record it already has', async () => {
  const store = environment();
  await ask(store, 'PatentSearchQuery', { query: null, count: 1 });
  const [id] = store.getStore().getSource().getRecordIDs().filter(record => store.getStore().getSource().get(record).__typename === 'Patent');

  await ask(store, 'PatentPageQuery', { id });
  await ask(store, 'PatentPageRefetchQuery', { id });
  const record = store.getStore().getSource().get(id);
  assert.equal(typeof record.abstract, 'string');
  assert.equal(typeof record.title, 'string');
});

test('A mutation answers with its object or with the members of its error union', async () => {
  const { signIn } = await mutate(environment(), 'SignInMutation', { input: officer });
  const store = environment(signIn.session.accessToken);
  const { viewer } = await ask(store, 'ListingDraftOrganizationQuery', {});
  const { patents } = await ask(store, 'ListingDraftPatentsQuery', { owner: viewer.organization.id });
  const input = { patentId: patents.nodes[0].id, mode: 'EQUITY', content: { title: 'A draft of Relay' } };

  const first = await mutate(store, 'ListingDraftCreateMutation', { input });
  assert.equal(first.createListing.errors, null);
  assert.equal(store.getStore().getSource().get(first.createListing.listing.id).title, 'A draft of Relay');

  const second = await mutate(store, 'ListingDraftCreateMutation', { input });
  assert.equal(second.createListing.listing, null);
  assert.deepEqual(second.createListing.errors.map(({ __typename, code, mode }) => ({ __typename, code, mode })), [{ __typename: 'ListingExists', code: 'LISTING_EXISTS', mode: 'EQUITY' }]);
});

test('The text of a subscription is a valid document of the server', async () => {
  const { params } = artifact('PatentOffersSubscription');
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: params.text, variables: { kinds: null } }),
  });
  const { errors } = await response.json();
  assert.deepEqual(errors.map(error => error.extensions.code), ['OPERATION_NOT_ALLOWED']);
});
