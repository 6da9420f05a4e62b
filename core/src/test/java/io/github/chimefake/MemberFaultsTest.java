package io.github.chimefake;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.chimefake.testing.Fakes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;

/** Faults of one member of a batch. */
class MemberFaultsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser ghost = chime.appInstance().unregistered("ghost");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private BatchCreateChannelMembershipResponse add(ChimeUser... members) {
        return client.batchCreateChannelMembership(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .memberArns(Stream.of(members).map(ChimeUser::arn).toList()));
    }

    private Stream<String> members() {
        return client
                .listChannelMemberships(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                .channelMemberships()
                .stream()
                .map(ChannelMembershipSummary::member)
                .map(member -> member.arn().replaceFirst(".*/", ""));
    }

    @Test
    void oneMemberFailsAndTheOthersAreAdded() {
        Registration fault = chime.faults()
                .on(BATCH_CREATE_CHANNEL_MEMBERSHIP)
                .forMember(bob)
                .fail(THROTTLED_CLIENT);

        BatchCreateChannelMembershipResponse response = add(bob, carol, ghost);

        assertThat(response.errors())
                .extracting(BatchCreateChannelMembershipError::memberArn, BatchCreateChannelMembershipError::errorCode)
                .containsExactly(tuple(bob.arn(), ErrorCode.THROTTLED), tuple(ghost.arn(), ErrorCode.FORBIDDEN));
        assertThat(response.errors().get(0).errorMessage()).isEqualTo(THROTTLED_CLIENT.defaultMessage());
        assertThat(members()).containsExactlyInAnyOrder("alice", "carol");
        assertThat(fault.timesApplied()).isOne();
        assertThat(chime.journal().toString())
                .contains("2 of 3 failed: bob Throttled, ghost Forbidden")
                .contains("note: A fault of this test makes the member bob fail with Throttled.");
    }

    @Test
    void theOnlyMemberFails() {
        chime.faults()
                .on(BATCH_CREATE_CHANNEL_MEMBERSHIP)
                .forMember(bob)
                .fail(ACCESS_DENIED, "not authorized to perform: chime:CreateChannelMembership");

        BatchCreateChannelMembershipResponse response = add(bob);

        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.errorCode()).isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(error.errorMessage()).isEqualTo("not authorized to perform: chime:CreateChannelMembership");
        });
        assertThat(response.batchChannelMemberships().members()).isEmpty();
        assertThat(members()).containsExactly("alice");
    }

    @Test
    void aBatchWithoutTheMemberDoesNotCount() {
        Registration fault = chime.faults()
                .on(BATCH_CREATE_CHANNEL_MEMBERSHIP)
                .nthCall(2)
                .forMember(bob)
                .fail(THROTTLED_CLIENT);

        assertThat(add(bob).errors()).isEmpty();
        assertThat(add(carol).errors()).isEmpty();
        assertThat(fault.timesApplied()).isZero();
        assertThat(add(bob).errors()).hasSize(1);
    }

    @Test
    void severalMembersFailEachInItsWay() {
        chime.faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob).fail(THROTTLED_CLIENT);
        chime.faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(carol).fail(FORBIDDEN);

        assertThat(add(carol, bob).errors())
                .extracting(BatchCreateChannelMembershipError::errorCode)
                .containsExactly(ErrorCode.FORBIDDEN, ErrorCode.THROTTLED);
        assertThat(members()).containsExactly("alice");
        assertThat(chime.journal().toString())
                .contains("the member carol fail with Forbidden. A fault of this test makes the member bob");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"ACCESS_DENIED", "THROTTLING", "UNAUTHORIZED_CLIENT", "CONFLICT"})
    void theCodeIsThatOfTheError(ChimeError error) {
        chime.faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob).fail(error);

        assertThat(add(bob).errors())
                .singleElement()
                .satisfies(failed -> assertThat(error.errorType()).startsWith(failed.errorCodeAsString()));
    }

    @Test
    void anErrorThatNoResponseReportsIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults()
                        .on(BATCH_CREATE_CHANNEL_MEMBERSHIP)
                        .forMember(bob)
                        .fail(EXPIRED_TOKEN))
                .withMessageContaining("A member of a batch cannot fail with EXPIRED_TOKEN")
                .withMessageContaining("Use ACCESS_DENIED, THROTTLING or an error that the service model has");
    }

    @Test
    void onlyBatchesHaveMembersThatFail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        chime.faults().on(SEND_CHANNEL_MESSAGE).forMember(bob).fail(FORBIDDEN))
                .withMessage("forMember(bob): received [SendChannelMessage], but only BatchCreateChannelMembership has"
                        + " members that fail by themselves. Select it with on(BATCH_CREATE_CHANNEL_MEMBERSHIP)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().forMember(bob).fail(FORBIDDEN))
                .withMessageContaining("received any operation");
    }
}
