package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeMessagingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** Runs against the fake, or with -Dchime.aws=true against AWS, with the SDK's default credentials and region. */
class RealServiceTest {
    private static ChimeMessagingServer chime; // the fake, unless the tests run against AWS
    private static ChimeSdkMessagingClient messaging;
    private static ChimeSdkIdentityClient identity;
    private static String appInstance;

    @BeforeAll
    static void connect() {
        if (Boolean.getBoolean("chime.aws")) {
            messaging = ChimeSdkMessagingClient.create();
            identity = ChimeSdkIdentityClient.create();
        } else {
            chime = ChimeMessagingServer.start();
            messaging = chime.client();
            identity = chime.clients().identityClient();
        }
        appInstance = identity.createAppInstance(request -> request.name("difference"))
                .appInstanceArn();
    }

    @AfterAll
    static void cleanUp() {
        identity.deleteAppInstance(request -> request.appInstanceArn(appInstance));
        if (chime != null) {
            chime.close();
        }
    }

    @Test
    void unregisteredBearer() {
        ChimeSdkMessagingException thrown = catchThrowableOfType(
                ChimeSdkMessagingException.class,
                () -> messaging.listChannels(
                        request -> request.appInstanceArn(appInstance).chimeBearer(appInstance + "/user/ghost")));

        assertThat(thrown.statusCode()).as("%s", thrown.awsErrorDetails()).isEqualTo(401);
        assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("UnauthorizedClientException");
    }
}
