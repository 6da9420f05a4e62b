package io.github.chimefake.spring.boot;

import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeMessagingServer;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChatTest
class ApplicationTest {
    @Autowired
    private ApplicationContext context;

    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;

    @Autowired
    ApplicationTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
    }

    @Test
    void theClientOfTheApplicationCallsTheFake() {
        Chat.list(client, chime);

        assertThat(chime)
                .received(ListChannelsRequest.class)
                .by(chime.user("alice"))
                .times(1);
        assertThat(context.getBeanNamesForType(ChimeSdkMessagingClient.class)).containsExactly("ownClient");
    }

    @Test
    void theApplicationIsRefused() {
        chime.faults().on(LIST_CHANNELS).fail(UNAUTHORIZED_CLIENT);

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> Chat.list(client, chime));
    }

    @Test
    void clientsThatTheApplicationHasNotAreBeans(
            @Autowired ChimeSdkMessagingAsyncClient async,
            @Autowired ChimeSdkIdentityClient identity,
            @Autowired ChimeSdkIdentityAsyncClient identityAsync) {
        identity.describeAppInstance(
                request -> request.appInstanceArn(chime.appInstance().arn()));
        identityAsync
                .describeAppInstance(
                        request -> request.appInstanceArn(chime.appInstance().arn()))
                .join();
        async.listChannels(request -> request.appInstanceArn(chime.appInstance().arn())
                        .chimeBearer(chime.user("alice").arn()))
                .join();

        assertThat(chime.journal().calls()).hasSize(3);
    }

    @Test
    void everyNamedPropertyGetsItsValue(
            @Value("${chat.app-instance}") String appInstance, @Value("${chat.tenant}") String tenant) {
        assertThat(appInstance).isEqualTo(chime.appInstance().arn()).isEqualTo(tenant);
    }

    @Test
    void placeholdersAreReplacedByPropertiesOfTheApplication(@Autowired ChimeSdkIdentityClient identity) {
        assertThat(users(identity, chime)).containsExactlyInAnyOrder("alice", "root");
    }

    private static List<String> users(ChimeSdkIdentityClient identity, ChimeMessagingServer chime) {
        return identity
                .listAppInstanceUsers(
                        request -> request.appInstanceArn(chime.appInstance().arn()))
                .appInstanceUsers()
                .stream()
                .map(user -> user.appInstanceUserArn().replaceAll(".*/", ""))
                .toList();
    }

    @Test
    void aTestCannotEndTheFakeOfTheContext() {
        assertThatIllegalStateException()
                .isThrownBy(chime::stop)
                .withMessageStartingWith("stop(): this fake belongs to a Spring application context")
                .withMessageContaining("@DirtiesContext")
                .withMessageContaining("use chime.offline() and chime.online()");
        assertThatIllegalStateException().isThrownBy(chime::close).withMessageStartingWith("close(): ");

        Chat.list(client, chime);
    }

    @Nested
    class Within {
        @Test
        void aNestedClassHasTheSameFake(@Autowired ChimeMessagingServer ofNested) {
            assertThat(ofNested).isSameAs(chime);
        }
    }

    @Nested
    @AutoConfigureChimeMessagingFake(
            users = "bob",
            endpointProperty = "chat.endpoint",
            regionProperty = "chat.region",
            accessKeyIdProperty = "chat.key",
            secretAccessKeyProperty = "chat.secret")
    class WithItsOwn {
        @Test
        void anotherDeclarationIsAnotherFake(
                @Autowired ChimeMessagingServer ofNested, @Autowired ChimeSdkIdentityClient identity) {
            assertThat(users(identity, ofNested)).containsExactly("bob");
        }
    }
}
