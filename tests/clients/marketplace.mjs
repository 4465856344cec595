// What the tests of several clients have in common: where the server is, who signs in, what its schema is.
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
