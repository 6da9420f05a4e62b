package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.ASSOCIATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeService;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.internal.protocol.MappedRequests;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;

/**
 * A fake with a channel, of which alice is moderator and member and bob is a member, and real clients that send it any
 * request.
 */
final class Scene {
    private final Fakes fakes;
    final ManualClock clock = ManualClock.standingStill();
    final ChimeMessagingServer chime;
    final ChimeUser alice;
    final ChimeUser bob;
    final ChimeUser carol;
    final ChimeUser dave;
    final ChimeUser admin;
    final ChimeUser bot;
    final ChimeChannel general;
    private final SceneRequests requests;
    private final ChimeSdkMessagingClient messaging;
    private final ChimeSdkIdentityClient identity;
    private final List<Scene> elsewhere = new ArrayList<>();
    private final AtomicInteger newcomers = new AtomicInteger();

    private Scene(Fakes fakes, String region) {
        this.fakes = fakes;
        chime = fakes.start(Fakes.builder().region(region).clock(clock));
        alice = chime.user("alice");
        bob = chime.user("bob");
        carol = chime.user("carol");
        dave = chime.user("dave");
        admin = chime.appInstance().admin("admin");
        bot = chime.appInstance().bot("helper");
        general = chime.channel("general").members(alice, bob).moderators(alice).create();
        requests = new SceneRequests(this);
        messaging = chime.clients().withoutRetries().client();
        identity = chime.clients().withoutRetries().identityClient();
    }

    static Scene in(Fakes fakes, String region) {
        return new Scene(fakes, region);
    }

    /** A user who is in no channel yet. */
    ChimeUser newcomer() {
        return chime.user("newcomer" + newcomers.incrementAndGet());
    }

    /** A scene in another region, whose calls count from now on. */
    Scene elsewhere(String region) {
        Scene other = new Scene(fakes, region);
        elsewhere.add(other);
        return other;
    }

    /** The last call of this scene, or of the last one elsewhere. */
    RecordedCall lastCall() {
        Scene last = elsewhere.isEmpty() ? this : elsewhere.get(elsewhere.size() - 1);
        List<RecordedCall> calls = last.chime.journal().calls();
        return calls.get(calls.size() - 1);
    }

    /** Sends a request with these members, given as names and values in turn, and with defaults for others. */
    AwsResponse call(Operation operation, Object... namesAndValues) {
        AwsRequest request = MappedRequests.request(operation, requests.members(operation, namesAndValues));
        String method = operation.awsName().substring(0, 1).toLowerCase(Locale.ROOT)
                + operation.awsName().substring(1);
        boolean ofIdentity = operation.service() == ChimeService.IDENTITY;
        Class<?> type = ofIdentity ? ChimeSdkIdentityClient.class : ChimeSdkMessagingClient.class;
        try {
            Object response =
                    type.getMethod(method, operation.requestType()).invoke(ofIdentity ? identity : messaging, request);
            return requireWhole((AwsResponse) response);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(operation + " is none of the SDK's", e);
        }
    }

    /** Turns the failure of a member of a batch into an exception. */
    private static AwsResponse requireWhole(AwsResponse response) {
        if (response instanceof BatchCreateChannelMembershipResponse batch && batch.hasErrors()) {
            for (BatchCreateChannelMembershipError error : batch.errors()) {
                ChimeError known = Stream.of(ChimeError.values())
                        .filter(candidate -> candidate.code().equals(Optional.of(error.errorCodeAsString())))
                        .findFirst()
                        .orElseThrow();
                throw ChimeSdkMessagingException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(known.errorType())
                                .build())
                        .build();
            }
        }
        return response;
    }

    /** Sends a request, and returns a member of the response. */
    String textOf(String member, Operation operation, Object... namesAndValues) {
        return call(operation, namesAndValues)
                .getValueForField(member, String.class)
                .orElseThrow();
    }

    String message(Object... namesAndValues) {
        return textOf("MessageId", SEND_CHANNEL_MESSAGE, namesAndValues);
    }

    String channel(Object... namesAndValues) {
        return textOf("ChannelArn", CREATE_CHANNEL, namesAndValues);
    }

    /** An elastic channel that alice moderates. Each has room for two members in each of two sub-channels. */
    String arena(Object... namesAndValues) {
        chime.quotas().set(Quota.ELASTIC_CHANNELS_PER_APP_INSTANCE, 9);
        List<Object> members = new ArrayList<>(List.of("ElasticChannelConfiguration", SceneRequests.elastic(2, 2)));
        members.addAll(List.of(namesAndValues));
        return channel(members.toArray());
    }

    /** Adds a user to an elastic channel, and returns the sub-channel. */
    String join(String arena, ChimeUser user) {
        return ((CreateChannelMembershipResponse)
                        call(CREATE_CHANNEL_MEMBERSHIP, "ChannelArn", arena, "MemberArn", user.arn()))
                .subChannelId();
    }

    String flow() {
        return textOf("ChannelFlowArn", CREATE_CHANNEL_FLOW);
    }

    /** Gives the channel a flow whose processor does not call back. */
    void holdMessages() {
        call(ASSOCIATE_CHANNEL_FLOW, "ChannelFlowArn", flow());
    }

    /** Sends a message into a flow, and returns the id of the message and that of the callback. */
    Map<String, String> heldMessage() {
        CompletableFuture<String> callback = new CompletableFuture<>();
        chime.flows().processor(SceneRequests.LAMBDA, event -> {
            callback.complete(event.callbackId());
            return FlowVerdict.pending();
        });
        String message = message();
        return Map.of("MessageId", message, "CallbackId", callback.join());
    }

    /** Adds a user to a channel as one of a batch. */
    void batch(Object... namesAndValues) {
        call(BATCH_CREATE_CHANNEL_MEMBERSHIP, namesAndValues);
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }
}
