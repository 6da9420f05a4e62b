package io.github.chimefake.internal.control.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.internal.control.Served;
import io.github.chimefake.session.SessionClosedException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectRuleRoutesTest {
    private final Served fake = Served.start();

    @AfterEach
    void close() {
        fake.close();
    }

    private void connect(String user) {
        fake.chime().sessions().connect(fake.chime().user(user), settings -> settings.noReconnection());
    }

    @Test
    void aRuleDeniesConnectsAndSaysHowOften() {
        fake.post("/v1/connect-permissions", "{'by': {'user': 'alice'}, 'once': true, 'decision': 'DENY'}")
                .has(201);
        connect("bob");
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> connect("alice"))
                .withMessageContaining("4401");
        connect("alice");

        assertThat(fake.get("/v1/connect-permissions/connect-rule-1").has(200).text("timesApplied"))
                .isEqualTo("1");
        assertThat(fake.get("/v1/sessions/history?denied=true").body()).contains("\"deniedBy\": ");
        fake.delete("/v1/connect-permissions").has(204);
        assertThat(fake.get("/v1/connect-permissions").text("permissions")).isEqualTo("[]");
    }

    @Test
    void aRuleDeniesAConnectAndAllLaterOnes() {
        fake.post("/v1/connect-permissions", "{'fromConnect': 2, 'decision': 'DENY'}")
                .has(201);
        connect("alice");

        for (String later : List.of("alice", "bob")) {
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(() -> connect(later))
                    .withMessageContaining("4401");
        }
        assertThat(fake.get("/v1/connect-permissions").body()).contains("onConnect().fromConnect(2): deny");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'by': {}, 'decision': 'DENY'} | $.by",
                "{'by': {'user': 'nobody'}, 'decision': 'DENY'} | $.by.user",
                "{'decision': 'NO'} | $.decision",
                "{'fromConnect': 0, 'decision': 'DENY'} | $.fromConnect",
                "{'once': true, 'fromConnect': 2, 'decision': 'DENY'} | $.fromConnect"
            })
    void whatIsNotValidIsNamed(String body, String field) {
        fake.post("/v1/connect-permissions", body).names(field);
    }
}
