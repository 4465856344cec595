// Who the page speaks for. Tokens live in this tab only and are gone when it is closed.
const kept = 'ipmarketplace:session';
const fields = 'session { accessToken accessTokenExpiresAt refreshToken viewer { userName roles organization { name } } } errors { __typename ... on Error { message } }';
const spare = 30_000; // an access token is renewed this long before its end, in milliseconds

let current = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
let renewal = null;
const listeners = new Set();

export const session = () => current;

export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next) {
  current = next;
  if (next) sessionStorage.setItem(kept, JSON.stringify(next));
  else sessionStorage.removeItem(kept);
  listeners.forEach(listener => listener());
}

async function exchange(mutation, input) {
  const type = mutation[0].toUpperCase() + mutation.slice(1);
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { ${fields} } }`, variables: { input } }),
  });
  const { data, errors } = await response.json();
  const problem = errors?.[0] ?? data[mutation].errors?.[0];
  if (problem) throw new Error(problem.message);
  become(data[mutation].session);
}

export const signIn = (userName, password) => exchange('signIn', { userName, password });

export const signOut = () => become(null);

/** The header of whoever is signed in, with a token that is good for a while; two callers renew it once. */
export async function authorization() {
  if (current && Date.parse(current.accessTokenExpiresAt) - Date.now() < spare) {
    renewal ??= exchange('refreshSession', { refreshToken: current.refreshToken })
      .catch(signOut)
      .finally(() => { renewal = null; });
    await renewal;
  }
  return current ? { Authorization: `Bearer ${current.accessToken}` } : {};
}
