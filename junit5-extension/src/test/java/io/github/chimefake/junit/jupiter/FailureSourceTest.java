package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Layer.BEARER;
import static io.github.chimefake.Layer.IAM_POLICY;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_APP_INSTANCES;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.failures.FailurePlacement.BATCH_MEMBER;
import static io.github.chimefake.failures.FailurePlacement.BEFORE_EXECUTION;
import static io.github.chimefake.failures.FailurePlacement.FROM_HERE_ON;
import static io.github.chimefake.failures.FailurePlacement.RESPONSE_DELAYED;
import static io.github.chimefake.failures.FailurePlacement.RESPONSE_LOST_ONCE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Parameterized tests over failures. */
class FailureSourceTest {
    private static final String NAME = "name";
    private static final String FAILURE = "failure";

    private static List<String> names(OperationFailures failures) {
        return failures.stream().map(OperationFailure::name).toList();
    }

    @Test
    void aTestRunsOnceForEachAuthorizationFailureAndShowsItsName() {
        List<OperationFailure> expected = OperationFailures.of(LIST_CHANNELS)
                .denials()
                .placements(BEFORE_EXECUTION)
                .list();

        Run run = Run.of(DeniedCase.class).succeeded(expected.size());

        List<String> names = run.reported(NAME);
        assertThat(names).hasSameSizeAs(expected).hasSizeGreaterThan(8);
        assertThat(IntStream.range(0, names.size()))
                .allSatisfy(index -> assertThat(names.get(index))
                        .startsWith("[" + (index + 1) + "]")
                        .contains(expected.get(index).name()));
    }

    @ChimeMessagingFake(users = "alice")
    static class DeniedCase {
        @ParameterizedTest
        @AuthorizationFailures(LIST_CHANNELS)
        void isDenied(
                OperationFailure failure,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                TestInfo test,
                TestReporter reporter) {
            ChimeUser alice = chime.user("alice");
            assertThat(client.listChannels(channels(alice)).channels()).isEmpty();

            failure.inject(chime);

            assertThatExceptionOfType(failure.exceptionClass()).isThrownBy(() -> client.listChannels(channels(alice)));
            assertThat(chime.journal().denials()).hasSize(1);
            reporter.publishEntry(NAME, test.getDisplayName());
        }
    }

    @Test
    void failuresAreSelectedByErrorLayerAndPlacement() {
        List<String> failures = Run.of(SelectedCase.class).reported(FAILURE);

        assertThat(failures)
                .containsExactlyInAnyOrder(
                        "errors ListChannels: ThrottledClientException 429, the rate of calls is too high",
                        "errors BatchCreateChannelMembership: ThrottledClientException 429, the rate of calls is too high",
                        "errors BatchCreateChannelMembership: Throttled for one member of the batch, the rate of calls became"
                                + " too high within the batch",
                        "layers SendChannelMessage and later calls: AccessDeniedException 403, no IAM policy allows the action",
                        "layers SendChannelMessage and later calls: AccessDeniedException 403, an IAM policy denies the action",
                        "layers SendChannelMessage and later calls: UnauthorizedClientException 401, the bearer is not a"
                                + " registered user, or was deleted",
                        "composed SendChannelMessage: the connection is closed before the response to the first attempt"
                                + " arrives",
                        "members BatchCreateChannelMembership: Forbidden for one member of the batch, the member is not a"
                                + " registered user, or is banned");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @FailureSource(value = SEND_CHANNEL_MESSAGE, placements = RESPONSE_LOST_ONCE)
    @interface LostResponses {}

    static class SelectedCase {
        @ParameterizedTest
        @FailureSource(
                value = {LIST_CHANNELS, BATCH_CREATE_CHANNEL_MEMBERSHIP},
                errors = THROTTLED_CLIENT)
        void errors(OperationFailure failure, TestReporter reporter) {
            reporter.publishEntry(FAILURE, "errors " + failure);
        }

        @ParameterizedTest
        @FailureSource(
                value = SEND_CHANNEL_MESSAGE,
                layers = {BEARER, IAM_POLICY},
                placements = FROM_HERE_ON)
        void layers(OperationFailure failure, TestReporter reporter) {
            reporter.publishEntry(FAILURE, "layers " + failure);
        }

        @LostResponses
        void composed(OperationFailure failure, TestReporter reporter) {
            reporter.publishEntry(FAILURE, "composed " + failure);
        }

        @ParameterizedTest
        @AuthorizationFailures(value = BATCH_CREATE_CHANNEL_MEMBERSHIP, placements = BATCH_MEMBER)
        void members(OperationFailure failure, TestReporter reporter) {
            reporter.publishEntry(FAILURE, "members " + failure);
        }
    }

    @Test
    void bothSourcesOfOneTestAddUp() {
        OperationFailures failures = OperationFailures.of(LIST_CHANNELS);

        List<String> reported = Run.of(BothCase.class).reported(FAILURE);

        assertThat(reported)
                .containsAll(names(failures.denials().placements(BEFORE_EXECUTION)))
                .containsAll(names(failures.placements(RESPONSE_LOST_ONCE)))
                .doesNotHaveDuplicates();
    }

    static class BothCase {
        @ParameterizedTest
        @AuthorizationFailures(LIST_CHANNELS)
        @FailureSource(value = LIST_CHANNELS, placements = RESPONSE_LOST_ONCE)
        void reports(OperationFailure failure, TestReporter reporter) {
            reporter.publishEntry(FAILURE, failure.name());
        }
    }

    @Test
    void nothingComesLateAndNothingLastsUnlessTheTestAsksForIt() {
        assertThat(Run.of(DefaultsCase.class).reported(FAILURE))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(names(OperationFailures.of(BATCH_CREATE_CHANNEL_MEMBERSHIP)
                        .placements(FROM_HERE_ON, RESPONSE_DELAYED)));
    }

    static class DefaultsCase {
        @ParameterizedTest
        @FailureSource(BATCH_CREATE_CHANNEL_MEMBERSHIP)
        void reports(OperationFailure failure, TestReporter reporter) {
            reporter.publishEntry(FAILURE, failure.name());
        }
    }

    @Test
    void anAnnotationWithoutAnOperationIsAnError() {
        assertThat(Run.of(NoOperationCase.class).failures())
                .hasSize(2)
                .allSatisfy(
                        failure -> assertThat(failure)
                                .isInstanceOf(ExtensionConfigurationException.class)
                                .hasMessageMatching(
                                        "@(AuthorizationFailures|FailureSource) on void .*" + "NoOperationCase.*"
                                                + " names no operation\\. Name at least one, for example @\\w+\\(SEND_CHANNEL_MESSAGE\\)"));
    }

    static class NoOperationCase {
        @ParameterizedTest
        @AuthorizationFailures({})
        void denied(OperationFailure failure) {}

        @ParameterizedTest
        @FailureSource({})
        void fails(OperationFailure failure) {}
    }

    @Test
    void aSelectionOfNothingIsAnErrorThatNamesWhatIsValid() {
        List<Throwable> failures = Run.of(NothingSelectedCase.class).failures();

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(ExtensionConfigurationException.class));
        assertThat(failures)
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("@FailureSource on void")
                        .contains(
                                "selects no failure: no failure of [ListAppInstances] has errors = [CONFLICT, FORBIDDEN] and"
                                        + " layers = [BEARER] and placements = [",
                                "They have errors = [BAD_REQUEST, UNAUTHORIZED_CLIENT, FORBIDDEN,",
                                "layers = [ENDPOINT, CREDENTIALS, IAM_POLICY, RATE_LIMIT, VALIDATION, STATE]"))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("@AuthorizationFailures on void")
                        .endsWith("selects no failure: no authorization failure of [ListChannels] has placements ="
                                + " [BATCH_MEMBER]. They have placements = [BEFORE_EXECUTION, FROM_HERE_ON]. Use some of"
                                + " these, or other operations"));
    }

    static class NothingSelectedCase {
        @ParameterizedTest
        @FailureSource(
                value = LIST_APP_INSTANCES,
                errors = {CONFLICT, FORBIDDEN},
                layers = BEARER)
        void fails(OperationFailure failure) {}

        @ParameterizedTest
        @AuthorizationFailures(value = LIST_CHANNELS, placements = BATCH_MEMBER)
        void denied(OperationFailure failure) {}
    }
}
