package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.testing.Fakes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsersTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().users("registered"));

    @Test
    void theBuildersUsersAreRegistered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.appInstance().unregistered("registered"))
                .withMessage("unregistered(\"registered\"): this user is registered. Choose another id");
    }

    @Test
    void aUserHasExactlyTheIdThatIsGiven() {
        ChimeUser user = chime.user("7f.Alice@example.com:_-1");

        assertThat(user.id()).isEqualTo("7f.Alice@example.com:_-1");
        assertThat(user.arn()).isEqualTo(chime.appInstance().arn() + "/user/7f.Alice@example.com:_-1");
        assertThat(user.name()).isEqualTo("7f.Alice@example.com:_-1");
    }

    @Test
    void askingForTheSameUserTwiceRegistersOne() {
        assertThat(chime.user("alice")).isEqualTo(chime.user("alice"));
    }

    @Test
    void aUserKeepsItsDisplayName() {
        ChimeUser alice = chime.appInstance().user("alice", "Alice Liddell");

        assertThat(chime.user("alice")).isEqualTo(alice).returns("Alice Liddell", ChimeUser::name);
    }

    @Test
    void aUserIsNotRegisteredUnderTwoNames() {
        chime.appInstance().user("alice", "Alice Liddell");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.appInstance().user("alice", "Alice Cooper"))
                .withMessage("user(\"alice\", \"Alice Cooper\"): this user is registered as \"Alice Liddell\"."
                        + " Call user(id), or rename(user, name) to change the name");
    }

    @ParameterizedTest
    @MethodSource("invalidNames")
    void aNameThatTheServiceModelForbidsIsRefused(String name) {
        ChimeUser alice = chime.user("alice");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.appInstance().user("carol", name))
                .withMessageContaining("user(\"carol\", name): the value is \"")
                .withMessageContaining("Member must")
                .withMessageContaining("as in CreateAppInstanceUser (Name)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.appInstance().rename(alice, name))
                .withMessageContaining("as in UpdateAppInstanceUser (Name)");
    }

    static List<String> invalidNames() {
        return List.of("", " ", "two\nlines", "x".repeat(101));
    }

    @Test
    void aNameMayBeAsLongAsTheServiceModelAllows() {
        assertThat(chime.appInstance().user("carol", "\uD83D\uDE00".repeat(100)).name())
                .hasSize(200);
    }

    @Test
    void aBotHasAnArnOfItsOwnKind() {
        assertThat(chime.appInstance().bot("echo").arn())
                .isEqualTo(chime.appInstance().arn() + "/bot/echo");
    }

    @Test
    void theNameOfABotIsCheckedAsOneOfABot() {
        ChimeUser echo = chime.appInstance().bot("echo");

        assertThat(chime.appInstance().rename(echo, "x".repeat(256)).name()).hasSize(256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.appInstance().rename(echo, "bell\u0007"))
                .withMessageContaining("as in UpdateAppInstanceBot (Name)");
    }

    @Test
    void anUnregisteredUserHasAValidIdToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.appInstance().unregistered("not/an/id"))
                .withMessageContaining("Not a valid id: \"not/an/id\"");
    }

    @Test
    void anAdministratorMayWhatItsRoleAllows() {
        ChimeUser admin = chime.appInstance().admin("root");
        ChimeChannel general = chime.channel("general").create();

        assertThat(chime.client()
                        .deleteChannel(
                                request -> request.channelArn(general.arn()).chimeBearer(admin.arn()))
                        .sdkHttpResponse()
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anIdThatTheServiceWouldNotTakeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.user("not/an/id"))
                .withMessage(
                        "Not a valid id: \"not/an/id\". Expected 1 to 64 letters, digits and : - _ . @, the first and"
                                + " last a letter or digit");
    }
}
