import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.control.ChimeControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A fake with its control API, and with an address for what the Java API does to sessions. It ends when its standard input ends. */
class SocketFaults {
    private final ChimeMessagingServer chime;

    private SocketFaults(ChimeMessagingServer chime) {
        this.chime = chime;
    }

    public static void main(String[] args) throws IOException {
        try (ChimeMessagingServer chime = ChimeMessagingServer.start();
                ChimeControl control = ChimeControl.serve(chime)) {
            HttpServer faults = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            faults.createContext("/", new SocketFaults(chime)::handle);
            faults.start();
            System.out.printf(
                    "{\"endpoint\": \"%s\", \"control\": \"%s\", \"sockets\": \"http://127.0.0.1:%d\", \"region\": \"us-east-1\", "
                            + "\"appInstanceArn\": \"%s\", \"accessKeyId\": \"%s\", \"secretAccessKey\": \"%s\"}%n",
                    chime.endpoint(),
                    control.address(),
                    faults.getAddress().getPort(),
                    chime.appInstance().arn(),
                    chime.caller().credentials().accessKeyId(),
                    chime.caller().credentials().secretAccessKey());
            while (System.in.read() >= 0) {}
            faults.stop(0);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] words = exchange.getRequestURI().getPath().substring(1).split("/");
        String result;
        int status = 200;
        try {
            result = perform(words[0], words);
        } catch (RuntimeException e) {
            status = 500;
            result = e.toString();
        }
        byte[] body = result.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String perform(String what, String... words) {
        ChimeUser user = chime.user(words[1]);
        switch (what) {
            case "kick":
                return "" + chime.sessions().kick(user);
            case "drop":
                return "" + chime.sessions().drop(user);
            case "close":
                return "" + chime.sessions().close(user, Integer.parseInt(words[2]), "asked for by the test");
            case "close-connects":
                return "" + chime.faults().onConnect().by(user).times(Integer.parseInt(words[3])).close(Integer.parseInt(words[2]));
            case "refuse-connects":
                return "" + chime.faults().onConnect().by(user).times(Integer.parseInt(words[3])).refuse(Integer.parseInt(words[2]));
            case "drop-connects":
                return "" + chime.faults().onConnect().by(user).times(Integer.parseInt(words[2])).dropBeforeEstablished();
            case "send-early":
                return "" + chime.faults().onConnect().by(user).once().sendBeforeEstablished(CREATE_CHANNEL_MESSAGE, "{\"Content\": \"early\"}");
            default:
                throw new IllegalArgumentException(what);
        }
    }
}
