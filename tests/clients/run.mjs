// Starts the built server once, on a free port and an empty folder, and runs every *.test.mjs beside this file against it.
//   node run.mjs [--configuration release]   The server must have been built.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const here = import.meta.dirname;
const configuration = process.argv[process.argv.indexOf('--configuration') + 1] ?? 'debug';
const server = path.join(here, '..', '..', 'artifacts', 'bin', 'IpMarketplace.Api', process.argv.includes('--configuration') ? configuration : 'debug', 'IpMarketplace.Api.dll');
const longestStart = 120_000;

if (!existsSync(server)) {
  console.error(`There is no server at ${server}: run "dotnet build" first.`);
  process.exit(2);
}
const data = mkdtempSync(path.join(tmpdir(), 'ipmarketplace-clients-'));
const running = spawn('dotnet', [server, '--environment=Development', '--Urls=http://127.0.0.1:0', '--Demo:Enabled=true', '--Sockets:InitialisationTimeout=00:00:02', '--Accounts:SignInsPerAddressAndName=1000', '--Accounts:SignInsPerName=1000', `--Database:DataDirectory=${data}`]);
let status = 1;
try {
  const address = await listening(running);
  const files = readdirSync(here).filter(file => file.endsWith('.test.mjs'));
  const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', ...files], { cwd: here, stdio: 'inherit', env: { ...process.env, MARKETPLACE_URL: address } });
  [status] = await once(tests, 'exit');
} finally {
  running.kill();
  await once(running, 'exit');
  rmSync(data, { recursive: true, force: true });
}
process.exit(status ?? 1);

// The server says where it serves once it is ready; what it says before is shown when it never gets there.
async function listening(child) {
  const said = [];
  const timeout = setTimeout(() => child.kill(), longestStart);
  child.stderr.on('data', text => said.push(String(text)));
  for await (const line of readline.createInterface({ input: child.stdout })) {
    said.push(line);
    const address = /serves on (http[^ ",]+[0-9])/.exec(line)?.[1];
    if (address) {
      clearTimeout(timeout);
      child.stdout.resume();
      return address;
    }
  }
  throw new Error(`The server did not start:\n${said.join('\n')}`);
}
