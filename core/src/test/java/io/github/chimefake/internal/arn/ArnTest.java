package io.github.chimefake.internal.arn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";

    @Test
    void isTakenApart() {
        assertThat(Arn.parse(APP_INSTANCE + "/user/alice"))
                .isEqualTo(new Arn("aws", "chime", "us-east-1", "111122223333", "app-instance/chat/user/alice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                APP_INSTANCE,
                APP_INSTANCE + "/channel/general",
                "arn:aws:iam::111122223333:role/path/to/role",
                "arn:aws:s3:::bucket",
                "arn:aws:sns:us-east-1:111122223333:topic:with:colons"
            })
    void isPutTogetherAgainAsItWas(String text) {
        assertThat(Arn.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "arn:aws:chime",
                "arn:aws:chime:us-east-1:111122223333",
                "arn:aws:chime:us-east-1:111122223333:",
                "arn::chime:us-east-1:111122223333:app-instance/chat",
                "urn:aws:chime:us-east-1:111122223333:app-instance/chat"
            })
    void whatIsNoArnIsRefused(String text) {
        assertThat(Arn.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arn.parse(text))
                .withMessage("Not an ARN: \"" + text + "\". Expected arn:partition:service:region:account:resource, for"
                        + " example arn:aws:chime:us-east-1:111122223333:app-instance/chat");
    }

    @ParameterizedTest
    @CsvSource({
        "app-instance/chat,                    app-instance, chat",
        "app-instance/chat/user/alice,         user,         alice",
        "app-instance/chat/bot/echo,           bot,          echo",
        "app-instance/chat/channel/general,    channel,      general",
        "app-instance/chat/channel-flow/lint,  channel-flow, lint",
        "app-instance/chat/user,               user,         ''",
        "app-instance,                         app-instance, ''",
        "role/path/to/role,                    role,         path/to/role",
        "bucket,                               bucket,       ''"
    })
    void typeAndIdAreThoseOfTheLastPart(String resource, String type, String id) {
        Arn arn = new Arn("aws", "chime", "us-east-1", "111122223333", resource);

        assertThat(arn.type()).isEqualTo(type);
        assertThat(arn.id()).isEqualTo(id);
    }

    @Test
    void belongsToAnAppInstance() {
        Arn appInstance = Arn.parse(APP_INSTANCE);

        assertThat(appInstance.child("channel", "general").appInstance()).contains(appInstance);
        assertThat(appInstance.appInstance()).contains(appInstance);
        assertThat(Arn.parse("arn:aws:iam::111122223333:user/alice").appInstance())
                .isEmpty();
    }

    @Test
    void aChildLiesBelow() {
        assertThat(Arn.parse(APP_INSTANCE).child("user", "alice")).hasToString(APP_INSTANCE + "/user/alice");
    }
}
