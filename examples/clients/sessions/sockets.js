/** What the tests do to sessions at the server, by the control API. */
export function socketsOf({ control }) {
  const sessions = (action, body) => control("POST", `/v1/sessions/${action}`, body);
  const nextConnects = (user, connects, effect) => control("POST", "/v1/connect-faults", { by: { user }, connects, effect });

  return {
    /** Close the open sessions of a user: with 4003, without a close frame, and with a code. */
    kick: (user) => sessions("kick", { user }),
    drop: (user) => sessions("drop", { user }),
    close: (user, code) => sessions("close", { user, code, reason: "asked for by the test" }),
    /** For the next connects of a user: closes them with a code, responds with an HTTP status, or ends them without a close frame. */
    closeConnects: (user, code, connects) => nextConnects(user, connects, { type: "close", code }),
    respondToConnects: (user, status, connects) => nextConnects(user, connects, { type: "respond", status }),
    dropConnects: (user, connects) => nextConnects(user, connects, { type: "dropBeforeEstablished" }),
    /** Sends a message before SESSION_ESTABLISHED to the next session of a user. */
    sendEarly: (user) => nextConnects(user, 1, {
      type: "sendBeforeEstablished", event: "CREATE_CHANNEL_MESSAGE", payload: { Content: "early" },
    }),
  };
}
