package io.github.chimefake.assertj;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;

/** Two users and two channels of a fake, and helpers for denied requests and failing assertions. */
final class AssertionsFixture {
    static final String SIGNED = " in general, signed by IAM user test";

    private final ChimeMessagingServer chime;
    final ChimeUser alice;
    final ChimeUser bob;
    final ChimeChannel general;
    final ChimeChannel random;
    final ChimeCaller backend;
    final ChimeSdkMessagingClient client;

    AssertionsFixture(ChimeMessagingServer chime) {
        this.chime = chime;
        alice = chime.user("alice");
        bob = chime.user("bob");
        general = chime.channel("general").members(alice, bob).create();
        random = chime.channel("random").members(alice).create();
        backend = chime.caller("role/backend");
        client = chime.client();
    }

    void describe(ChimeUser user, ChimeChannel channel) {
        client.describeChannel(DescribeChannelRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(user.arn())
                .build());
    }

    /** A permission rule denies the user to describe "general". */
    void aDenial(ChimeUser user) {
        Registration denial = chime.permissions().by(user).deny(Operation.DESCRIBE_CHANNEL);
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> describe(user, general));
        denial.close();
    }

    static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines);
    }

    static void fails(ThrowingCallable assertion, String... lines) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .withMessage("%s", System.lineSeparator() + lines(lines));
    }
}
