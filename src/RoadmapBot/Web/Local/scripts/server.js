/** What the page and its own server say to each other: who there is, what happened, what somebody did. */

export const readSetup = async () => (await checked(await fetch("/local/setup"))).json();

export const addPerson = async person => (await checked(await send("/local/people", person))).json();

/** Puts down what somebody did, for every chat that shows it. Returns it with the number and id that it got. */
export const note = async deed => (await checked(await send("/local/events", deed))).json();

/** Tells everything that happened and happens. The browser reconnects by itself; where it gives up, this does. */
export function follow(onEvent, onConnected) {
  let last = 0;
  const connect = () => {
    const stream = new EventSource(`/local/events?after=${last}`);
    stream.onopen = () => onConnected(true);
    stream.onmessage = ({ data, lastEventId }) => {
      last = Number(lastEventId);
      onEvent(JSON.parse(data));
    };
    stream.onerror = () => {
      onConnected(false);
      if (stream.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
    };
  };
  connect();
}

export async function send(path, body) {
  try {
    return await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw new Error("The bot cannot be reached. Is it running?");
  }
}

async function checked(response) {
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail ?? `The page's server answered ${response.status}.`);
}
