package io.github.chimefake.examples;

import io.github.chimefake.ChimeMessagingServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * Keeps a fake running on its own, so that a client in any language can be tried against it, until Ctrl-C or the end of
 * standard input.
 */
public final class RunFake {
    private static final int DEFAULT_PORT = 8111;
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final List<String> DEFAULT_USERS = List.of("alice", "bob");

    private static final List<String> EXAMPLES = List.of("""

            AWS CLI:
              export AWS_ACCESS_KEY_ID={access-key} AWS_SECRET_ACCESS_KEY={secret-key} AWS_DEFAULT_REGION={region}
              aws chime-sdk-messaging create-channel --endpoint-url {endpoint} --name general --channel-id general \\
                --app-instance-arn {app-instance} --chime-bearer {bearer}
              aws chime-sdk-messaging send-channel-message --endpoint-url {endpoint} --content hello \\
                --type STANDARD --persistence PERSISTENT \\
                --channel-arn {app-instance}/channel/general --chime-bearer {bearer}
              aws chime-sdk-messaging list-channel-messages --endpoint-url {endpoint} \\
                --channel-arn {app-instance}/channel/general --chime-bearer {nobody}""", """

            Python:
              import boto3
              client = boto3.client("chime-sdk-messaging", endpoint_url="{endpoint}", region_name="{region}",
                                    aws_access_key_id="{access-key}", aws_secret_access_key="{secret-key}")
              client.list_channels(AppInstanceArn="{app-instance}", ChimeBearer="{bearer}")
              try:
                  client.list_channels(AppInstanceArn="{app-instance}", ChimeBearer="{nobody}")
              except client.exceptions.UnauthorizedClientException as e:
                  print(e)""", """

            JavaScript, SDK v3:
              import { ChimeSDKMessagingClient, ListChannelsCommand, UnauthorizedClientException }
                from "@aws-sdk/client-chime-sdk-messaging";
              const client = new ChimeSDKMessagingClient({ endpoint: "{endpoint}", region: "{region}",
                credentials: { accessKeyId: "{access-key}", secretAccessKey: "{secret-key}" } });
              await client.send(new ListChannelsCommand({ AppInstanceArn: "{app-instance}", ChimeBearer: "{bearer}" }));
              try {
                await client.send(new ListChannelsCommand({ AppInstanceArn: "{app-instance}", ChimeBearer: "{nobody}" }));
              } catch (e) {
                console.log(e instanceof UnauthorizedClientException, e.message);
              }""");

    private RunFake() {}

    /**
     * Runs a fake.
     *
     * @param args the port, 8111 by default and 0 for a free one, and the ids of the users to register, alice and bob by
     *     default
     * @throws IOException if standard input cannot be read
     */
    public static void main(String... args) throws IOException {
        run(List.of(args), System.in, System.out);
    }

    static void run(List<String> args, InputStream in, PrintStream out) throws IOException {
        int port = args.isEmpty() ? DEFAULT_PORT : port(args.get(0));
        List<String> users = args.size() > 1 ? args.subList(1, args.size()) : DEFAULT_USERS;
        try (ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .port(port)
                .appInstance(APP_INSTANCE)
                .users(users.toArray(String[]::new))
                .start()) {
            print(chime, users, out);
            in.transferTo(OutputStream.nullOutputStream());
            out.println("Standard input ended, so the fake stops. It answered "
                    + chime.journal().calls().size() + " calls:");
            out.print(chime.journal());
        }
    }

    private static int port(String argument) {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The first argument is the port, but was \"" + argument
                            + "\". Expected, for example: 8111 alice bob",
                    e);
        }
    }

    private static void print(ChimeMessagingServer chime, List<String> users, PrintStream out) {
        out.println("The fake is running. Ctrl-C ends it.");
        out.println();
        out.println("endpoint      " + chime.endpoint());
        out.println("region        " + chime.region());
        out.println("app instance  " + chime.appInstance().arn());
        users.forEach(id -> out.println("user          " + chime.user(id).arn()));
        out.println("nobody        " + unregistered(chime) + "  (as a bearer: UnauthorizedClientException)");
        AwsCredentials credentials = chime.caller().credentials();
        EXAMPLES.forEach(example ->
                out.println(example.replace("{endpoint}", chime.endpoint().toString())
                        .replace("{region}", chime.region())
                        .replace("{access-key}", credentials.accessKeyId())
                        .replace("{secret-key}", credentials.secretAccessKey())
                        .replace("{app-instance}", chime.appInstance().arn())
                        .replace("{bearer}", chime.user(users.get(0)).arn())
                        .replace("{nobody}", unregistered(chime))));
    }

    private static String unregistered(ChimeMessagingServer chime) {
        return chime.appInstance().arn() + "/user/nobody";
    }
}
