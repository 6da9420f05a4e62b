package io.github.chimefake.internal.control.calls;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

class RegistrationRoutesTest {
    private static final String FAULT =
            "{'on': ['ListChannels'], 'once': true, 'effect': {'type': 'error', 'error':" + " 'ForbiddenException'}}";

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

    private void listChannelsFails() {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::listChannels);
    }

    @Test
    void aFaultAppliesAndSaysHowOftenAndWhetherItLasts() {
        Answer added = fake.post("/v1/faults", FAULT).has(201);
        assertThat(added.header("Location")).contains("/v1/faults/fault-1");
        assertThat(added.text("timesApplied")).isEqualTo("0");
        assertThat(added.text("lasts")).isEqualTo("true");

        listChannelsFails();
        listChannels();

        Answer shown = fake.get("/v1/faults/fault-1").has(200);
        assertThat(shown.text("timesApplied")).isEqualTo("1");
        assertThat(shown.text("lasts")).isEqualTo("false");
        assertThat(shown.text("given", "once")).isEqualTo("true");
    }

    @Test
    void whatWasRemovedNoLongerAppliesAndIsNotFound() {
        fake.post("/v1/permissions", "{'on': ['ListChannels'], 'decision': 'DENY', 'error': 'ForbiddenException'}")
                .has(201);
        listChannelsFails();

        assertThat(fake.delete("/v1/permissions/rule-1").has(200).text("timesApplied"))
                .isEqualTo("1");

        listChannels();
        assertThat(fake.get("/v1/permissions/rule-1").has(404).body()).contains("GET /v1/permissions lists");
        fake.delete("/v1/permissions/rule-1").has(404);
    }

    @Test
    void theListHasWhatJavaHasRegisteredToo() {
        fake.chime().faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        fake.post("/v1/faults", FAULT).has(201);

        assertThat(fake.get("/v1/faults").body()).containsSubsequence("fault-", "always", "fault-", "once");

        fake.delete("/v1/faults").has(204);
        assertThat(fake.get("/v1/faults").text("faults")).isEqualTo("[]");
        listChannels();
    }

    @Test
    void aResetKeepsWhatBelongsToTheBaselineWithItsIdWhoeverResets() {
        fake.post("/v1/rates", "{'on': ['ListChannels'], 'perBearer': 100}").has(201);
        fake.write("PUT", "/v1/baseline", "{}").has(204);
        fake.post("/v1/rates", "{'perUser': 5}").has(201);

        fake.chime().reset();

        fake.get("/v1/rates/limit-1").has(200);
        fake.get("/v1/rates/limit-2").has(404);
        fake.post("/v1/reset", "{}").has(204);
        fake.get("/v1/rates/limit-1").has(200);
    }

    @Test
    void aSentenceThatIsNotValidChangesNothing() {
        fake.post("/v1/faults", "{'on': ['ListChanels'], 'calls': 0, 'effect': {'type': 'passes'}}")
                .names("$.on[0]")
                .names("$.calls");
        fake.post("/v1/consistency", "{'by': {'user': 'nobody'}, 'staleReads': 1}")
                .names("$.by.user");

        assertThat(fake.get("/v1/faults").text("faults")).isEqualTo("[]");
        assertThat(fake.get("/v1/consistency").text("consistency")).isEqualTo("[]");
    }

    @Test
    void setupThatWasNotUsedIsReportedByItsRequest() {
        fake.post("/v1/faults", FAULT).has(201);

        assertThat(fake.get("/v1/unused-setup").has(200).body())
                .contains("POST /v1/faults {", "NEVER_APPLIED", "no ListChannels was received");

        listChannelsFails();
        assertThat(fake.get("/v1/unused-setup").text("unused")).isEqualTo("[]");
    }
}
