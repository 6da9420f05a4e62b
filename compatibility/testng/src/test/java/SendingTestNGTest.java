import static org.testng.Assert.assertThrows;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

public class SendingTestNGTest {
    private ChimeMessagingServer chime;
    private ChimeChannel general;

    @BeforeClass
    public void startFake() {
        chime = ChimeMessagingServer.start();
        general = chime.channel("general").members(chime.user("alice")).create();
        chime.snapshots().markBaseline(); // reset() returns to this state
    }

    @AfterMethod
    public void resetFake() {
        chime.reset();
    }

    @AfterClass
    public void closeFake() {
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
