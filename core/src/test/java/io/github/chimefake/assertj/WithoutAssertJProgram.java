package io.github.chimefake.assertj;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Uses a fake where AssertJ is not on the class path, and prints what happened. */
final class WithoutAssertJProgram {
    static final List<String> EXPECTED = List.of(
            "AssertJ is missing: true",
            "members of the server: found",
            "channels: 1",
            "denied: true",
            "denials in the journal: 1");

    private WithoutAssertJProgram() {}

    public static void main(String... none) {
        System.out.println("AssertJ is missing: " + isMissing("org.assertj.core.api.Assertions"));
        System.out.println("members of the server: "
                + (Arrays.asList(ChimeMessagingServer.class.getMethods()).isEmpty() ? "none" : "found"));
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            ChimeUser alice = chime.user("alice");
            ChimeChannel general = chime.channel("general").members(alice).create();
            System.out.println("channels: "
                    + chime.client()
                            .listChannels(request -> request.appInstanceArn(
                                            chime.appInstance().arn())
                                    .chimeBearer(alice.arn()))
                            .channels()
                            .size());
            chime.permissions().on(Operation.DESCRIBE_CHANNEL).deny(ChimeError.UNAUTHORIZED_CLIENT);
            System.out.println("denied: " + isDenied(chime, alice, general));
            System.out.println(
                    "denials in the journal: " + chime.journal().denials().size());
        }
    }

    private static boolean isDenied(ChimeMessagingServer chime, ChimeUser alice, ChimeChannel general) {
        try {
            chime.client()
                    .describeChannel(
                            request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));
            return false;
        } catch (UnauthorizedClientException expected) {
            return true;
        }
    }

    private static boolean isMissing(String type) {
        try {
            Class.forName(type);
            return false;
        } catch (ClassNotFoundException expected) {
            return true;
        }
    }
}
