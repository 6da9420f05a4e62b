package io.github.chimefake.compatibility;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeService;
import io.github.chimefake.junit.jupiter.ChimeEndpoint;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.DenyCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** The extension on users' classpaths, most of which have no module of the SDK for Chime SDK identity. */
@ChimeMessagingFake(users = "alice")
@DenyCalls(on = CREATE_APP_INSTANCE_USER)
class InjectionTest {
    @Test
    void injectsTheClientsOfMessaging(
            ChimeMessagingServer chime, ChimeSdkMessagingClient client, ChimeSdkMessagingAsyncClient asyncClient) {
        ListChannelsRequest request = ListChannelsRequest.builder()
                .appInstanceArn(chime.appInstance().arn())
                .chimeBearer(chime.user("alice").arn())
                .build();

        assertThat(client.listChannels(request).channels()).isEmpty();
        assertThat(asyncClient.listChannels(request).join().channels()).isEmpty();
    }

    @Test
    void namesTheModuleThatIdentityNeeds(@ChimeEndpoint URI endpoint) throws IOException, InterruptedException {
        assumeFalse(ChimeService.IDENTITY.isAvailable(), "The module is on this classpath");
        HttpRequest list =
                HttpRequest.newBuilder(endpoint.resolve("/app-instances")).build();

        HttpResponse<Void> answer = HttpClient.newHttpClient().send(list, BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.headers().firstValue("x-chime-fake-explanation"))
                .hasValueSatisfying(
                        explanation -> assertThat(explanation).contains("Add software.amazon.awssdk:chimesdkidentity"));
    }
}
