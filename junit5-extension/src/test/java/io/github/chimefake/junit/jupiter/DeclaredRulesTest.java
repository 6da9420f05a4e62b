package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.OperationGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class DeclaredRulesTest {
    @Test
    void aDenialOnAMethodHoldsInThatTestOnly() {
        Run.of(DenyOnMethodCase.class).succeeded(4);
    }

    @Test
    void aDenialOnAClassHoldsInEveryTestUntilTheTestLiftsIt() {
        Run.of(DenyOnClassCase.class).succeeded(2);
    }

    @Test
    void aFaultIsCountedAnewInEveryTest() {
        Run.of(FailCase.class).succeeded(2);
    }

    @Test
    void aFaultWithoutCountAppliesToEveryCallOfTheUserItNames() {
        Run.of(FailByUserCase.class).succeeded(1);
    }

    @Test
    void rulesOnANestedClassHoldInItsTestsOnly() {
        Run.of(OuterCase.class).succeeded(2);
    }

    @Test
    void rulesOnAMethodHoldForTheFakeOfThatMethod() {
        Run.of(MethodCase.class).succeeded(1);
    }

    @Test
    void aDenialNamesGroupsOfOperationsAndRoles() {
        Run.of(DenyGroupsAndRolesCase.class).succeeded(3);
    }

    @ChimeMessagingFake
    static class DenyGroupsAndRolesCase extends Chatting {
        @Test
        @DenyCalls(
                onGroup = {OperationGroup.WRITE, OperationGroup.MODERATION},
                by = "alice")
        void deniesAGroup() {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
        }

        @Test
        @DenyCalls(
                on = SEND_CHANNEL_MESSAGE,
                byRole = {ChannelRole.MODERATOR, ChannelRole.ADMIN},
                error = FORBIDDEN)
        void deniesRoles(ChimeMessagingServer chime) {
            ChimeUser root = chime.appInstance().admin("root");
            ChimeChannel club = chime.channel("club")
                    .members(alice, bob, root)
                    .moderators(bob)
                    .create();

            assertThat(send(client, bob, club)).contains(403);
            assertThat(send(client, root, club)).contains(403);
            assertThat(send(client, alice, club)).isEmpty();
            assertThat(send(client, bob, general)).isEmpty();
        }

        @Test
        @DenyCalls(onGroup = OperationGroup.WRITE, byRole = ChannelRole.MEMBER, by = "alice")
        void deniesAUserInARole(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
        }
    }

    @Test
    void annotationsNameAPrincipal() {
        Run.of(CallersCase.class).succeeded(5);
    }

    @ChimeMessagingFake
    @DenyCalls(on = LIST_CHANNELS, byCaller = "user/build", mayBeMissing = true)
    static class CallersCase extends Chatting {
        private ChimeSdkMessagingClient backend;
        private ChimeSdkMessagingClient otherSession;

        @BeforeEach
        void register(ChimeMessagingServer chime) {
            ChimeCaller caller = chime.caller("assumed-role/backend");
            backend = chime.clients().signedBy(caller).client();
            otherSession = chime.clients()
                    .signedBy(chime.caller("assumed-role/backend").sessionName("other"))
                    .client();
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, byCaller = "assumed-role/backend")
        void deniesAllSessionsOfARole() {
            assertThat(send(backend, alice, general)).contains(401);
            assertThat(send(otherSession, alice, general)).contains(401);
            assertThat(send(client, alice, general)).isEmpty();
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, byCaller = "assumed-role/backend/other", by = "alice", error = FORBIDDEN)
        void failsOneSessionForOneUser() {
            assertThat(send(otherSession, alice, general)).contains(403);
            assertThat(send(otherSession, bob, general)).isEmpty();
            assertThat(send(backend, alice, general)).isEmpty();
        }

        @Test
        @InjectFault(on = SEND_CHANNEL_MESSAGE, byCaller = "role/backend", effect = NamedEffect.EXPIRED_CREDENTIALS)
        void injectsForARole() {
            assertThat(send(backend, alice, general)).contains(403);
            assertThat(send(client, alice, general)).isEmpty();
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, byCaller = "user/test")
        void namesTheCallerOfReadyClients() {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(backend, alice, general)).isEmpty();
        }

        @Test
        void appliesToCallersThatAreCreatedLater(ChimeMessagingServer chime) {
            ChimeSdkMessagingClient build =
                    chime.clients().signedBy(chime.caller("user/build")).client();

            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> build.listChannels(channels(alice)));
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
        }
    }

    @Test
    void aPrincipalThatIsMissingOrNoneIsAnError() {
        assertThat(Run.of(MissingCallerCase.class).failures())
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message)
                        .contains(
                                "byCaller = \"user/tset\"",
                                "no caller of arn:aws:iam::",
                                "Did you mean arn:aws:iam::",
                                "mayBeMissing = true"))
                .anySatisfy(message -> assertThat(message)
                        .contains("byCaller = \"backend\"", "is not a principal", "\"assumed-role/ROLE[/SESSION]\""))
                .hasSize(2);
    }

    @ChimeMessagingFake
    static class MissingCallerCase {
        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, byCaller = "user/tset")
        void isMissing() {}

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, byCaller = "backend", error = FORBIDDEN)
        void isNone() {}
    }

    @Test
    void aFaultAppliesToOneCallInOneChannel() {
        Run.of(FailCountsCase.class).succeeded(4);
    }

    @Test
    void aDenialNamesAChannel() {
        Run.of(DenyInChannelCase.class).succeeded(3);
    }

    @ChimeMessagingFake
    static class FailCountsCase extends Chatting {
        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, nthCall = 2, error = FORBIDDEN)
        void failsOnlyAtTheSecondCall() {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(send(client, bob, general)).contains(403);
            assertThat(send(client, bob, general)).isEmpty();
        }

        @Test
        @FailCalls(onGroup = OperationGroup.WRITE, by = "bob", calls = 1, error = FORBIDDEN)
        void failsForAGroupAndAUser() {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(send(client, bob, general)).contains(403);
            assertThat(send(client, bob, general)).isEmpty();
        }

        @Test
        @FailCalls(on = LIST_CHANNELS, onGroup = OperationGroup.WRITE, calls = 1, error = FORBIDDEN)
        void countsOperationsAndGroupsTogether() {
            assertThat(send(client, bob, general)).contains(403);
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, inChannel = "club", error = FORBIDDEN, mayBeMissing = true)
        void failsInOneChannel(ChimeMessagingServer chime) {
            ChimeChannel club =
                    chime.channel("The club").id("club").members(alice).create();

            assertThat(send(client, alice, general)).isEmpty();
            assertThat(send(client, alice, club)).contains(403);
        }
    }

    @ChimeMessagingFake(appInstance = "arn:aws:chime:us-east-1:111122223333:app-instance/chat")
    static class DenyInChannelCase extends Chatting {
        private ChimeChannel club;

        @BeforeEach
        void openClub(ChimeMessagingServer chime) {
            club = chime.channel("The club").id("club").members(alice, bob).create();
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, inChannel = "club", by = "alice")
        void byItsId() {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(send(client, bob, club)).isEmpty();
            assertThat(send(client, alice, club)).contains(401);
        }

        @Test
        @DenyCalls(
                on = SEND_CHANNEL_MESSAGE,
                inChannel = "arn:aws:chime:us-east-1:111122223333:app-instance/chat/channel/club",
                by = "arn:aws:chime:us-east-1:111122223333:app-instance/chat/user/alice")
        void byItsArn() {
            byItsId();
        }

        @Test
        @DenyCalls(onGroup = OperationGroup.WRITE, inChannel = "club", byRole = ChannelRole.MEMBER)
        void forARole() {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(send(client, bob, club)).contains(401);
        }
    }

    @Test
    void rulesMayNameOperationsOfIdentity() {
        Run.of(IdentityCase.class).succeeded(3);
    }

    @ChimeMessagingFake
    static class IdentityCase {
        private static void signUp(ChimeMessagingServer chime, ChimeSdkIdentityClient identity) {
            identity.createAppInstanceUser(
                    request -> request.appInstanceArn(chime.appInstance().arn())
                            .appInstanceUserId("alice")
                            .name("Alice"));
        }

        @Test
        @DenyCalls(on = CREATE_APP_INSTANCE_USER, error = FORBIDDEN)
        void deniesSigningUp(ChimeMessagingServer chime, ChimeSdkIdentityClient identity) {
            for (int call = 0; call < 2; call++) {
                assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> signUp(chime, identity));
            }
        }

        @Test
        @FailCalls(on = CREATE_APP_INSTANCE_USER, error = CONFLICT, calls = 1)
        void failsToSignUpOnce(ChimeMessagingServer chime, ChimeSdkIdentityClient identity) {
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> signUp(chime, identity));
            signUp(chime, identity);
        }

        @Test
        @FailCalls(
                on = {LIST_CHANNELS, CREATE_APP_INSTANCE_USER},
                error = CONFLICT,
                calls = 2)
        void countsTheOperationsOfOneAnnotationTogether(
                ChimeMessagingServer chime, ChimeSdkIdentityClient identity, ChimeSdkMessagingClient messaging) {
            ChimeUser bob = chime.user("bob");

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> signUp(chime, identity));
            assertThatExceptionOfType(software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException.class)
                    .isThrownBy(() -> messaging.listChannels(channels(bob)));
            signUp(chime, identity);
            assertThat(messaging.listChannels(channels(bob)).channels()).isEmpty();
        }
    }

    /** Two users in one channel. */
    abstract static class Chatting {
        ChimeSdkMessagingClient client;
        ChimeUser alice;
        ChimeUser bob;
        ChimeChannel general;

        @BeforeEach
        void fill(ChimeMessagingServer chime, ChimeSdkMessagingClient injected) {
            client = injected;
            alice = chime.user("alice");
            bob = chime.user("bob");
            general = chime.channel("general").members(alice, bob).create();
        }
    }

    @ChimeMessagingFake
    static class DenyOnMethodCase extends Chatting {
        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice")
        void deniesAlice() {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
        }

        @Test
        @DenyCalls(on = {SEND_CHANNEL_MESSAGE, LIST_CHANNELS})
        void deniesEverybody() {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).contains(401);
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(alice)));
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice", error = FORBIDDEN)
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "bob")
        void deniesEachInItsOwnWay() {
            assertThat(send(client, alice, general)).contains(403);
            assertThat(send(client, bob, general)).contains(401);
        }

        @Test
        void deniesNobody() {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(send(client, bob, general)).isEmpty();
        }
    }

    @ChimeMessagingFake
    @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice")
    static class DenyOnClassCase extends Chatting {
        @RepeatedTest(2)
        void deniesAlice(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
            chime.permissions().allow(SEND_CHANNEL_MESSAGE);
            assertThat(send(client, alice, general)).isEmpty();
        }
    }

    @ChimeMessagingFake
    @FailCalls(
            on = {LIST_CHANNELS, SEND_CHANNEL_MESSAGE},
            error = UNAUTHORIZED_CLIENT,
            calls = 2)
    static class FailCase extends Chatting {
        @RepeatedTest(2)
        void failsTwice() {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(alice)));
            assertThat(send(client, bob, general)).contains(401);
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
            assertThat(send(client, bob, general)).isEmpty();
        }
    }

    @ChimeMessagingFake
    static class FailByUserCase extends Chatting {
        @Test
        @FailCalls(on = LIST_CHANNELS, error = THROTTLED_CLIENT, by = "alice")
        @FailCalls(on = SEND_CHANNEL_MESSAGE, error = FORBIDDEN, calls = 1)
        void failsForAlice() {
            for (int call = 0; call < 3; call++) {
                assertThatExceptionOfType(ThrottledClientException.class)
                        .isThrownBy(() -> client.listChannels(channels(alice)));
            }
            assertThat(client.listChannels(channels(bob)).channels()).hasSize(1);
            assertThat(send(client, alice, general)).contains(403);
            assertThat(send(client, alice, general)).isEmpty();
        }
    }

    @Test
    void aUserMayBeMissingIfTheAnnotationSaysSo() {
        Run.of(MissingCase.class, ArnOfABotCase.class, OpenDirectoryCase.class).succeeded(4);
    }

    @ChimeMessagingFake
    @FailCalls(on = LIST_CHANNELS, by = "dora", error = THROTTLED_CLIENT, mayBeMissing = true)
    static class MissingCase extends Chatting {
        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "carol", inChannel = "club", mayBeMissing = true)
        void deniesAUserWhomTheTestCreates(ChimeMessagingServer chime) {
            ChimeUser carol = chime.user("carol");
            ChimeChannel club = chime.channel("club").members(alice, carol).create();

            assertThat(send(client, carol, club)).contains(401);
            assertThat(send(client, alice, club)).isEmpty();
        }

        @Test
        void failsForAUserWhomTheTestCreates(ChimeMessagingServer chime) {
            assertThatExceptionOfType(ThrottledClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(chime.user("dora"))));
        }
    }

    @ChimeMessagingFake(appInstance = "arn:aws:chime:us-east-1:111122223333:app-instance/chat")
    static class ArnOfABotCase {
        private ChimeUser helper;

        @BeforeEach
        void register(ChimeMessagingServer chime) {
            helper = chime.appInstance().bot("helper");
        }

        @Test
        @DenyCalls(on = LIST_CHANNELS, by = "arn:aws:chime:us-east-1:111122223333:app-instance/chat/bot/helper")
        void isDenied(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(request ->
                            request.appInstanceArn(chime.appInstance().arn()).chimeBearer(helper.arn())));
        }
    }

    @ChimeMessagingFake
    static class OpenDirectoryCase {
        @BeforeEach
        void open(ChimeMessagingServer chime) {
            chime.directory().open(true);
        }

        @Test
        @DenyCalls(on = LIST_CHANNELS, by = "alice")
        void everyUserCountsAsRegistered(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() ->
                            client.listChannels(channels(chime.appInstance().unregistered("alice"))));
        }
    }

    @ChimeMessagingFake
    static class OuterCase extends Chatting {
        @Test
        void deniesNobody() {
            assertThat(send(client, alice, general)).isEmpty();
        }

        @Nested
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice")
        class Inner {
            @Test
            void deniesAlice() {
                assertThat(send(client, alice, general)).contains(401);
            }
        }
    }

    static class MethodCase {
        @Test
        @ChimeMessagingFake(users = "alice")
        @DenyCalls(on = LIST_CHANNELS)
        void denies(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(chime.user("alice"))));
        }
    }
}
