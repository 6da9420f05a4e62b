package io.github.chimefake.internal.control.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

class PolicyRoutesTest {
    private static final String ALLOW_READS =
            "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': 'chime:Describe*', 'Resource': '*'}}";

    private final Served fake = Served.start();

    @AfterEach
    void close() {
        fake.close();
    }

    private void listChannels() {
        fake.chime()
                .client()
                .listChannels(request -> request.appInstanceArn(
                                fake.chime().appInstance().arn())
                        .chimeBearer(fake.chime().user("alice").arn()));
    }

    private void listChannelsIsDenied() {
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(this::listChannels)
                .satisfies(denied -> assertThat(denied.statusCode()).isEqualTo(403));
    }

    @Test
    void anAttachedPolicyDeniesUntilItIsDetached() {
        Answer attached = fake.post("/v1/policies", "{'name': 'reads', 'policy': " + ALLOW_READS + "}")
                .has(201);
        assertThat(attached.header("Location")).contains("/v1/policies/policy-1");
        assertThat(attached.text("caller")).isEqualTo(fake.chime().caller().accessKeyId());
        assertThat(attached.text("kind")).isEqualTo("IDENTITY");
        listChannelsIsDenied();
        assertThat(fake.get("/v1/policies").body()).contains("policy-1");
        assertThat(fake.get("/v1/policies?caller=" + fake.chime().caller().accessKeyId())
                        .body())
                .contains("policy-1");

        fake.delete("/v1/policies/policy-1").has(200);

        listChannels();
        fake.get("/v1/policies/policy-1").has(404);
    }

    @Test
    void aPolicyOfAnotherCallerDoesNotConcernTheDefaultOne() {
        ChimeCaller backend = fake.chime().caller("role/backend");

        fake.post("/v1/policies", "{'caller': '" + backend.accessKeyId() + "', 'policy': " + ALLOW_READS + "}")
                .has(201);

        listChannels();
        assertThat(fake.get("/v1/policies?caller=" + fake.chime().caller().accessKeyId())
                        .text("policies"))
                .isEqualTo("[]");
    }

    @Test
    void whatIsProbablyAMistakeIsAWarning() {
        Answer attached = fake.post(
                        "/v1/policies", "{'policy': " + ALLOW_READS.replace("Describe*", "SendMessage") + "}")
                .has(201);

        assertThat(attached.text("warnings")).contains("$.Statement[0].Action", "SendChannelMessage");
    }

    @Test
    void placeholdersAreReplaced() {
        String policy = ALLOW_READS.replace("'*'", "'${App}/*'");

        assertThat(fake.post("/v1/policies", "{'policy': " + policy + "}")
                        .has(400)
                        .body())
                .contains("${App}");
        fake.post(
                        "/v1/policies",
                        "{'policy': " + policy + ", 'replacing': {'${App}': '"
                                + fake.chime().appInstance().arn() + "'}}")
                .has(201);
    }

    @Test
    void aPolicyThatIsNotValidIsNamedWithItsPathAndIsNotAttached() {
        fake.post("/v1/policies", "{'policy': " + ALLOW_READS.replace("Allow", "Alow") + "}")
                .names("$.policy.Statement.Effect");
        fake.post("/v1/policies", "{'policy': " + ALLOW_READS + ", 'level': 'root'}")
                .names("$.level");
        fake.post("/v1/policies", "{'policy': " + ALLOW_READS + ", 'caller': 'AKIA'}")
                .names("$.caller");

        assertThat(fake.get("/v1/policies").text("policies")).isEqualTo("[]");
    }

    @Test
    void inAuditModeDeniedCallsAreOnlyReported() {
        fake.post("/v1/policies", "{'policy': " + ALLOW_READS + "}").has(201);

        fake.write("PATCH", "/v1/policy-settings", "{'policyMode': 'AUDIT'}").has(204);

        listChannels();
        assertThat(fake.get("/v1/journal").body()).contains("auditModeDenial", "AccessDeniedException");
        fake.delete("/v1/permissions").has(204);
        assertThat(fake.get("/v1/policies").text("policies")).isEqualTo("[]");
    }

    @Test
    void aSimulationDecidesWithoutTheFake() {
        Answer result = fake.post(
                        "/v1/policy-simulation",
                        "{'action': 'chime:ListChannels', 'identityPolicies': [" + ALLOW_READS + "]}")
                .has(200);

        assertThat(result.body()).contains("ImplicitlyDenied");
        fake.post("/v1/policy-simulation", "{'actoin': 'chime:ListChannels'}").has(400);
    }

    @Test
    void usedPermissionsBecomeAPolicyAndUnusedOnesAreListed() {
        fake.post(
                        "/v1/policies",
                        "{'name': 'wide', 'policy': {'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action':"
                                + " ['chime:ListChannels', 'chime:DeleteChannel'], 'Resource': '*'}}}")
                .has(201);
        assertThat(fake.post("/v1/least-privilege/recordings", "{}").has(201).text("id"))
                .isEqualTo("recording-1");

        listChannels();
        String snapshot = fake.post("/v1/snapshots", "{}").has(201).text("id");
        fake.post("/v1/reset", "{}").has(204);

        assertThat(fake.get("/v1/least-privilege").body()).contains("chime:ListChannels", "chime:DeleteChannel");
        Answer recorded =
                fake.delete("/v1/least-privilege/recordings/recording-1").has(200);
        assertThat(recorded.text("usedPermissions", "policy"))
                .contains("chime:ListChannels")
                .doesNotContain("Delete");
        assertThat(recorded.text("usedPermissions", "unused")).contains("chime:DeleteChannel");
        fake.post("/v1/snapshots/" + snapshot + "/restore", "{}").has(204);
        fake.get("/v1/least-privilege/recordings/recording-1").has(404);
        assertThat(fake.get("/v1/least-privilege?principal=arn:aws:iam::1:role/x")
                        .body())
                .doesNotContain("chime:ListChannels");
    }
}
