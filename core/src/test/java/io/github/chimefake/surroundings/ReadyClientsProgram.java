package io.github.chimefake.surroundings;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.send;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.journal.RecordedCall;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Starts a fake, calls it with every kind of ready client, and prints what became of the calls. */
final class ReadyClientsProgram {
    private static final String CONTENT = "İıß 日本 \uD83D\uDC4B";
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.US_ASCII);

    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeChannel general;

    private ReadyClientsProgram(ChimeMessagingServer chime) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.general = chime.channel("general").members(alice).create();
    }

    public static void main(String[] setups) {
        List.of(setups).forEach(setup -> Setups.apply(Surroundings.Setup.valueOf(setup)));
        Runnable lateCall;
        try (ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .region("eu-central-1")
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .start()) {
            ReadyClientsProgram program = new ReadyClientsProgram(chime);
            program.callAll();
            lateCall = program.lateCall();
        }
        try {
            lateCall.run();
        } catch (SdkClientException e) {
            OUT.println("after the end: " + (e.getCause() instanceof ConnectException ? "refused" : "" + e.getCause()));
        }
        OUT.println("all called");
        System.exit(0); // Threads of an HTTP client may live on.
    }

    private void callAll() {
        callTwice("client()", () -> chime.client().describeChannel(describe(alice, general)));
        callTwice(
                "asyncClient()",
                () -> chime.asyncClient()
                        .describeChannel(describe(alice, general))
                        .join());
        callTwice(
                "clients().withoutRetries().client()",
                () -> chime.clients().withoutRetries().client().describeChannel(describe(alice, general)));
        callTwice(
                "clients().withoutRetries().asyncClient()",
                () -> chime.clients()
                        .withoutRetries()
                        .asyncClient()
                        .describeChannel(describe(alice, general))
                        .join());
        callTwice(
                "clients().speakingFor(user).client()",
                () -> chime.clients()
                        .speakingFor(alice)
                        .client()
                        .describeChannel(request -> request.channelArn(general.arn())));
        callTwice(
                "clients().signedBy(caller).client()",
                () -> chime.clients()
                        .signedBy(chime.caller("role/chat"))
                        .client()
                        .describeChannel(describe(alice, general)));
        callTwice(
                "clients().identityClient()",
                () -> chime.clients().identityClient().listAppInstances(request -> {}));
        callTwice(
                "clients().identityAsyncClient()",
                () -> chime.clients()
                        .identityAsyncClient()
                        .listAppInstances(request -> {})
                        .join());
        chime.client().sendChannelMessage(send(alice, general, CONTENT));
        chime.asyncClient().listChannelMessages(listMessages(alice, general)).join().channelMessages().stream()
                .map(message -> message.content().equals(CONTENT) + " " + message.createdTimestamp())
                .forEach(message -> OUT.println("message: " + message));
    }

    /** Calls once as it is, and once with two attempts that fail. */
    private void callTwice(String client, Runnable call) {
        call.run();
        String first = lastCall();
        chime.faults().attempts(2).fail(SERVICE_UNAVAILABLE);
        String failure = "";
        try {
            call.run();
        } catch (AwsServiceException e) {
            failure = ", failed with " + e.statusCode();
        } catch (CompletionException e) {
            failure = ", failed with " + ((AwsServiceException) e.getCause()).statusCode();
        }
        OUT.println(client + ": " + first + ", " + lastCall() + failure);
        chime.faults().clear();
    }

    private String lastCall() {
        List<RecordedCall> calls = chime.journal().calls();
        RecordedCall last = calls.get(calls.size() - 1);
        return "attempts " + last.attempts().size() + " by "
                + last.caller().orElseThrow().principalArn();
    }

    private Runnable lateCall() {
        var client = chime.client();
        return () -> client.describeChannel(describe(alice, general));
    }
}
