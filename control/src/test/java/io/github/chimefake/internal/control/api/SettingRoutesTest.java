package io.github.chimefake.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.ResourceLimitExceededException;

/** Quotas, directory, roles, flows, and whether the fake is online. */
class SettingRoutesTest {
    private final Served fake = Served.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aQuotaLimitsCalls() {
        fake.post("/v1/channels", "{'name': 'general', 'creator': 'alice'}").has(201);

        fake.write("PUT", "/v1/quotas/MEMBERSHIPS_PER_CHANNEL", "{'limit': 1}").has(200);

        assertThatThrownBy(() -> fake.chime()
                        .client()
                        .createChannelMembership(request -> request.channelArn(
                                        fake.chime().appInstance().arn() + "/channel/general")
                                .memberArn(fake.chime().user("bob").arn())
                                .type("DEFAULT")
                                .chimeBearer(fake.chime().user("alice").arn())))
                .isInstanceOf(ResourceLimitExceededException.class);
        fake.delete("/v1/quotas").has(204);
        assertThat(fake.get("/v1/quotas/MEMBERSHIPS_PER_CHANNEL").text("limit")).isEqualTo("10000");
        fake.write("PUT", "/v1/quotas/MEMBERSHIPS", "{'limit': 1}").names("quota");
        fake.write("PUT", "/v1/quotas/MEMBERSHIPS_PER_CHANNEL", "{'limit': -1}").names("$.limit");
    }

    @Test
    void settingsOfTheDirectoryAreThoseOfTheState() {
        Answer changed = fake.write("PATCH", "/v1/directory", "{'open': true, 'newUsersValidAfter': 'PT3S'}")
                .has(200);

        assertThat(changed.text("open")).isEqualTo("true");
        assertThat(changed.text("repeatedCreationFails")).isEqualTo("false");
        assertThat(fake.chime().state().settings().newUsersValidAfter()).hasSeconds(3);
        fake.delete("/v1/directory").has(204);
        assertThat(fake.get("/v1/directory").text("newUsersValidAfter")).isEqualTo("PT0S");
    }

    @Test
    void overridesOfTheRoleMatrixAreThoseOfTheState() {
        fake.write("PUT", "/v1/roles", "{'role': 'MEMBER', 'operation': 'UpdateChannel', 'allowed': true}")
                .has(204);

        assertThat(fake.chime().state().settings().roles()).hasSize(1);
        assertThat(fake.get("/v1/roles").body()).contains("UpdateChannel");
        fake.delete("/v1/roles").has(204);
        assertThat(fake.chime().state().settings().roles()).isEqualTo(Map.of());
        fake.write("PUT", "/v1/roles", "{'role': 'MEMBER', 'operation': 'ListChannels', 'allowed': true}")
                .names("$.operation");
        assertThat(fake.write("PUT", "/v1/roles", "{'role': 'MEMBERS', 'operation': 'UpdateChannel', 'allowed': true}")
                        .names("$.role")
                        .body())
                .contains("Did you mean MEMBER?");
    }

    @Test
    void aProcessorDecidesAboutMessages() {
        String lambda = "arn:aws:lambda:us-east-1:111122223333:function:filter";
        Answer processor = fake.post(
                        "/v1/flows", "{'lambda': '" + lambda + "', 'verdict': {'kind': 'change', 'content': '***'}}")
                .has(201);
        fake.post("/v1/channels", "{'name': 'general', 'creator': 'alice'}").has(201);
        String alice = fake.chime().user("alice").arn();
        String general = fake.chime().appInstance().arn() + "/channel/general";
        var client = fake.chime().client();
        String flow = client.createChannelFlow(request -> request.appInstanceArn(
                                fake.chime().appInstance().arn())
                        .name("filter")
                        .clientRequestToken("token")
                        .processors(Processor.builder()
                                .name("filter")
                                .executionOrder(1)
                                .fallbackAction("ABORT")
                                .configuration(where -> where.lambda(
                                        function -> function.resourceArn(lambda).invocationType("ASYNC")))
                                .build()))
                .channelFlowArn();
        client.associateChannelFlow(
                request -> request.channelArn(general).channelFlowArn(flow).chimeBearer(alice));

        client.sendChannelMessage(request -> request.channelArn(general)
                .chimeBearer(alice)
                .content("damn")
                .type("STANDARD")
                .persistence("PERSISTENT")
                .clientRequestToken("t1"));

        assertThat(fake.post("/v1/background-work/wait", "{'limit': 'PT10S'}")
                        .has(200)
                        .text("done"))
                .isEqualTo("true");
        assertThat(fake.get("/v1/channels/general/messages").body())
                .contains("***")
                .doesNotContain("damn");
        assertThat(fake.get("/v1/flows/" + processor.text("id")).text("timesApplied"))
                .isEqualTo("1");
        fake.write("PUT", "/v1/baseline", "").has(204);
        fake.post("/v1/reset", "").has(204);
        assertThat(fake.get("/v1/flows/" + processor.text("id")).text("timesApplied"))
                .isEqualTo("0");
        fake.post("/v1/flows", "{'lambda': 'x', 'verdict': {'kind': 'allow'}}").names("$.lambda");
        fake.post("/v1/flows", "{'lambda': '" + lambda + "', 'verdict': {'kind': 'deny', 'content': 'x'}}")
                .names("$.verdict.content");
        fake.post("/v1/flows", "{'lambda': '" + lambda + "', 'verdict': {}}").names("$.verdict.kind");
        fake.post("/v1/background-work/wait", "{'limit': 'PT6M'}").names("$.limit");
        fake.delete("/v1/flows").has(204);
        assertThat(fake.get("/v1/flows").body()).doesNotContain(lambda);
    }

    @Test
    void theControlApiGoesOnWhileTheFakeIsOffline() {
        fake.post("/v1/offline", "").has(204);

        assertThatThrownBy(() -> fake.chime()
                        .client()
                        .listChannels(request -> request.appInstanceArn(
                                        fake.chime().appInstance().arn())
                                .chimeBearer(fake.chime().user("alice").arn())))
                .hasRootCauseInstanceOf(ConnectException.class);
        assertThat(fake.get("/v1/readiness").has(200).text("online")).isEqualTo("false");
        fake.post("/v1/online", "").has(204);
        fake.chime()
                .client()
                .listChannels(request -> request.appInstanceArn(
                                fake.chime().appInstance().arn())
                        .chimeBearer(fake.chime().user("alice").arn()));
    }
}
