// graphql-codegen: types for the schema and for every example operation, which the TypeScript compiler accepts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildASTSchema, parse } from 'graphql';
import { schemaFile, schemaText } from './marketplace.mjs';

const modules = path.join(path.dirname(schemaFile), 'operations');
const generated = mkdtempSync(path.join(tmpdir(), 'ipmarketplace-codegen-'));
after(() => rmSync(generated, { recursive: true, force: true }));

const schema = parse(schemaText);
const schemaAst = buildASTSchema(schema);
const config = {
  strictScalars: true,
  scalars: { DateTime: 'string', Decimal: 'number', LocalDate: 'string' },
  useTypeImports: true,
  documentMode: 'documentNode',
};

// The story repeats operations of the modules, so each folder is a program of its own.
async function generate(folder) {
  const documents = readdirSync(path.join(modules, folder))
    .filter(file => file.endsWith('.graphql'))
    .map(file => ({ location: file, document: parse(readFileSync(path.join(modules, folder, file), 'utf8')) }));
  const code = await codegen({
    schema,
    schemaAst,
    documents,
    filename: `${folder}.ts`,
    config,
    pluginMap: { typescript, operationTypes, typedDocumentNode },
    plugins: [{ operationTypes: {} }, { typedDocumentNode: {} }],
  });
  writeFileSync(path.join(generated, `${folder}.ts`), code);
  return documents.length;
}

test('Types of the schema and of every operation are generated and compile', async () => {
  const folders = readdirSync(modules, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name);
  const counts = await Promise.all(folders.map(generate));
  assert.ok(counts.reduce((sum, count) => sum + count) >= 60, `${counts}`);
  writeFileSync(path.join(generated, 'schema.ts'), await codegen({ schema, schemaAst, documents: [], filename: 'schema.ts', config, pluginMap: { typescript }, plugins: [{ typescript: {} }] }));
  // Someone who uses the types: what fits compiles, what does not is an error, or @ts-expect-error is one.
  writeFileSync(path.join(generated, 'uses.ts'), `
    import type { Patent } from './schema.ts';
    import { PatentsDocument, type PatentsQuery } from './catalogue.ts';
    import type { SignInMutationVariables } from './accounts.ts';
    type Card = NonNullable<PatentsQuery['patents']['edges']>[number]['node'];
    export const titleOf = (card: Card): Patent['title'] => card.title;
    export const variables: SignInMutationVariables = { input: { userName: 'a', password: 'b' } };
    // @ts-expect-error the number of a patent may be null
    export const numberOf = (card: Card): string => card.number;
    // @ts-expect-error the password is required
    export const incomplete: SignInMutationVariables = { input: { userName: 'a' } };
    export const document = PatentsDocument;
  `);
  symlinkSync(path.join(import.meta.dirname, 'node_modules'), path.join(generated, 'node_modules'));

  const compiler = path.join(import.meta.dirname, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--module', 'nodenext', '--allowImportingTsExtensions'];
  const files = readdirSync(generated).filter(file => file.endsWith('.ts'));
  const compiled = spawnSync(process.execPath, [compiler, ...options, ...files], { cwd: generated, encoding: 'utf8' });
  assert.equal(compiled.stdout, '');
  assert.equal(compiled.status, 0);
});
