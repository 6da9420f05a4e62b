package io.github.chimefake.internal.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A server for WebSocket clients of others. Its first line of output is the port; it ends with its input.
 *
 * <p>It sends back each message, except for those that say what else to do: {@code close 4401 reason}, {@code abort}, {@code ping},
 * {@code burst 1000}. A path {@code /403} refuses the upgrade with that status.
 */
public final class EchoProgram {
    private static final int MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

    private EchoProgram() {}

    /** Serves until the input ends. */
    public static void main(String[] args) throws IOException {
        WebSocketSettings settings = WebSocketSettings.DEFAULTS
                .withLimits(new WebSocketSettings.Limits(64 * 1024, MAX_MESSAGE_BYTES, 1000))
                .withSendLimits(new WebSocketSettings.SendLimits(100_000, 2L * MAX_MESSAGE_BYTES));
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        try (WebSocketServer server = WebSocketServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), settings, EchoProgram::upgrade)) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                // It has not ended yet.
            }
        }
    }

    private static Upgrade upgrade(UpgradeRequest request) {
        return switch (request.target()) {
            case "/403" -> new Upgrade.Refuse(403, "Forbidden here.\n");
            case "/reset" -> new Upgrade.Reset();
            default -> new Upgrade.Accept(new Commands());
        };
    }

    private static final class Commands extends EchoListener {
        private boolean pinged;

        @Override
        public void received(String text) {
            String[] words = text.split(" ", 3);
            switch (words[0]) {
                case "close" -> connection().close(Integer.parseInt(words[1]), words.length > 2 ? words[2] : "");
                case "abort" -> connection().abort();
                case "ping" -> {
                    pinged = true;
                    connection().ping();
                }
                case "truncated" -> connection().sendTruncated(words[2], Integer.parseInt(words[1]));
                case "burst" -> {
                    for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                        connection().send("message " + i);
                    }
                }
                default -> super.received(text);
            }
        }

        @Override
        public void pong() {
            if (pinged) {
                connection().send("pong received");
            }
        }
    }
}
