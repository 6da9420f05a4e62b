package io.github.chimefake.examples.signup;

import static io.github.chimefake.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.examples.signup.Posting.AUTHOR_UNKNOWN;
import static io.github.chimefake.examples.signup.Posting.POSTED;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ServiceFailureException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

@ChimeMessagingFake
class CommunityTest {
    private final ChimeMessagingServer chime;
    private final Community community;

    CommunityTest(ChimeMessagingServer chime, ChimeSdkIdentityClient identity, ChimeSdkMessagingClient messaging) {
        this.chime = chime;
        ChimeUser host = chime.user("host");
        ChimeChannel lobby =
                chime.channel("lobby").members(host).moderators(host).create();
        this.community = new Community(identity, messaging, chime.appInstance().arn(), lobby.arn(), host.arn());
    }

    @Test
    void newMemberMayPost() {
        community.signUp("alice", "Alice");

        assertThat(community.post("alice", "hello")).isEqualTo(POSTED);
    }

    @Test
    void unregisteredMemberMayNotPost() {
        assertThat(community.post("imported", "hello")).isEqualTo(AUTHOR_UNKNOWN);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).withError(UNAUTHORIZED_CLIENT);
    }

    @Test
    void failedSignUpRegistersNoUser() {
        chime.faults().on(CREATE_APP_INSTANCE_USER).once().fail(SERVICE_FAILURE);

        assertThatExceptionOfType(ServiceFailureException.class).isThrownBy(() -> community.signUp("alice", "Alice"));
        assertThat(community.post("alice", "hello")).isEqualTo(AUTHOR_UNKNOWN);

        community.signUp("alice", "Alice");
        assertThat(community.post("alice", "hello")).isEqualTo(POSTED);
    }

    @Test
    void signUpWithLostResponseIsRepeated() {
        chime.faults().on(CREATE_APP_INSTANCE_USER).once().attempts(1).loseResponse();

        community.signUp("alice", "Alice");

        assertThat(chime).received(CreateAppInstanceUserRequest.class).hasSize(1);
        assertThat(community.post("alice", "hello")).isEqualTo(POSTED);
    }

    @Test
    void firstPostMayComeTooEarly() {
        chime.directory().newUsersValidAfter(Duration.ofSeconds(5));
        community.signUp("alice", "Alice");

        assertThat(community.post("alice", "hello")).isEqualTo(AUTHOR_UNKNOWN);

        chime.clock().advance(Duration.ofSeconds(5));
        assertThat(community.post("alice", "hello")).isEqualTo(POSTED);
    }
}
