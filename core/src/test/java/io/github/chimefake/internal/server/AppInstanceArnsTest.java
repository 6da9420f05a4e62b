package io.github.chimefake.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppInstanceArnsTest {
    @Test
    void aMadeUpArnIsTheSameForTheSameSeed() {
        Arn arn = AppInstanceArns.generated("us-east-1", "111122223333", 7);

        assertThat(AppInstanceArns.generated("us-east-1", "111122223333", 7)).isEqualTo(arn);
        assertThat(AppInstanceArns.generated("us-east-1", "111122223333", 8)).isNotEqualTo(arn);
    }

    @Test
    void aMadeUpArnIsOneThatCanBeRead() {
        Arn arn = AppInstanceArns.generated("us-east-1", "111122223333", 7);

        assertThat(AppInstanceArns.parse(arn.toString())).isEqualTo(arn);
    }

    @Test
    void anArnOfAnotherPartitionIsRead() {
        String arn = "arn:aws-us-gov:chime:us-gov-west-1:111122223333:app-instance/chat";

        assertThat(AppInstanceArns.parse(arn)).hasToString(arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:us-east-1:111122223333:app-instance/chat",
                "arn:aws:chime:us-east-1:111122223333:app-instances/chat",
                "arn:aws:chime:us-east-1:111122223333:app-instance",
                "arn:aws:chime:us-east-1:111122223333:app-instance/",
                "arn:aws:chime:us-east-1:111122223333:app-instance/chat/",
                "arn:aws:chime:us-east-1:111122223333:app-instance/chat/user/alice"
            })
    void anArnOfSomethingElseIsRefused(String arn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppInstanceArns.parse(arn))
                .withMessage("\"" + arn + "\" is not the ARN of an app instance. Expected"
                        + " arn:aws:chime:REGION:ACCOUNT:app-instance/ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:chime:us-gov-west-1:111122223333:app-instance/chat",
                "arn:aws:chime:cn-north-1:111122223333:app-instance/chat",
                "arn:aws-cn:chime:us-east-1:111122223333:app-instance/chat",
                "arn:aws-us-gov:chime:cn-north-1:111122223333:app-instance/chat"
            })
    void anArnWhoseRegionIsInAnotherPartitionIsRefused(String arn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppInstanceArns.parse(arn))
                .withMessageStartingWith("\"" + arn + "\" has the partition "
                        + ArnParts.parse(arn).partition())
                .withMessageContaining("the region " + ArnParts.parse(arn).region() + " is one of ")
                .withMessageContaining("Begin the ARN with arn:");
    }
}
