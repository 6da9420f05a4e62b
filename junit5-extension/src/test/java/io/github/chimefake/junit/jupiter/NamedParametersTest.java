package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.state.StoredChannel;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Parameters for users, their clients and channels, by annotation, and those for what a fake consists of. */
class NamedParametersTest {
    @Test
    void parametersAreUsersTheirClientsAndChannels() {
        Run.of(ChatCase.class).succeeded(4);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ChimeBearer("alice")
    @interface Alice {}

    @ChimeMessagingFake
    static class ChatCase {
        private ChimeUser alice;

        @BeforeEach
        void keep(@Alice ChimeUser user) {
            alice = user;
        }

        @Test
        void aClientSpeaksForItsUser(
                @ChimeBearer("bob") ChimeSdkMessagingClient client,
                @ChimeBearer("bob") ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeMembers({"alice", "bob"}) ChimeChannel general,
                Journal journal) {
            client.sendChannelMessage(request -> request.channelArn(general.arn())
                    .content("hello")
                    .type("STANDARD")
                    .persistence("PERSISTENT"));
            asyncClient
                    .describeChannel(request -> request.channelArn(general.arn()))
                    .join();

            assertThat(journal.calls())
                    .extracting(call -> call.bearer().orElseThrow().replaceAll(".*/", ""))
                    .containsExactly("bob", "bob");
        }

        @Test
        void aChannelHasItsMembersAndModerators(
                ChimeMessagingServer chime,
                @ChimeMembers(value = "alice", moderators = "carol", name = "club") ChimeChannel club) {
            StoredChannel stored = chime.state().channel(club).orElseThrow();

            assertThat(stored.name()).isEqualTo("club");
            assertThat(stored.members())
                    .extracting(member -> member.user().id())
                    .containsExactly("alice", "carol");
            assertThat(stored.moderators()).hasSize(1);
        }

        @Test
        void aUserIsThatOfTheFake(ChimeSdkMessagingClient client, @ChimeMembers("alice") ChimeChannel general) {
            assertThat(send(client, alice, general)).isEmpty();
        }

        @Test
        void theAppInstanceAndTheJournalAreThoseOfTheFake(
                ChimeMessagingServer chime, ChimeAppInstance appInstance, Journal journal) {
            assertThat(appInstance.arn()).isEqualTo(chime.appInstance().arn());
            assertThat(journal.calls(SEND_CHANNEL_MESSAGE)).isEmpty();
        }
    }

    @Test
    void aChannelWithoutNameIsAnotherOneThanThoseOfTheTest() {
        Run.of(TakenNamesCase.class).succeeded(2);
    }

    @ChimeMessagingFake
    static class TakenNamesCase {
        @BeforeEach
        void open(ChimeMessagingServer chime) {
            chime.channel("general").create();
        }

        @Test
        void takesAFreeName(
                ChimeMessagingServer chime,
                @ChimeMembers("alice") ChimeChannel one,
                @ChimeMembers("bob") ChimeChannel other) {
            assertThat(List.of(one, other)).extracting(ChimeChannel::name).containsExactly("general-2", "general-3");
            assertThat(chime.state().channel(one).orElseThrow().members()).hasSize(1);
            assertThat(chime.state().channels()).hasSize(3);
        }

        @Test
        void startsAnewInTheNextTest(@ChimeMembers ChimeChannel channel) {
            assertThat(channel.name()).isEqualTo("general-2");
        }
    }

    @Test
    void aNameThatIsTakenIsAnError() {
        assertThat(Run.of(TakenNameCase.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(
                        "@ChimeMembers with the name \"club\"",
                        "exists already. Choose another name or id",
                        "takes one that is free");
    }

    @ChimeMessagingFake
    static class TakenNameCase {
        @Test
        void isTaken(@ChimeMembers(name = "club") ChimeChannel one, @ChimeMembers(name = "club") ChimeChannel other) {}
    }

    @Test
    void anAnnotationOnAParameterOfAnotherTypeIsAnError() {
        Run run = Run.of(WrongTypesCase.class);

        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message)
                        .contains("@ChimeBearer is on a parameter of type", "ChimeSdkIdentityClient", "have no bearer"))
                .anySatisfy(message -> assertThat(message)
                        .contains(
                                "@ChimeMembers is on a parameter of type", "Give the parameter the type ChimeChannel"))
                .anySatisfy(message -> assertThat(message)
                        .contains("@ChimeEndpoint and @ChimeBearer are on one parameter", "only one"));
    }

    @ChimeMessagingFake
    static class WrongTypesCase {
        @Test
        void aClientOfIdentity(@ChimeBearer("alice") ChimeSdkIdentityClient client) {}

        @Test
        void noChannel(@ChimeMembers("alice") ChimeUser alice) {}

        @Test
        void both(@ChimeEndpoint @ChimeBearer("alice") URI endpoint) {}
    }
}
