package io.github.chimefake.internal.clients;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeClients;
import io.github.chimefake.ChimeService;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.sdk.AwsSdk;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityBaseClientBuilder;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingBaseClientBuilder;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The selection of clients of a fake. */
public final class DefaultClients implements ChimeClients {
    private final ClientCache clients;
    private final Caller defaultCaller;
    private final Callers callers;
    private final Optional<Caller> caller;
    private final Optional<ChimeUser> bearer;
    private final Retries retries;

    /** Creates a selection whose clients sign as the default caller. */
    public DefaultClients(ClientCache clients, Caller defaultCaller, Callers callers) {
        this(clients, defaultCaller, callers, Optional.empty(), Optional.empty(), Retries.WITHOUT_BACKOFF);
    }

    private DefaultClients(
            ClientCache clients,
            Caller defaultCaller,
            Callers callers,
            Optional<Caller> caller,
            Optional<ChimeUser> bearer,
            Retries retries) {
        this.clients = clients;
        this.defaultCaller = defaultCaller;
        this.callers = callers;
        this.caller = caller;
        this.bearer = bearer;
        this.retries = retries;
    }

    @Override
    public ChimeClients signedBy(ChimeCaller caller) {
        return new DefaultClients(clients, defaultCaller, callers, Optional.of(Caller.of(caller)), bearer, retries);
    }

    @Override
    public ChimeClients speakingFor(ChimeUser user) {
        return new DefaultClients(clients, defaultCaller, callers, caller, Optional.of(user), retries);
    }

    @Override
    public ChimeClients withoutRetries() {
        return new DefaultClients(clients, defaultCaller, callers, caller, bearer, Retries.NONE);
    }

    @Override
    public ChimeSdkMessagingClient client() {
        return clients.sync(
                ChimeSdkMessagingClient.class, ChimeSdkMessagingClient::builder, callerAndBearer(), retries);
    }

    @Override
    public ChimeSdkMessagingAsyncClient asyncClient() {
        return clients.async(
                ChimeSdkMessagingAsyncClient.class, ChimeSdkMessagingAsyncClient::builder, callerAndBearer(), retries);
    }

    @Override
    public ChimeSdkIdentityClient identityClient() {
        requireIdentity("identityClient()");
        return clients.sync(ChimeSdkIdentityClient.class, ChimeSdkIdentityClient::builder, callerAndBearer(), retries);
    }

    @Override
    public ChimeSdkIdentityAsyncClient identityAsyncClient() {
        requireIdentity("identityAsyncClient()");
        return clients.async(
                ChimeSdkIdentityAsyncClient.class, ChimeSdkIdentityAsyncClient::builder, callerAndBearer(), retries);
    }

    /**
     * Returns the selected caller and bearer. A user without a selected caller gets a dedicated caller, as each browser
     * user has its own credentials.
     */
    private CallerAndBearer callerAndBearer() {
        clients.requireOpen();
        Caller selected = caller.or(() -> bearer.map(user -> callers.register("user/" + user.id())))
                .orElse(defaultCaller);
        return new CallerAndBearer(selected, bearer);
    }

    private void requireIdentity(String call) {
        clients.requireOpen();
        bearer.ifPresent(user -> {
            throw new IllegalStateException("clients().speakingFor(" + user + ")." + call
                    + ": calls of Chime SDK identity have no bearer. Leave out speakingFor(…), and select the"
                    + " caller with signedBy(caller)");
        });
        if (!ChimeService.IDENTITY.isAvailable()) {
            throw new IllegalStateException("clients()." + call
                    + ": the AWS SDK's clients of Chime SDK identity are not on the class path. Add"
                    + " software.amazon.awssdk:chimesdkidentity, or register users with chime.user(…)");
        }
        AwsSdk.requireIdentity();
    }

    @Override
    public <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
        if (!(builder instanceof ChimeSdkMessagingBaseClientBuilder) && !isOfIdentity(builder)) {
            throw new IllegalArgumentException(
                    "clients().configure(" + builder.getClass().getName()
                            + "): this is not a builder of a Chime SDK messaging or identity client, and the fake"
                            + " serves no other service. Use ChimeSdkMessagingClient.builder(),"
                            + " ChimeSdkIdentityClient.builder() or their asynchronous"
                            + " equivalents");
        }
        if (retries == Retries.NONE) {
            throw new IllegalStateException(
                    "clients().withoutRetries().configure(…): the builder decides about retries. Leave out"
                            + " withoutRetries(), and set the retries on the builder");
        }
        return clients.configure(builder, callerAndBearer());
    }

    private static boolean isOfIdentity(Object builder) {
        return ChimeService.IDENTITY.isAvailable() && builder instanceof ChimeSdkIdentityBaseClientBuilder;
    }
}
