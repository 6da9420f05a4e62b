package io.github.chimefake.benchmarks;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeService;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.permissions.Permissions;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** A fake with a user in a channel, and a caller that has ten policies of twenty statements, of which the last allows. */
final class Scene implements AutoCloseable {
    /** Whose secret the fake does not know, so that it takes every signature for good. */
    static final AwsCredentials STRANGER = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret");

    /** What the reference is asked for, which knows no channels. */
    static final String CHANNEL_ARN = "arn:aws:chime:us-east-1:111122223333:app-instance/"
            + "00000000-0000-4000-8000-000000000000/channel/general";

    static final String USER_ARN =
            "arn:aws:chime:us-east-1:111122223333:app-instance/" + "00000000-0000-4000-8000-000000000000/user/alice";

    private static final int POLICIES = 10;
    private static final int STATEMENTS = 20;

    /** A condition on what all calls of a caller have in common. */
    static final String OF_THE_REGION = "{\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}}";

    /** A condition on what differs from call to call. */
    static final String OF_THE_TIME = "{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}}";

    final ChimeMessagingServer chime = ChimeMessagingServer.start();
    final ChimeUser alice = chime.user("alice");
    final ChimeChannel general;
    final AwsCredentials free = chime.caller("user/free").credentials();
    final AwsCredentials checked;
    final AwsCredentials denied;
    private final Gateway gateway = FakeServer.of(chime).gateway();
    private int tokens;

    Scene() {
        this(1);
    }

    /** So many members has the channel. */
    Scene(int members) {
        ChimeUser[] all = Stream.concat(
                        Stream.of(alice), IntStream.range(1, members).mapToObj(i -> chime.user("user-" + i)))
                .toArray(ChimeUser[]::new);
        general = chime.channel("general").members(all).create();
        checked = withPolicies(chime.caller("user/checked"), "chime:*");
        denied = withPolicies(chime.caller("user/denied"), "chime:CreateChannel");
        chime.snapshots().markBaseline();
    }

    private AwsCredentials withPolicies(ChimeCaller caller, String lastAction) {
        attachPolicies(chime.permissions(), caller, lastAction, OF_THE_REGION);
        return caller.credentials();
    }

    /** Ten policies of twenty statements; only the last statement of the last one allows the action. */
    void attachPolicies(Permissions permissions, ChimeCaller caller, String lastAction, String lastCondition) {
        // They are larger than AWS accepts, and stay so, because earlier figures are of the same policies.
        permissions.limitPolicies(false);
        for (int i = 0; i < POLICIES; i++) {
            permissions.by(caller).attach("policy-" + i, policy(i, lastAction, lastCondition));
        }
    }

    /**
     * Each statement allows two actions on what belongs to a team, under a condition; the actions take turns, so that six
     * statements in all mean a send, and one more everything.
     */
    private String policy(int number, String lastAction, String lastCondition) {
        String appInstance = chime.appInstance().arn();
        Operation[] operations = ChimeService.MESSAGING.operations().toArray(Operation[]::new);
        String statements = IntStream.range(1, STATEMENTS)
                .mapToObj(i -> """
                        {"Effect":"Allow","Action":["%s","%s"],
                         "Resource":["%s/user/team-%d-*","%s/channel/team-%d-%d-*"],
                         "Condition":%s},
                        """.formatted(
                                operations[(number * STATEMENTS + i) * 2 % operations.length].iamAction(),
                                operations[((number * STATEMENTS + i) * 2 + 1) % operations.length].iamAction(),
                                appInstance,
                                number,
                                appInstance,
                                number,
                                i,
                                OF_THE_REGION))
                .collect(Collectors.joining());
        String last = number == POLICIES - 1 ? lastAction : "chime:CreateChannel";
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "{\"Effect\":\"Allow\",\"Action\":\"" + last
                + "\",\"Resource\":\"" + appInstance + "/*\",\"Condition\":" + lastCondition + "}]}";
    }

    String authority() {
        URI endpoint = chime.endpoint();
        return endpoint.getAuthority();
    }

    int port() {
        return chime.endpoint().getPort();
    }

    /** A message that was not sent before. */
    SignedRequest send(AwsCredentials caller) {
        return SignedRequest.send(caller, authority(), general.arn(), alice.arn(), token(tokens++));
    }

    /** Messages that were not sent before. */
    List<SignedRequest> sends(AwsCredentials caller, int count) {
        return Stream.generate(() -> send(caller)).limit(count).toList();
    }

    SignedRequest get(AwsCredentials caller, String path, String query) {
        return SignedRequest.of(caller, authority(), "GET", path, query, alice.arn(), "");
    }

    /**
     * Leads a call through the gates, without a socket.
     *
     * @throws IllegalStateException if the response has another status
     */
    HttpResponse respond(HttpRequest call, int status) {
        HttpResponse response = gateway.respond(call);
        if (response.status() != status) {
            throw new IllegalStateException(call + " got status " + response.status() + " instead of " + status);
        }
        return response;
    }

    /** Fills the channel with messages of 100 characters. */
    void addMessages(int count) {
        String first = token(tokens);
        SignedRequest send = send(STRANGER);
        for (int i = 0; i < count; i++) {
            respond(send.toCall(first, token(tokens++)), 201);
        }
    }

    private static String token(int number) {
        return String.format(Locale.ROOT, "token-%09d", number);
    }

    @Override
    public void close() {
        chime.close();
    }
}
