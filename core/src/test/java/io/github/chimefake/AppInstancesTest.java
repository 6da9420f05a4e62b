package io.github.chimefake;

import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

class AppInstancesTest {
    private static final String SALES = "arn:aws:chime:eu-central-1:444455556666:app-instance/sales";
    private static final String SUPPORT = "arn:aws:chime:eu-central-1:444455556666:app-instance/support";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private ChimeMessagingServer startInRegionOfSupport() {
        return fakes.start(ChimeMessagingServer.builder().region("eu-central-1"));
    }

    @Test
    void theAppInstanceHasTheArnThatIsGiven() {
        ChimeMessagingServer chime = fakes.start(ChimeMessagingServer.builder().appInstance(SALES));

        assertThat(chime.appInstance().arn()).isEqualTo(SALES);
        assertThat(chime.user("alice").arn()).isEqualTo(SALES + "/user/alice");
    }

    @Test
    void anAppInstanceArnIsMadeUpIfNoneIsGiven() {
        assertThat(fakes.start().appInstance().arn())
                .matches("arn:aws:chime:us-east-1:111122223333:app-instance/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void theMadeUpArnHasTheRegionAndAccountThatAreGiven() {
        ChimeMessagingServer chime =
                fakes.start(ChimeMessagingServer.builder().region("ap-south-1").account("777788889999"));

        assertThat(chime.appInstance().arn()).startsWith("arn:aws:chime:ap-south-1:777788889999:app-instance/");
    }

    @Test
    void regionAndAccountAreThoseOfTheAppInstanceThatIsGiven() {
        ChimeMessagingServer chime = fakes.start(ChimeMessagingServer.builder().appInstance(SALES));

        assertThat(chime.region()).isEqualTo("eu-central-1");
        assertThat(chime.caller().principalArn()).isEqualTo("arn:aws:iam::444455556666:user/test");
    }

    @Test
    void regionAndAccountMayBeGivenAsTheAppInstanceHasThem() {
        ChimeMessagingServer chime = fakes.start(ChimeMessagingServer.builder()
                .appInstance(SALES)
                .region("eu-central-1")
                .account("444455556666"));

        assertThat(chime.region()).isEqualTo("eu-central-1");
        assertThat(chime.caller().principalArn()).isEqualTo("arn:aws:iam::444455556666:user/test");
    }

    @Test
    void theMadeUpArnHasThePartitionOfTheRegion() {
        ChimeMessagingServer chime = fakes.start(ChimeMessagingServer.builder().region("us-gov-west-1"));

        assertThat(chime.appInstance().arn()).startsWith("arn:aws-us-gov:chime:us-gov-west-1:");
    }

    @Test
    void ofSeveralAppInstancesTheFirstIsTheDefault() {
        ChimeMessagingServer chime =
                fakes.start(ChimeMessagingServer.builder().appInstance(SALES).appInstance(SUPPORT));

        assertThat(chime.user("alice").arn()).startsWith(SALES);
        assertThat(chime.appInstance(SUPPORT).user("alice").arn()).isEqualTo(SUPPORT + "/user/alice");
    }

    @Test
    void aUserOfOneAppInstanceHasNoAccessToAnother() {
        ChimeMessagingServer chime =
                fakes.start(ChimeMessagingServer.builder().appInstance(SALES).appInstance(SUPPORT));
        ChimeUser alice = chime.user("alice");

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> chime.client().listChannels(listChannels(alice, SUPPORT)));
    }

    @Test
    void anAppInstanceCanBeAddedToARunningFake() {
        ChimeMessagingServer chime = startInRegionOfSupport();
        ChimeAppInstance support = chime.appInstance(SUPPORT);
        ChimeUser alice = support.user("alice");
        ChimeChannel help = support.channel("help").members(alice).create();

        assertThat(chime.client()
                        .describeChannel(describe(alice, help))
                        .channel()
                        .channelArn())
                .isEqualTo(SUPPORT + "/channel/help");
    }

    @Test
    void askingForTheSameAppInstanceTwiceMakesOne() {
        ChimeMessagingServer chime = startInRegionOfSupport();
        ChimeUser alice = chime.appInstance(SUPPORT).user("alice");

        assertThat(chime.appInstance(SUPPORT).user("alice")).isEqualTo(alice);
    }

    @Test
    void anAppInstanceOfAnotherRegionCannotBeAdded() {
        ChimeMessagingServer chime = fakes.start();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.appInstance(SUPPORT))
                .withMessage(
                        "appInstance(\"%s\"): this fake serves the region us-east-1, and the app instance is in"
                                + " eu-central-1. Use an app instance in us-east-1, or start another fake with region(\"eu-central-1\")",
                        SUPPORT);
    }

    @Test
    void anAppInstanceThatTheFakeDoesNotHaveIsForbiddenAndTheExplanationNamesThoseItHas() {
        ChimeMessagingServer chime = fakes.start(ChimeMessagingServer.builder().appInstance(SALES));
        ChimeUser alice = chime.user("alice");

        ForbiddenException serviceError = catchThrowableOfType(
                ForbiddenException.class, () -> chime.client().createChannel(createChannel(alice, SUPPORT, "help")));

        assertThat(serviceError.awsErrorDetails().errorMessage())
                .isEqualTo("You do not have sufficient access to perform this action");
        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .isEqualTo("There is no app instance " + SUPPORT + ". App instances: " + SALES + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat",
                "arn:aws:chime:us-east-1:111122223333:app-instance",
                "arn:aws:chime:us-east-1:111122223333:app-instance/",
                "arn:aws:chime:us-east-1:111122223333:app-instance/a/user/b",
                "arn:aws:iam::111122223333:user/alice"
            })
    void whatIsNoArnOfAnAppInstanceIsRefused(String arn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().appInstance(arn))
                .withMessageContaining("\"" + arn + "\"")
                .withMessageContaining("Expected arn:");
    }

    @Test
    void theSameAppInstanceGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fakes.start(
                        ChimeMessagingServer.builder().appInstance(SALES).appInstance(SALES)))
                .withMessage("The app instance " + SALES + " exists already. Give each app instance once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "11112222333x", "1111222233334"})
    void whatIsNoAccountIdIsRefused(String account) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().account(account))
                .withMessage("account(\"%s\"): expected 12 digits", account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "US East"})
    void whatIsNoRegionIsRefused(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().region(region))
                .withMessage("region(\"%s\"): expected the name of a region, for example us-east-1", region);
    }

    @Test
    void aJournalWithoutRoomIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().journalCapacity(0))
                .withMessage("journalCapacity(0): expected at least 1");
    }
}
