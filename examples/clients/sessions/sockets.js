/** What the tests do to sessions at the server, by the address that SocketFaults.java prints. */
export function socketsOf({ sockets }) {
  async function perform(...words) {
    const response = await fetch(`${sockets}/${words.join("/")}`, { method: "POST" });
    const text = await response.text();
    if (!response.ok) throw new Error(`${words.join(" ")}: ${text}`);
    return text;
  }

  return {
    /** Close the open sessions of a user: with 4003, without a close frame, and with a code. */
    kick: (user) => perform("kick", user),
    drop: (user) => perform("drop", user),
    close: (user, code) => perform("close", user, code),
    /** For the next connects of a user: closes them with a code, responds with an HTTP status, or ends them without a close frame. */
    closeConnects: (user, code, times) => perform("close-connects", user, code, times),
    refuseConnects: (user, status, times) => perform("refuse-connects", user, status, times),
    dropConnects: (user, times) => perform("drop-connects", user, times),
    /** Sends a message before SESSION_ESTABLISHED to the next session of a user. */
    sendEarly: (user) => perform("send-early", user),
  };
}
