package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.leastprivilege.UsedPermissions;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;

@SuppressWarnings("deprecation") // RetryPolicy: its successor came with SDK 2.26; the lowest supported one is 2.25.1.
class ChimeClientsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().users("alice", "bob"));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeCaller backend = chime.caller("assumed-role/backend");
    private final String appInstance = chime.appInstance().arn();

    private RecordedCall lastCall() {
        return chime.journal().calls().get(chime.journal().calls().size() - 1);
    }

    @Test
    void signsAndSpeaksAsSelected() {
        chime.clients().signedBy(backend).speakingFor(alice).client().listChannels(r -> r.appInstanceArn(appInstance));

        assertThat(lastCall().caller())
                .hasValueSatisfying(
                        caller -> assertThat(caller.isSameAs(backend)).isTrue());
        assertThat(lastCall().bearer()).contains(alice.arn());
    }

    @Test
    void aRequestsOwnBearerIsKept() {
        chime.clients()
                .speakingFor(alice)
                .client()
                .listChannels(r -> r.appInstanceArn(appInstance).chimeBearer(bob.arn()));

        assertThat(lastCall().bearer()).contains(bob.arn());
    }

    @Test
    void aUserWithoutCallerSignsAsACallerOfItsOwn() {
        chime.clients()
                .speakingFor(alice)
                .asyncClient()
                .listChannels(r -> r.appInstanceArn(appInstance))
                .join();

        assertThat(lastCall().caller().orElseThrow().principalArn()).endsWith(":user/alice");
    }

    @Test
    void withoutRetriesACallIsOneAttempt() {
        chime.faults().on(LIST_CHANNELS).fail(SERVICE_UNAVAILABLE);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> chime.clients()
                        .withoutRetries()
                        .speakingFor(alice)
                        .client()
                        .listChannels(r -> r.appInstanceArn(appInstance)));
        assertThat(lastCall().attempts()).hasSize(1);
    }

    @Test
    void aSelectionIsNotChangedByItsSteps() {
        ChimeClients clients = chime.clients();

        clients.speakingFor(alice).client().listChannels(r -> r.appInstanceArn(appInstance));
        clients.client().listChannels(r -> r.appInstanceArn(appInstance).chimeBearer(bob.arn()));

        assertThat(lastCall().caller())
                .hasValueSatisfying(
                        caller -> assertThat(caller.isSameAs(chime.caller())).isTrue());
    }

    @Test
    void identityHasNoBearer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> chime.clients().speakingFor(alice).identityClient())
                .withMessageContaining("calls of Chime SDK identity have no bearer. Leave out speakingFor");
    }

    @Test
    void configuresEveryBuilderOfTheTwoServices() {
        try (ChimeSdkMessagingClient messaging = chime.clients()
                        .configure(ChimeSdkMessagingClient.builder())
                        .build();
                ChimeSdkMessagingAsyncClient asyncMessaging = chime.clients()
                        .configure(ChimeSdkMessagingAsyncClient.builder())
                        .build();
                ChimeSdkIdentityClient identity = chime.clients()
                        .signedBy(backend)
                        .configure(ChimeSdkIdentityClient.builder())
                        .build();
                ChimeSdkIdentityAsyncClient asyncIdentity = chime.clients()
                        .configure(ChimeSdkIdentityAsyncClient.builder())
                        .build()) {
            messaging.listChannels(r -> r.appInstanceArn(appInstance).chimeBearer(alice.arn()));
            asyncMessaging
                    .listChannels(r -> r.appInstanceArn(appInstance).chimeBearer(alice.arn()))
                    .join();
            identity.listAppInstances(r -> {});
            asyncIdentity.listAppInstances(r -> {}).join();
        }

        assertThat(chime.journal().calls())
                .hasSize(4)
                .allSatisfy(call -> assertThat(call.errorResponse()).isEmpty());
        assertThat(chime.journal().calls().get(2).caller())
                .hasValueSatisfying(
                        caller -> assertThat(caller.isSameAs(backend)).isTrue());
    }

    @Test
    void whatTheUserConfiguredStays() {
        ClientOverrideConfiguration own = ClientOverrideConfiguration.builder()
                .retryPolicy(RetryPolicy.none())
                .addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public SdkHttpRequest modifyHttpRequest(
                            Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
                        return context.httpRequest().toBuilder()
                                .putHeader("x-amz-chime-bearer", bob.arn())
                                .build();
                    }
                })
                .build();
        chime.faults().on(LIST_CHANNELS).fail(SERVICE_UNAVAILABLE);

        try (ChimeSdkMessagingClient client = chime.clients()
                .speakingFor(alice)
                .configure(ChimeSdkMessagingClient.builder().overrideConfiguration(own))
                .build()) {
            assertThatExceptionOfType(ChimeSdkMessagingException.class)
                    .isThrownBy(() -> client.listChannels(r -> r.appInstanceArn(appInstance)));
        }

        assertThat(lastCall().attempts()).hasSize(1);
        assertThat(lastCall().bearer()).contains(bob.arn());
    }

    @Test
    void aConfiguredClientBelongsToItsTest() {
        TestIsolation isolation = TestIsolation.of(chime);
        isolation.startTest(chime.snapshots().take());
        ChimeSdkMessagingClient client = chime.clients()
                .configure(
                        ChimeSdkMessagingClient.builder().overrideConfiguration(o -> o.retryPolicy(RetryPolicy.none())))
                .build();

        isolation.startTest(chime.snapshots().take());

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() ->
                        client.listChannels(r -> r.appInstanceArn(appInstance).chimeBearer(alice.arn())))
                .matches(thrown -> thrown.statusCode() == 410);
        assertThat(chime.journal().lateCalls()).hasSize(1);
        client.close();
    }

    @Test
    void builtForNoRetriesIsRefusedBecauseRetriesAreTheUsers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> chime.clients().withoutRetries().configure(ChimeSdkMessagingClient.builder()))
                .withMessageContaining("set the retries on the builder");
    }

    /** A builder of another service's client. */
    private interface OtherBuilder extends AwsClientBuilder<OtherBuilder, Object> {}

    /** Returns an implementation of the interface that can be asked for nothing. */
    private static <T> T foreign(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> "a foreign " + type.getSimpleName()));
    }

    @Test
    void anotherServicesBuilderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.clients().configure(foreign(OtherBuilder.class)))
                .withMessageContaining("not a builder of a Chime SDK messaging or identity client");
    }

    @Test
    void implementationsOfTheUserAreRefusedWithWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.clients().signedBy(foreign(ChimeCaller.class)))
                .withMessage("The caller a foreign ChimeCaller was not created by a fake. Create callers with"
                        + " chime.caller(…); do not implement ChimeCaller");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.snapshots().restore(foreign(ServerSnapshot.class)))
                .withMessageContaining("Take snapshots with chime.snapshots().take()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().serverPool(foreign(ServerPool.class)))
                .withMessageContaining("Create pools with ServerPool.create()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestIsolation.of(foreign(ChimeMessagingServer.class)))
                .withMessageContaining("Start fakes with ChimeMessagingServer.builder().start()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsedPermissions.none().plus(foreign(UsedPermissions.class)))
                .withMessageContaining("Take them from chime.leastPrivilege()");
    }
}
