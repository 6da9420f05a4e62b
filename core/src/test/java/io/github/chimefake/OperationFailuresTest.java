package io.github.chimefake;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Layer.BEARER;
import static io.github.chimefake.Layer.CREDENTIALS;
import static io.github.chimefake.Layer.IAM_POLICY;
import static io.github.chimefake.Layer.RATE_LIMIT;
import static io.github.chimefake.Layer.ROLE;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DELETE_CHANNEL;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_FLOWS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.failures.FailurePlacement.BATCH_MEMBER;
import static io.github.chimefake.failures.FailurePlacement.BEFORE_EXECUTION;
import static io.github.chimefake.failures.FailurePlacement.FROM_HERE_ON;
import static io.github.chimefake.failures.FailurePlacement.RESPONSE_DELAYED;
import static io.github.chimefake.failures.FailurePlacement.RESPONSE_LOST;
import static io.github.chimefake.failures.FailurePlacement.RESPONSE_LOST_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Failures that operations meet in production, and what a client makes of them. */
class OperationFailuresTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).moderators(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private static OperationFailure failure(
            Operation operation, ChimeError error, Layer layer, FailurePlacement placement) {
        return OperationFailures.of(operation)
                .errors(error)
                .layers(layer)
                .placements(placement)
                .list()
                .get(0);
    }

    private void send(ChimeUser author) {
        client.sendChannelMessage(Requests.send(author, general, "hello"));
    }

    private int messages() {
        return client.listChannelMessages(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                .channelMessages()
                .size();
    }

    @Test
    void aListIsChosenByErrorLayerAndPlacement() {
        assertThat(OperationFailures.of(LIST_CHANNELS, LIST_CHANNEL_FLOWS)
                        .layers(BEARER, RATE_LIMIT)
                        .placements(BEFORE_EXECUTION)
                        .denials()
                        .list())
                .extracting(OperationFailure::name)
                .containsExactly("ListChannels: UnauthorizedClientException 401, the bearer is not a registered user,"
                        + " or was deleted");
        assertThat(OperationFailures.of(LIST_CHANNELS, LIST_CHANNELS)
                        .errors(ACCESS_DENIED)
                        .placements(FROM_HERE_ON))
                .hasToString(
                        "[ListChannels and later calls: AccessDeniedException 403, no IAM policy allows the action,"
                                + " ListChannels and later calls: AccessDeniedException 403, an IAM policy denies the action]");
        assertThat(OperationFailures.of(LIST_CHANNELS).placements(BATCH_MEMBER).list())
                .isEmpty();
        assertThat(OperationFailures.of(SEND_CHANNEL_MESSAGE).stream()
                        .filter(failure -> failure.error().isEmpty())
                        .map(OperationFailure::layer))
                .hasSize(4)
                .containsOnly(Optional.empty());
    }

    @Test
    void aFailureSaysWhatTheClientThrows() {
        OperationFailure notModeled = failure(SEND_CHANNEL_MESSAGE, EXPIRED_TOKEN, CREDENTIALS, BEFORE_EXECUTION);
        OperationFailure ofIdentity = failure(CREATE_APP_INSTANCE_USER, EXPIRED_TOKEN, CREDENTIALS, BEFORE_EXECUTION);
        OperationFailure modeled = failure(SEND_CHANNEL_MESSAGE, UNAUTHORIZED_CLIENT, BEARER, BEFORE_EXECUTION);

        assertThat(notModeled.exceptionClass()).isEqualTo(ChimeSdkMessagingException.class);
        assertThat(ofIdentity.exceptionClass()).isEqualTo(ChimeSdkIdentityException.class);
        assertThat(modeled.exceptionClass()).isEqualTo(UnauthorizedClientException.class);
        assertThat(notModeled.errorCode()).contains("ExpiredTokenException");
        assertThat(notModeled.statusCode()).hasValue(403);
        assertThat(notModeled.isDenial()).isTrue();
        assertThat(notModeled.provenance()).isEqualTo(Provenance.OBSERVED);
        assertThat(notModeled).isEqualTo(failure(SEND_CHANNEL_MESSAGE, EXPIRED_TOKEN, CREDENTIALS, BEFORE_EXECUTION));
    }

    @Test
    void anInjectedFailureAppliesUntilItIsClosed() {
        OperationFailure failure = failure(SEND_CHANNEL_MESSAGE, FORBIDDEN, ROLE, BEFORE_EXECUTION);
        try (Registration injected = failure.inject(chime)) {
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(alice));
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(bob));
            client.describeChannel(describe(alice, general));
            assertThat(injected.timesApplied()).isEqualTo(2);
        }
        send(alice);

        assertThat(chime.journal()
                        .denials()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .isEqualTo(
                        "A fault of this test makes SendChannelMessage fail with ForbiddenException, as in production when"
                                + " the role of the bearer does not allow the call; the call did not reach the service.");
    }

    @Test
    void aFailureIsInjectedIntoTheCallsOfASentence() {
        OperationFailure failure = failure(SEND_CHANNEL_MESSAGE, UNAUTHORIZED_CLIENT, BEARER, BEFORE_EXECUTION);
        failure.inject(chime.faults().by(bob).nthCall(2));
        chime.faults().on(DESCRIBE_CHANNEL).once().inject(failure.effect());

        send(bob);
        send(alice);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> send(bob))
                .withMessageContaining(
                        "An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.");
        send(bob);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void anIamDenialNamesCallerActionAndResource() {
        failure(SEND_CHANNEL_MESSAGE, ACCESS_DENIED, IAM_POLICY, BEFORE_EXECUTION)
                .inject(chime);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> send(alice))
                .withMessageContaining("User: " + chime.caller().principalArn()
                        + " is not authorized to perform: chime:SendChannelMessage on resource: " + alice.arn()
                        + " because no identity-based policy allows the chime:SendChannelMessage action");
    }

    @Test
    void aLastingFailureBeginsWithItsOperationAndMeetsLaterCallsOfOthers() {
        OperationFailure failure = failure(SEND_CHANNEL_MESSAGE, UNAUTHORIZED_CLIENT, BEARER, FROM_HERE_ON);
        Registration injected = failure.inject(chime.faults().by(bob).nthCall(2));

        client.listChannels(listChannels(bob, chime.appInstance().arn()));
        send(bob);
        client.describeChannel(describe(bob, general));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(bob));
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(describe(bob, general)));
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.listChannels(
                        listChannels(bob, chime.appInstance().arn())));
        send(alice);
        client.listChannelFlows(
                request -> request.appInstanceArn(chime.appInstance().arn())); // It has no bearer.

        assertThat(injected.timesApplied()).isEqualTo(3);
        assertThat(injected.toString()).contains("beginning with SendChannelMessage, from call 2 on");
        injected.close();
        send(bob);
    }

    @Test
    void aLastingFailureOfTheBaselineBeginsAnewAfterAReset() {
        failure(SEND_CHANNEL_MESSAGE, EXPIRED_TOKEN, CREDENTIALS, FROM_HERE_ON).inject(chime);
        chime.snapshots().markBaseline();

        for (int test = 0; test < 2; test++) {
            client.describeChannel(describe(bob, general));
            assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> send(bob));
            assertThatExceptionOfType(ChimeSdkMessagingException.class)
                    .isThrownBy(() -> client.describeChannel(describe(bob, general)));
            chime.reset();
        }
    }

    @Test
    void aLastingFailureThatWouldEndIsAnError() {
        OperationFailure failure = failure(SEND_CHANNEL_MESSAGE, EXPIRED_TOKEN, CREDENTIALS, FROM_HERE_ON);

        for (FaultSelection ending : List.of(
                chime.faults().once(),
                chime.faults().everyNthCall(2),
                chime.faults().after(LIST_CHANNELS))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> failure.inject(ending))
                    .withMessageStartingWith("A failure of SendChannelMessage and all later calls was given \"")
                    .withMessageContaining("Select the call that it begins with with nthCall(n)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> failure(LIST_CHANNEL_FLOWS, EXPIRED_TOKEN, CREDENTIALS, FROM_HERE_ON)
                        .inject(chime.faults().by(bob)))
                .withMessageContaining("the requests of ListChannelFlows do not have a bearer");
    }

    @Test
    void oneMemberOfABatchFails() {
        OperationFailure failure = OperationFailures.of(BATCH_CREATE_CHANNEL_MEMBERSHIP)
                .placements(BATCH_MEMBER)
                .errors(FORBIDDEN)
                .list()
                .get(0);
        failure.inject(chime);
        ChimeUser dora = chime.user("dora");

        BatchCreateChannelMembershipResponse response = client.batchCreateChannelMembership(request ->
                request.channelArn(general.arn()).chimeBearer(alice.arn()).memberArns(carol.arn(), dora.arn()));

        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.memberArn()).isEqualTo(carol.arn());
            assertThat(failure.errorCode()).contains(error.errorCodeAsString());
            assertThat(error.errorMessage())
                    .isEqualTo("An invalid app instance user ARN was supplied for the input parameter.");
        });
        assertThat(response.batchChannelMemberships().members())
                .singleElement()
                .satisfies(member -> assertThat(member.arn()).isEqualTo(dora.arn()));
        assertThat(failure)
                .hasToString("BatchCreateChannelMembership: Forbidden for one member of the batch, the member is"
                        + " not a registered user, or is banned");
        assertThat(failure.isDenial()).isTrue();
        assertThat(failure.statusCode()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(failure::exceptionClass)
                .withMessageContaining("Check errors() of the response");
    }

    @Test
    void aResponseThatIsLostOnceReachesAClientThatRetries() {
        OperationFailures.of(SEND_CHANNEL_MESSAGE)
                .placements(RESPONSE_LOST_ONCE)
                .list()
                .get(0)
                .inject(chime);

        send(alice);

        assertThat(messages()).isOne();
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE).get(0).attempts())
                .extracting(attempt -> attempt.appliedFaults().size())
                .containsExactly(1, 0);
    }

    @Test
    void aDelayIsLongerThanTheTimeOutsOfTheSdk() {
        assertThat(OperationFailures.of(SEND_CHANNEL_MESSAGE)
                        .placements(RESPONSE_DELAYED)
                        .list())
                .singleElement()
                .satisfies(failure -> assertThat(failure.effect()).hasToString("response delayed by PT1M"));
    }

    @Test
    void aClientThrowsWhatTheFailureSays() {
        FailureSamples samples = new FailureSamples(chime);

        assertThat(FailureSamples.onePerErrorLayerAndPlacement())
                .hasSizeGreaterThan(25)
                .allSatisfy(samples::assertThrown);
    }

    @Test
    void whatWasCarriedOutShowsInTheStateAndNothingElse() {
        ChimeSdkMessagingClient once = chime.clients().withoutRetries().client();
        Consumer<DeleteChannelRequest.Builder> general =
                request -> request.channelArn(this.general.arn()).chimeBearer(alice.arn());

        try (Registration injected =
                failure(DELETE_CHANNEL, FORBIDDEN, ROLE, BEFORE_EXECUTION).inject(chime)) {
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> once.deleteChannel(general));
            assertThat(injected.timesApplied()).isOne();
        }
        client.describeChannel(describe(alice, this.general));
        OperationFailures.of(DELETE_CHANNEL).placements(RESPONSE_LOST).list().forEach(failure -> failure.inject(chime));
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> once.deleteChannel(general));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, this.general)));
    }
}
