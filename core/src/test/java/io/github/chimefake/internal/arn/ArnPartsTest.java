package io.github.chimefake.internal.arn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArnPartsTest {
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";

    @Test
    void isTakenApart() {
        assertThat(ArnParts.parse(APP_INSTANCE + "/user/alice"))
                .isEqualTo(new ArnParts("aws", "chime", "us-east-1", "111122223333", "app-instance/chat/user/alice"));
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
        assertThat(ArnParts.parse(text)).hasToString(text);
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
        assertThat(ArnParts.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArnParts.parse(text))
                .withMessage("Not an ARN: \"" + text + "\". Expected arn:partition:service:region:account:resource, for"
                        + " example arn:aws:chime:us-east-1:111122223333:app-instance/chat");
    }
}
