import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';
import { authorization } from './session.js';

const events = createClient({ url: location.pathname, headers: authorization, retryAttempts: 0 });

/** Sends one operation: subscriptions as an event stream, everything else as one request. A header that was typed wins over the session's. */
export function fetcher({ query, variables, operationName }, { documentAST, headers } = {}) {
  const operation = documentAST && getOperationAST(documentAST, operationName);
  return operation?.operation === 'subscription'
    ? events.iterate({ query, variables, operationName })
    : post({ query, variables, operationName }, headers);
}

async function post(body, headers) {
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json;q=0.9', ...(await authorization()), ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}
