package io.github.chimefake.junit5;

import static io.github.chimefake.call.ChimeError.CONFLICT;
import static io.github.chimefake.call.ChimeError.FORBIDDEN;
import static io.github.chimefake.call.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.call.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.call.IdentityOperation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit5.Chat.channels;
import static io.github.chimefake.junit5.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.OperationGroup;
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
    void aFaultWithoutCountStrikesEveryCallOfTheUserItNames() {
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
        @Deny(
                group = {OperationGroup.WRITE, OperationGroup.MODERATION},
                by = "alice")
        void deniesAGroup() {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
        }

        @Test
        @Deny(
                operation = SEND_CHANNEL_MESSAGE,
                role = {ChannelRole.MODERATOR, ChannelRole.ADMIN},
                with = FORBIDDEN)
        void deniesRoles(ChimeMessagingServer chime) {
            ChimeUser root = chime.admin("root");
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
        @Deny(group = OperationGroup.WRITE, role = ChannelRole.MEMBER, by = "alice")
        void deniesAUserInARole(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
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
        @Deny(identityOperation = CREATE_APP_INSTANCE_USER, with = FORBIDDEN)
        void deniesSigningUp(ChimeMessagingServer chime, ChimeSdkIdentityClient identity) {
            for (int call = 0; call < 2; call++) {
                assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> signUp(chime, identity));
            }
        }

        @Test
        @Fail(identityOperation = CREATE_APP_INSTANCE_USER, with = CONFLICT, calls = 1)
        void failsToSignUpOnce(ChimeMessagingServer chime, ChimeSdkIdentityClient identity) {
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> signUp(chime, identity));
            signUp(chime, identity);
        }

        @Test
        @Fail(operation = LIST_CHANNELS, identityOperation = CREATE_APP_INSTANCE_USER, with = CONFLICT, calls = 2)
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
        @Deny(operation = SEND_CHANNEL_MESSAGE, by = "alice")
        void deniesAlice() {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
        }

        @Test
        @Deny(operation = {SEND_CHANNEL_MESSAGE, LIST_CHANNELS})
        void deniesEverybody() {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).contains(401);
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(alice)));
        }

        @Test
        @Deny(operation = SEND_CHANNEL_MESSAGE, by = "alice", with = FORBIDDEN)
        @Deny(operation = SEND_CHANNEL_MESSAGE, by = "bob")
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
    @Deny(operation = SEND_CHANNEL_MESSAGE, by = "alice")
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
    @Fail(
            operation = {LIST_CHANNELS, SEND_CHANNEL_MESSAGE},
            with = UNAUTHORIZED_CLIENT,
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
        @Fail(operation = LIST_CHANNELS, with = THROTTLED_CLIENT, by = "alice")
        @Fail(operation = SEND_CHANNEL_MESSAGE, with = FORBIDDEN, calls = 1)
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

    @ChimeMessagingFake
    static class OuterCase extends Chatting {
        @Test
        void deniesNobody() {
            assertThat(send(client, alice, general)).isEmpty();
        }

        @Nested
        @Deny(operation = SEND_CHANNEL_MESSAGE, by = "alice")
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
        @Deny(operation = LIST_CHANNELS)
        void denies(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(chime.user("alice"))));
        }
    }
}
