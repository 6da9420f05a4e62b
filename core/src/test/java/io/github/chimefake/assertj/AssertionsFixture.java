package io.github.chimefake.assertj;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;

/** A fake with two users, two channels and a journal of three calls. */
class AssertionsFixture {
    static final String SIGNED = " in general, signed by arn:aws:iam::111122223333:user/test";

    final ChimeMessagingServer chime =
            ChimeMessagingServer.builder().journalCapacity(3).start();
    final ChimeUser alice = chime.user("alice");
    final ChimeUser bob = chime.user("bob");
    final ChimeChannel general = chime.channel("general").members(alice, bob).create();
    final ChimeChannel random = chime.channel("random").members(alice).create();
    final ChimeCaller backend = chime.caller("role/backend");
    final ChimeSdkMessagingClient client = chime.client();

    @AfterEach
    void stop() {
        chime.close();
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
