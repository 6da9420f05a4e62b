package io.github.chimefake.internal.journal;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArnNamesTest {
    private static final String INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/a-b";
    private static final ArnNames NAMES = ArnNames.of(List.of(), List.of());

    @ParameterizedTest
    @CsvSource({
        "/user/alice, user/alice",
        "/bot/helper, bot/helper",
        "/channel/general, channel/general",
        "/user/a.b@example.com, user/a.b@example.com",
        "'', app-instance/a-b"
    })
    void anArnOfChimeIsWrittenAsTheNameInItsAppInstance(String rest, String name) {
        assertThat(NAMES.in("of " + INSTANCE + rest + ", which")).isEqualTo("of " + name + ", which");
        assertThat(NAMES.in("ends with " + INSTANCE + rest + ".")).isEqualTo("ends with " + name + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "iam, user/alice, IAM user alice",
        "iam, user/team/alice, IAM user alice",
        "iam, role/service/chat, IAM role chat",
        "sts, assumed-role/chat/s1, role chat (session s1)",
        "sts, federated-user/alice, federated user alice",
        "iam, root, the root user of 111122223333"
    })
    void aPrincipalIsWrittenSoThatItDoesNotLookLikeAChatUser(String service, String resource, String name) {
        assertThat(NAMES.in("by arn:aws:" + service + "::111122223333:" + resource + "."))
                .isEqualTo("by " + name + ".");
    }

    @Test
    void anUnknownPrincipalIsLeftAlone() {
        assertThat(ArnNames.principal("arn:aws:sts::111122223333:assumed-role"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role");
        assertThat(ArnNames.principal("arn:aws:iam::111122223333:group/chat"))
                .isEqualTo("arn:aws:iam::111122223333:group/chat");
        assertThat(ArnNames.principal("backend")).isEqualTo("backend");
    }

    @Test
    void patternsOfPoliciesAreLeftAlone() {
        String pattern = "arn:aws:chime:*:*:app-instance/*/user/*";

        assertThat(NAMES.in(pattern)).isEqualTo(pattern);
    }

    @Test
    void namesBeginWithTheAppInstanceWhereSeveralOccur() {
        Call here = CallFixture.of(SEND_CHANNEL_MESSAGE).bind();
        Call there = CallFixture.of(SEND_CHANNEL_MESSAGE)
                .by(ChimeUser.of(INSTANCE + "/user/alice"))
                .bind();
        ArnNames names = ArnNames.of(List.of(entry(here), entry(there)), List.of());

        assertThat(names.in(INSTANCE + "/user/alice")).isEqualTo("app-instance/a-b/user/alice");
        assertThat(names.id(INSTANCE + "/user/alice")).isEqualTo("app-instance/a-b/user/alice");
    }

    private static JournalEntry entry(Call call) {
        return JournalEntry.of(
                call.http(), Optional.of(call), AttemptFixture.succeeded().build(), true);
    }
}
