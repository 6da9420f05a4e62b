package io.github.chimefake.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotRoutesTest {
    private static final String PROCESSOR =
            "{'lambda': 'arn:aws:lambda:us-east-1:111122223333:function:filter', 'verdict': {'kind': 'deny'}}";

    private final Served fake = Served.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aSnapshotBringsBackStateAndIds() {
        String processor = fake.post("/v1/flows", PROCESSOR).has(201).text("id");
        String snapshot = fake.post("/v1/snapshots", "").has(201).text("id");
        fake.post("/v1/users", "{'id': 'carol'}").has(201);
        fake.delete("/v1/flows/" + processor).has(204);

        fake.post("/v1/snapshots/" + snapshot + "/restore", "").has(204);

        fake.get("/v1/users/carol").has(404);
        fake.get("/v1/flows/" + processor).has(200);
        assertThat(fake.get("/v1/snapshots").body()).contains(snapshot);
        fake.delete("/v1/snapshots/" + snapshot).has(204);
        fake.post("/v1/snapshots/" + snapshot + "/restore", "").has(404);
    }

    @Test
    void aResetReturnsToTheBaselineWithItsObjects() {
        String kept = fake.post("/v1/flows", PROCESSOR).has(201).text("id");
        fake.post("/v1/users", "{'id': 'carol'}").has(201);
        fake.write("PUT", "/v1/baseline", "").has(204);
        String later = fake.post("/v1/flows", PROCESSOR.replace("filter", "other"))
                .has(201)
                .text("id");
        fake.delete("/v1/users/carol").has(204);

        fake.post("/v1/reset", "{}").has(204);

        fake.get("/v1/users/carol").has(200);
        fake.get("/v1/flows/" + kept).has(200);
        fake.get("/v1/flows/" + later).has(404);
        assertThat(later).isNotEqualTo(kept);
    }

    @Test
    void theDifferenceOfTwoStatesNamesWhatChanged() {
        String snapshot = fake.post("/v1/snapshots", "").has(201).text("id");
        String document = fake.get("/v1/state").has(200).body();
        fake.post("/v1/channels", "{'name': 'general', 'members': ['bob']}").has(201);

        Answer bySnapshot = fake.post("/v1/state/difference", "{'before': {'snapshot': '" + snapshot + "'}}")
                .has(200);
        Answer byDocument = fake.post("/v1/state/difference", "{'before': {'state': " + document + "}}")
                .has(200);

        assertThat(bySnapshot.text("text")).isEqualTo("channel general: added");
        assertThat(byDocument.json()).isEqualTo(bySnapshot.json());
        assertThat(fake.post(
                                "/v1/state/difference",
                                "{'before': {'snapshot': '" + snapshot + "'}, 'after': {'state': " + document + "}}")
                        .text("equal"))
                .isEqualTo("true");
        fake.post("/v1/state/difference", "{'before': {'snapshot': 'none'}}").names("$.before.snapshot");
        fake.post("/v1/state/difference", "{'before': {}}").names("$.before");
        fake.post("/v1/state/difference", "{'before': {'state': {'format': 2}}}")
                .names("$.before.state.format");
    }

    @Test
    void theStateIsThatOfJava() {
        assertThat(fake.get("/v1/state").body()).isEqualTo(fake.chime().state().toJson());
    }
}
