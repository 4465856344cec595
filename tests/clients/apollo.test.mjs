// Apollo Client: a cache normalized by global ids, pages by relayStylePagination, errors of every kind.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { relayStylePagination } from '@apollo/client/utilities';
import { buildSchema, isAbstractType } from 'graphql';
import { endpoint, officer, ownPatents, schemaText } from './marketplace.mjs';

const schema = buildSchema(schemaText);
const possibleTypes = Object.fromEntries(Object.values(schema.getTypeMap())
  .filter(isAbstractType)
  .map(type => [type.name, schema.getPossibleTypes(type).map(possible => possible.name)]));

function connect({ uri = endpoint, token } = {}) {
  const authorized = new SetContextLink(({ headers }) => ({ headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) } }));
  return new ApolloClient({
    link: ApolloLink.from([authorized, new HttpLink({ uri })]),
    cache: new InMemoryCache({ possibleTypes, typePolicies: { Query: { fields: { patents: relayStylePagination(['query', 'filter', 'orderBy']) } } } }),
  });
}

const pages = gql`
  query Pages($first: Int!, $after: String) {
    patents(first: $first, after: $after) {
      edges { cursor node { id title } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

const signIn = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      session { accessToken viewer { userName organization { id name } } }
      errors { ... on Error { message code } }
    }
  }`;

async function signedIn() {
  const { data } = await connect().mutate({ mutation: signIn, variables: { input: officer } });
  assert.equal(data.signIn.errors, null);
  return { organization: data.signIn.session.viewer.organization, client: connect({ token: data.signIn.session.accessToken }) };
}

test('An object met in a list is found in the cache by its global id', async () => {
  const client = connect();
  const { data } = await client.query({ query: pages, variables: { first: 2 } });
  const [{ node }] = data.patents.edges;

  assert.equal(client.cache.identify(node), `Patent:${node.id}`);
  assert.deepEqual(client.cache.readFragment({ id: `Patent:${node.id}`, fragment: gql`fragment T on Patent { title }` }), { __typename: 'Patent', title: node.title });
});

test('Pages are joined by relayStylePagination, each patent once', async () => {
  const client = connect();
  const first = (await client.query({ query: pages, variables: { first: 5 } })).data.patents;
  const watched = client.watchQuery({ query: pages, variables: { first: 5 } });
  const watching = watched.subscribe(() => {});
  await watched.fetchMore({ variables: { after: first.pageInfo.endCursor } });
  watching.unsubscribe();

  const { patents } = client.readQuery({ query: pages, variables: { first: 5 } });
  assert.equal(patents.edges.length, 10);
  assert.equal(new Set(patents.edges.map(edge => edge.node.id)).size, 10);
  assert.deepEqual(patents.edges.slice(0, 5).map(edge => edge.node.id), first.edges.map(edge => edge.node.id));
});

test('A refusal is data: a member of the error union, read through the interface', async () => {
  const { data, error } = await connect().mutate({ mutation: signIn, variables: { input: { ...officer, password: 'wrong-password-1' } } });

  assert.equal(error, undefined);
  assert.equal(data.signIn.session, null);
  assert.deepEqual(data.signIn.errors, [{ __typename: 'SignInFailed', message: 'The user name or the password is wrong.', code: 'SIGN_IN_FAILED' }]);
});

test('What a mutation returns changes what the cache holds of that object', async () => {
  const { client, organization } = await signedIn();
  const { data: { patents } } = await client.query({ query: gql(ownPatents), variables: { owner: organization.id } });
  const create = gql`
    mutation Create($input: CreateListingInput!) {
      createListing(input: $input) { listing { id state title } errors { __typename } }
    }`;
  const { data: { createListing } } = await client.mutate({
    mutation: create, variables: { input: { patentId: patents.nodes[0].id, mode: 'OPEN_SOURCE', content: { title: 'A draft of Apollo' } } },
  });
  const reading = { query: gql`query Drafted($id: ID!) { node(id: $id) { id ... on Listing { state title } } }`, variables: { id: createListing.listing.id } };
  assert.equal((await client.query(reading)).data.node.title, 'A draft of Apollo');

  const { data: { reviseListing } } = await client.mutate({
    mutation: gql`mutation Revise($input: ReviseListingInput!) { reviseListing(input: $input) { listing { id title } errors { __typename } } }`,
    variables: { input: { listingId: createListing.listing.id, content: { title: 'Revised' } } },
  });
  assert.equal(reviseListing.errors, null);
  assert.equal(client.readQuery(reading).node.title, 'Revised');
});

test('Who is signed in reads what belongs to their organization, who is not is told so', async () => {
  const licences = gql`{ licences(first: 3) { totalCount nodes { id } } }`;
  const { client } = await signedIn();
  assert.ok((await client.query({ query: licences })).data.licences.totalCount > 0);

  await assert.rejects(connect().query({ query: licences }), error => {
    assert.ok(CombinedGraphQLErrors.is(error), String(error));
    assert.deepEqual(error.errors.map(({ path, extensions }) => ({ path, code: extensions.code })), [{ path: ['licences'], code: 'AUTH_NOT_AUTHENTICATED' }]);
    return true;
  });
});

test('A document that is not valid, an address without GraphQL, and no server are three kinds of error', async () => {
  await assert.rejects(connect().query({ query: gql`{ patents { nonsense } }` }), error => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === 'VALIDATION_FAILED');
  await assert.rejects(connect({ uri: `${process.env.MARKETPLACE_URL}/elsewhere` }).query({ query: gql`{ viewer { userName } }` }), error => ServerError.is(error) && error.statusCode === 404);
  await assert.rejects(connect({ uri: 'http://127.0.0.1:9/graphql' }).query({ query: gql`{ viewer { userName } }` }), { name: 'TypeError' });
});
