import { useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { useEditorContext } from '@graphiql/react';
import examples from 'virtual:examples';
import { fetcher } from './fetcher.js';
import { session, signIn, signOut, subscribe } from './session.js';
import 'graphiql/style.css';
import './explorer.css';

/** What the host says: the demo's users and their password, where there is a demo. */
const settings = JSON.parse(document.getElementById('settings').textContent);

const welcome = `# What can be licensed now for batteries? Ask in Chinese or in English.
# Ctrl+Enter runs it, Ctrl+Space completes. At the left: the schema, what was run,
# examples of every operation, and who to sign in as.
query Search {
  patents(query: "电池", filter: { accepting: true }, first: 3) {
    totalCount
    nodes {
      number
      title
      titleEn
      owners { name }
      offer { accepting fee { structure fixedAmount } }
    }
  }
}
`;

const useSession = () => useSyncExternalStore(subscribe, session);

/** "# first comment" of an operation says what it is for. */
const purpose = text => text.match(/^#\s*(.*)/)?.[1];

function Examples() {
  const { addTab, tabs, setOperationName } = useEditorContext({ nonNull: true });
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const open = text => {
    const isUntouched = !queryEditor?.getValue().trim();
    if (!isUntouched && tabs) addTab();
    setTimeout(() => { // the new tab's editor is in place then
      queryEditor?.setValue(text);
      variableEditor?.setValue(variablesOf(text));
    });
  };
  return (
    <div className="market-panel">
      <h1>Examples</h1>
      <p>Every one is run by a test. Inputs are yours to fill in; the editor completes them.</p>
      {examples.map(({ module, operations }) => (
        <section key={module}>
          <h2>{module}</h2>
          <ul>
            {operations.map(({ name, text }) => (
              <li key={name}>
                <button type="button" onClick={() => open(text)}>{name}<small>{purpose(text)}</small></button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A place for every variable that an operation declares. */
function variablesOf(text) {
  const declared = [...text.matchAll(/\$(\w+)\s*:\s*(\w+)([^,)=]*!)?/g)].filter(([, , , required]) => required);
  return declared.length === 0 ? '' : JSON.stringify(Object.fromEntries(declared.map(([, name, type]) => [name, type.endsWith('Input') ? {} : ''])), null, 2);
}

function SignIn() {
  const signedIn = useSession();
  const [problem, setProblem] = useState(null);
  const enter = async (userName, password) => {
    setProblem(null);
    try {
      await signIn(userName, password);
    } catch (refusal) {
      setProblem(refusal.message);
    }
  };
  const submit = event => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    enter(form.get('userName'), form.get('password'));
  };
  return (
    <div className="market-panel">
      <h1>Sign in</h1>
      <p>
        {signedIn ? `${signedIn.viewer.userName}: ${signedIn.viewer.roles.join(', ')}${signedIn.viewer.organization ? `, ${signedIn.viewer.organization.name}` : ''}` : 'You are a visitor.'}
      </p>
      {signedIn && <button type="button" className="market-out" onClick={signOut}>Sign out</button>}
      {problem && <p role="alert">{problem}</p>}
      <form onSubmit={submit}>
        <label>User name<input name="userName" autoComplete="username" required /></label>
        <label>Password<input name="password" type="password" autoComplete="current-password" required /></label>
        <button type="submit">Sign in</button>
      </form>
      {settings.demoUsers && (
        <>
          <h2>Users of the demo</h2>
          <ul>
            {settings.demoUsers.map(({ userName, description }) => (
              <li key={userName}>
                <button type="button" aria-current={signedIn?.viewer.userName === userName || undefined} onClick={() => enter(userName, settings.demoPassword)}>
                  {userName}<small>{description}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const icon = path => function Icon() {
  return <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true"><path d={path} /></svg>;
};

const plugins = [
  { title: 'Examples', icon: icon('M5 4h10l4 4v12H5zM9 12h6M9 16h6'), content: Examples },
  { title: 'Sign in', icon: icon('M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 5-5 8-5s7 1 8 5'), content: SignIn },
];

function Who() {
  const signedIn = useSession();
  return <span className="market-who">{signedIn?.viewer.userName ?? 'visitor'}</span>;
}

createRoot(document.getElementById('explorer')).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} defaultQuery={welcome} defaultEditorToolsVisibility="variables" shouldPersistHeaders={false}>
    <GraphiQL.Logo><Who /></GraphiQL.Logo>
  </GraphiQL>,
);
