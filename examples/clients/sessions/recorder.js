/** Opens sessions and records what they report. Runs in Node.js and in a page. */
import { createSession } from "./session.js";

const opened = [];
const unhandled = [];

/** Starts a session with shorter pauses between reconnections than by default, and returns its number. */
export function open({ settings, ...options }) {
  const session = createSession({
    ...options, settings: { reconnectShortBackoffMs: 20, reconnectLongBackoffMs: 100, ...settings },
  });
  const record = { start: "pending", connects: 0, established: 0, stopped: null, messages: [] };
  session.addObserver({
    messagingSessionDidStartConnecting: () => { record.connects++; },
    messagingSessionDidStart: () => { record.established++; },
    messagingSessionDidStop: ({ code, reason }) => { record.stopped = { code, reason }; },
    messagingSessionDidReceiveMessage: ({ type, headers, payload }) =>
      record.messages.push({ type, headers, payload: JSON.parse(payload) }),
  });
  session.start().then(
    () => { record.start = "resolved"; },
    ({ code, reason }) => { record.start = { code, reason }; },
  );
  return opened.push({ session, record }) - 1;
}

export const read = (number) => opened[number].record;

export const stop = (number) => opened[number].session.stop();

/** The close codes of promises that were rejected and that the application never had. */
export const rejectedUnseen = () => unhandled;

export function sawUnhandledRejection({ code }) {
  unhandled.push(code);
}
