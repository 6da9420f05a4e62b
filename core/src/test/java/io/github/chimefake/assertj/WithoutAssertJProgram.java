package io.github.chimefake.assertj;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Uses a fake where neither AssertJ nor the client of sessions is on the class path, and prints what happened. */
final class WithoutAssertJProgram {
    static final List<String> EXPECTED = List.of(
            "AssertJ is missing: true",
            "the client of sessions is missing: true",
            "members of the server: found",
            "channels: 1",
            "denied: true",
            "denials in the journal: 1",
            "sessions().connect(alice): the client of messaging sessions is not on the class path; add the artifact"
                    + " io.github.chimefake:chime-messaging-fake-session, which chime-messaging-fake-junit-jupiter brings",
            "open sessions: 0");

    private WithoutAssertJProgram() {}

    public static void main(String... none) {
        System.out.println("AssertJ is missing: " + isMissing("org.assertj.core.api.Assertions"));
        System.out.println(
                "the client of sessions is missing: " + isMissing("io.github.chimefake.session.MessagingSession"));
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
            System.out.println(connecting(chime, alice));
            System.out.println("open sessions: " + chime.sessions().open().size());
            chime.reset();
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

    private static String connecting(ChimeMessagingServer chime, ChimeUser alice) {
        try {
            return chime.sessions().connect(alice) + " was established";
        } catch (IllegalStateException expected) {
            return String.valueOf(expected.getMessage());
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
