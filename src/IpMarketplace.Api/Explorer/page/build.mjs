// node build.mjs OUT: bundles the page, with the operations of schema/operations as its examples.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const operations = join(here, '../../../../schema/operations');
const out = process.argv[2] ?? join(here, 'dist');

const isFolder = entry => entry.isDirectory();
const modules = readdirSync(operations, { withFileTypes: true }).filter(isFolder).map(({ name }) => name);
const examples = modules.map(module => ({
  module,
  operations: readdirSync(join(operations, module)).filter(file => file.endsWith('.graphql')).map(file => ({
    name: file.replace(/\.graphql$/, ''),
    text: readFileSync(join(operations, module, file), 'utf8'),
  })),
}));

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(here, 'explorer.jsx')],
  outdir: out,
  bundle: true,
  minify: true,
  jsx: 'automatic',
  format: 'esm',
  target: 'es2022',
  loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  logLevel: 'warning',
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  plugins: [{
    name: 'examples',
    setup(bundle) {
      bundle.onResolve({ filter: /^virtual:examples$/ }, () => ({ path: 'examples', namespace: 'examples' }));
      bundle.onLoad({ filter: /.*/, namespace: 'examples' }, () => ({ contents: JSON.stringify(examples), loader: 'json' }));
    },
  }],
});
writeFileSync(join(out, 'index.html'), readFileSync(join(here, 'index.html')));
