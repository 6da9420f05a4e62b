package io.github.chimefake.assertj;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.OperationGroup.READ;
import static io.github.chimefake.OperationGroup.WRITE;
import static io.github.chimefake.assertj.AssertionsFixture.SIGNED;
import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.testing.Fakes;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

class FailedCallsAssertTest {
    private static final String ELSEWHERE = "arn:aws:chime:us-east-1:111122223333:app-instance/elsewhere";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().journalCapacity(3));
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeChannel general = fixture.general;
    private final ChimeChannel random = fixture.random;
    private final ChimeCaller backend = fixture.backend;

    private void anError(ChimeError error) {
        chime.faults().once().fail(error);
        assertThatExceptionOfType(SdkServiceException.class).isThrownBy(() -> fixture.describe(alice, general));
    }

    private String journal() {
        return chime.journal().toString();
    }

    // denied and failed

    @Test
    void deniedPassesIfAnyCallWasDenied() {
        fixture.aDenial(alice);

        assertThat(chime).denied();
        assertThat(chime).denied(DESCRIBE_CHANNEL);
        assertThat(chime).denied(LIST_CHANNELS, DESCRIBE_CHANNEL);
    }

    @Test
    void deniedFailsWithTheJournalIfNoCallWasDenied() {
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime).denied(),
                "Expected at least one denial of any operation, but received none.",
                "Received in all:",
                "1. DescribeChannel by alice" + SIGNED,
                "    200",
                "");
    }

    @Test
    void deniedFailsIfThereWasNoCall() {
        fails(
                () -> assertThat(chime).denied(),
                "Expected at least one denial of any operation, but received none.",
                "Received in all:",
                "no calls",
                "");
    }

    @Test
    void deniedOfAnOperationFailsIfOnlyCallsOfOthersWereDenied() {
        fixture.aDenial(alice);

        fails(
                () -> assertThat(chime).denied(LIST_CHANNELS),
                "Expected at least one denial of ListChannels, but received none.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: another operation",
                "Received in all:",
                journal());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TEST_FINISHED", "NOT_IMPLEMENTED"},
            mode = EnumSource.Mode.EXCLUDE)
    void deniedMeansAStatusOf401Or403AndFailedAnyError(ChimeError error) {
        anError(error);

        assertThat(chime).failed(DESCRIBE_CHANNEL).withError(error);
        assertThat(error.isDenial()).isEqualTo(error.status() == 401 || error.status() == 403);
        if (error.isDenial()) {
            assertThat(chime).denied(DESCRIBE_CHANNEL).withError(error);
        } else {
            fails(
                    () -> assertThat(chime).denied(DESCRIBE_CHANNEL),
                    "Expected at least one denial of DescribeChannel, but received none.",
                    "Nearest misses:",
                    "    call 1, DescribeChannel by alice in general: it got status " + error.status() + " "
                            + error.errorType() + ", so it is no denial",
                    "Received in all:",
                    journal());
        }
    }

    @Test
    void failedFailsIfEveryCallSucceeded() {
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime).failed(),
                "Expected at least one failure of any operation, but received none.",
                "Received in all:",
                journal());
    }

    @Test
    void deniedInAuditModePassesIfPoliciesWouldHaveDeniedACall() {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyMode(PolicyMode.AUDIT);
        fixture.describe(alice, general);

        assertThat(chime)
                .deniedInAuditMode(DESCRIBE_CHANNEL)
                .by(alice)
                .withError(ChimeError.ACCESS_DENIED)
                .because("no policy is attached")
                .times(1);
        assertThat(chime).neverDenied().neverFailed();
    }

    @Test
    void deniedInAuditModeFailsIfPoliciesAreEnforced() {
        fixture.aDenial(alice);

        fails(
                () -> assertThat(chime).deniedInAuditMode(),
                "Expected at least one audit-mode denial of any operation, but received none.",
                "Received in all:",
                journal());
    }

    // Steps

    @Test
    void everyStepPassesIfACallIsLeft() {
        fixture.aDenial(alice);

        assertThat(chime)
                .denied()
                .on(LIST_CHANNELS, DESCRIBE_CHANNEL)
                .on(READ)
                .by(alice)
                .by(chime.caller())
                .inChannel(general)
                .inChannel(general.arn())
                .inAppInstance(chime.appInstance())
                .inAppInstance(chime.appInstance().arn())
                .matching(
                        DescribeChannelRequest.class,
                        request -> request.channelArn().equals(general.arn()))
                .withError(UNAUTHORIZED_CLIENT)
                .because("A rule of this test")
                .times(1);
    }

    @Test
    void everyStepFailsIfNoCallIsLeft() {
        fixture.aDenial(alice);
        FailedCallsAssert denied = assertThat(chime).denied();
        ChimeAppInstance elsewhere = chime.appInstance(ELSEWHERE);

        failsFor("on ListChannels", "another operation", () -> denied.on(LIST_CHANNELS));
        failsFor("on WRITE", "another operation", () -> denied.on(WRITE));
        failsFor("by bob", "another user than bob", () -> denied.by(bob));
        failsFor("by " + backend, "signed by " + chime.caller() + ", not by " + backend, () -> denied.by(backend));
        failsFor("in channel " + random.arn(), "another channel than " + random.arn(), () -> denied.inChannel(random));
        failsFor(
                "in channel " + random.arn(),
                "another channel than " + random.arn(),
                () -> denied.inChannel(random.arn()));
        failsFor("in app instance " + ELSEWHERE, "another app instance", () -> denied.inAppInstance(elsewhere));
        failsFor("in app instance " + ELSEWHERE, "another app instance", () -> denied.inAppInstance(ELSEWHERE));
        failsFor("with ForbiddenException", "it got UnauthorizedClientException", () -> denied.withError(FORBIDDEN));
        failsFor(
                "because \"no statement allows\"",
                "its explanation is \"" + explanation() + "\"",
                () -> denied.because("no statement allows"));
    }

    private String explanation() {
        return chime.journal().denials().get(0).errorResponse().orElseThrow().explanation();
    }

    private void failsFor(String condition, String reason, ThrowingCallable step) {
        fails(
                step,
                "Expected at least one denial of any operation " + condition + ", but received none.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: " + reason,
                "Received in all:",
                journal());
    }

    @Test
    void eachStepSelectsFromWhatIsLeft() {
        fixture.aDenial(alice);
        fixture.aDenial(bob);

        fails(
                () -> assertThat(chime).denied(DESCRIBE_CHANNEL).by(bob).because("denies DescribeChannel by alice"),
                "Expected at least one denial of DescribeChannel by bob because \"denies DescribeChannel by alice\", but"
                        + " received none.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: another user than bob",
                "    call 2, DescribeChannel by bob in general: its explanation is \""
                        + chime.journal()
                                .calls()
                                .get(1)
                                .errorResponse()
                                .orElseThrow()
                                .explanation() + "\"",
                "Received in all:",
                journal());
    }

    @Test
    void matchingFailsWithTheRequestsThatThePredicateSaw() {
        fixture.aDenial(alice);
        DescribeChannelRequest request = (DescribeChannelRequest)
                chime.journal().calls().get(0).request().orElseThrow();

        fails(
                () -> assertThat(chime).denied().by(alice).matching(DescribeChannelRequest.class, any -> false),
                "Expected at least one denial of any operation by alice matching a predicate on DescribeChannelRequest, but"
                        + " received none.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: the predicate returned false for " + request,
                "Received in all:",
                journal());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).denied().matching(ListChannelsRequest.class, any -> true));
    }

    @Test
    void whatThePredicateThrowsReachesTheTest() {
        fixture.aDenial(alice);
        IllegalStateException thrown = new IllegalStateException("thrown by the test");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> assertThat(chime).denied().matching(DescribeChannelRequest.class, request -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void inAppInstanceRejectsOtherArns() {
        fixture.aDenial(alice);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).denied().inAppInstance(general.arn()))
                .withMessageContaining("expected the ARN of an app instance");
    }

    // times

    @Test
    void timesCountsTheCallsThatAreLeft() {
        fixture.aDenial(alice);
        fixture.aDenial(bob);
        fixture.aDenial(bob);

        assertThat(chime).denied().times(3).by(bob).times(2);
        fails(
                () -> assertThat(chime).denied().by(bob).times(1),
                "Expected exactly 1 denial of any operation by bob, but received 2:",
                "    call 2, DescribeChannel by bob in general",
                "    call 3, DescribeChannel by bob in general",
                "Received in all:",
                journal());
        fails(
                () -> assertThat(chime).denied().by(alice).times(2),
                "Expected exactly 2 denials of any operation by alice, but received 1:",
                "    call 1, DescribeChannel by alice in general",
                "Nearest misses:",
                "    call 2, DescribeChannel by bob in general: another user than alice",
                "    call 3, DescribeChannel by bob in general: another user than alice",
                "Received in all:",
                journal());
    }

    @Test
    void timesCountsRetriesWithTheirCall() {
        anError(THROTTLED_CLIENT);
        int attempts = chime.journal().calls().get(0).attempts().size();

        assertThat(chime).failed().times(1);
        assertThat(attempts)
                .isEqualTo(chime.journal().calls().get(0).lastAttempt().number());
    }

    @Test
    void timesFailsIfTheJournalHasDroppedCalls() {
        for (int call = 1; call <= 4; call++) {
            fixture.aDenial(alice);
        }

        fails(
                () -> assertThat(chime).denied().times(3),
                "Expected exactly 3 denials of any operation, but it is unknown: the journal dropped its oldest call. Start"
                        + " the fake with a larger journalCapacity(…)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void timesNamesTheVerbForNone(int count) {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyMode(PolicyMode.AUDIT);
        fixture.describe(alice, general);
        fixture.aDenial(alice);

        String start = "times(" + count + "): expected a count of at least 1. To assert that there was none, use ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).denied().times(count))
                .withMessage(start + "neverDenied(…)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).failed().times(count))
                .withMessage(start + "neverFailed(…)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).deniedInAuditMode().times(count))
                .withMessage(start + "neverDeniedInAuditMode(…)");
    }

    // Descriptions

    @Test
    void aDescriptionIsPrintedBeforeTheFailureOfEveryStep() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).as("after the ban").denied())
                .withMessageStartingWith("[after the ban] ");
        fixture.aDenial(alice);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(chime).as("after the ban").denied().by(alice).withError(FORBIDDEN))
                .withMessageStartingWith("[after the ban] ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThat(chime).denied().as("later").by(alice).times(2))
                .withMessageStartingWith("[later] ");
    }

    // Calls of no operation

    @Test
    void aCallOfNoOperationIsAFailureOfAnyOperationOnly() throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(chime.endpoint().resolve("/nothing"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(chime).failed().withError(ChimeError.UNKNOWN_OPERATION).times(1);
        assertThat(chime).neverFailed(DESCRIBE_CHANNEL).neverDenied();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).failed().by(alice));
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> fixture.describe(chime.appInstance().unregistered("ghost"), general));
        assertThat(chime).failed().times(2);
    }
}
