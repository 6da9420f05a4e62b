import { ChimeSDKMessagingClient } from "@aws-sdk/client-chime-sdk-messaging";
import {
  ConsoleLogger, DefaultMessagingSession, DefaultWebSocketAdapter, LogLevel, MessagingSessionConfiguration,
} from "amazon-chime-sdk-js";

/** Connects by ws:// instead of wss://, for tests. */
export class PlainWs extends DefaultWebSocketAdapter {
  create(url, protocols, signed) { super.create(url.replace(/^wss:/, "ws:"), protocols, signed); }
}

export function createSession({ endpoint, region, credentials, userArn, tls = false, settings = {} }) {
  const client = new ChimeSDKMessagingClient({ endpoint, region, credentials });
  const configuration = new MessagingSessionConfiguration(userArn, null, undefined, client);
  const logger = new ConsoleLogger("chat", LogLevel.OFF);
  return new DefaultMessagingSession(Object.assign(configuration, settings), logger, tls ? undefined : new PlainWs(logger));
}
