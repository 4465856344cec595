// What the tests of several clients have in common: where the server is, who signs in, what its schema is, what happens there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const endpoint = `${process.env.MARKETPLACE_URL}/graphql`;
export const officer = { userName: 'officer@qinghe.demo', password: 'demo-market-2026' };
export const schemaFile = path.join(import.meta.dirname, '..', '..', 'schema', 'schema.graphql');
export const schemaText = readFileSync(schemaFile, 'utf8');

// A patent of the signed-in user's organization that nothing is offered on.
export const ownPatents = `
  query OwnPatents($owner: ID!) {
    patents(filter: { owners: [$owner], onOffer: false }, first: 50) {
      nodes { id title }
    }
  }`;

export async function ask(query, variables, token) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  return data;
}

export async function signIn(input) {
  const { signIn: { session } } = await ask('mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }', { input });
  return session.accessToken;
}

// An officer lists a patent of the own organization, an approver publishes it; the patent as it can then be found.
export async function offerAPatent(university = 'qinghe') {
  const [byOfficer, byApprover] = await Promise.all(['officer', 'approver'].map(role => signIn({ ...officer, userName: `${role}@${university}.demo` })));
  const { viewer } = await ask('{ viewer { organization { id } } }', {}, byOfficer);
  const own = 'query($owner: ID!) { patents(filter: { owners: [$owner] }, first: 100) { nodes { id status offer { kinds } } } }';
  const { patents } = await ask(own, { owner: viewer.organization.id }, byOfficer);
  const step = async (field, input, token) => {
    const type = `${field[0].toUpperCase()}${field.slice(1)}Input`;
    return (await ask(`mutation($input: ${type}!) { ${field}(input: $input) { listing { id } errors { ... on Error { message } } } }`, { input }, token))[field];
  };
  const content = { title: '发明转让', summary: '一种工艺', applicationFields: ['动力电池'], industries: ['C38'], maturity: 'PILOT', contact: '技术转移中心' };
  // Another test may have drafted a listing of the patent already.
  for (const { id } of patents.nodes.filter(patent => patent.status === 'IN_FORCE' && !patent.offer?.kinds.includes('OPEN_SOURCE'))) {
    const created = await step('createListing', { patentId: id, mode: 'TRANSFER', content }, byOfficer);
    if (created.listing) {
      const listingId = created.listing.id;
      if ((await step('submitListing', { listingId }, byOfficer)).errors || (await step('approveListing', { listingId }, byApprover)).errors) {
        continue; // an open licence of it is announced (INV-22)
      }
      return (await ask('query($id: ID!) { patent(id: $id) { id offer { kinds } } }', { id })).patent;
    }
  }
  throw new Error('No patent is left to list.');
}
