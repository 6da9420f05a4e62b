import static org.junit.Assert.assertThrows;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

public class SendingJUnit4Test {
    private static ChimeMessagingServer chime;
    private static ChimeChannel general;

    @BeforeClass
    public static void startFake() {
        chime = ChimeMessagingServer.start();
        general = chime.channel("general").members(chime.user("alice")).create();
        chime.snapshots().markBaseline(); // reset() returns to this state
    }

    @After
    public void resetFake() {
        chime.reset();
    }

    @AfterClass
    public static void closeFake() {
        chime.close();
    }

    @Test
    public void unregisteredUserSeesNoChannel() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");

        assertThrows(
                UnauthorizedClientException.class,
                () -> chime.client()
                        .describeChannel(
                                request -> request.channelArn(general.arn()).chimeBearer(ghost.arn())));
    }
}
