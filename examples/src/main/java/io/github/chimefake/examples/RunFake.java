package io.github.chimefake.examples;

import io.github.chimefake.ChimeMessagingServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * A program that runs a fake until it is ended with Ctrl-C, so that clients in any language can be tried against the fake.
 */
public final class RunFake {
    private static final int DEFAULT_PORT = 8111;
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final List<String> DEFAULT_USERS = List.of("alice", "bob");

    private RunFake() {}

    /**
     * Runs a fake until the program is ended, for example by Ctrl-C; then prints the calls that it received.
     *
     * @param args the port, 8111 by default and 0 for a free one, and the ids of the users to register, alice and bob by
     *     default
     * @throws IOException if the examples cannot be read
     */
    public static void main(String... args) throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ended.countDown();
            await(stopped);
        }));
        try {
            run(List.of(args), () -> await(ended), System.out);
        } finally {
            stopped.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a fake until {@code untilEnded} returns. */
    static void run(List<String> args, Runnable untilEnded, PrintStream out) throws IOException {
        int port = args.isEmpty() ? DEFAULT_PORT : port(args.get(0));
        List<String> users = args.size() > 1 ? args.subList(1, args.size()) : DEFAULT_USERS;
        try (ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .port(port)
                .appInstance(APP_INSTANCE)
                .users(users.toArray(String[]::new))
                .start()) {
            print(chime, users, out);
            untilEnded.run();
            out.println("The fake stops. It received " + chime.journal().calls().size() + " calls:");
            out.print(chime.journal());
        }
    }

    private static int port(String argument) {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The first argument must be the port, but was \"" + argument
                            + "\". Expected, for example: 8111 alice bob",
                    e);
        }
    }

    private static void print(ChimeMessagingServer chime, List<String> users, PrintStream out) throws IOException {
        out.println("The fake is running. Press Ctrl-C to stop it.");
        out.println();
        out.println("endpoint      " + chime.endpoint());
        out.println("region        " + chime.region());
        out.println("app instance  " + chime.appInstance().arn());
        users.forEach(id -> out.println("user          " + chime.user(id).arn()));
        out.println("unregistered  " + unregistered(chime) + "  (as a bearer: UnauthorizedClientException)");
        AwsCredentials credentials = chime.caller().credentials();
        out.print(examples()
                .replace("{endpoint}", chime.endpoint().toString())
                .replace("{host}", chime.endpoint().getHost())
                .replace("{region}", chime.region())
                .replace("{access-key}", credentials.accessKeyId())
                .replace("{secret-key}", credentials.secretAccessKey())
                .replace("{app-instance}", chime.appInstance().arn())
                .replace("{bearer}", chime.user(users.get(0)).arn())
                .replace("{unregistered}", unregistered(chime)));
    }

    private static String examples() throws IOException {
        try (InputStream in = Objects.requireNonNull(RunFake.class.getResourceAsStream("other-clients.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String unregistered(ChimeMessagingServer chime) {
        return chime.appInstance().arn() + "/user/unregistered";
    }
}
