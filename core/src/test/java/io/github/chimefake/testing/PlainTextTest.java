package io.github.chimefake.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

class PlainTextTest {
    static List<Object> internals() {
        return List.of(
                Optional.empty(),
                Optional.of("alice"),
                new Example("alice", 1),
                new Object(),
                new byte[1],
                Tag.builder().key("key").build(),
                (Runnable) () -> {},
                "of " + null);
    }

    record Example(String name, int number) {}

    @ParameterizedTest
    @MethodSource("internals")
    void findsWhatJavaMakesOfAnObject(Object internal) {
        assertThat(PlainText.internalIn("The list is " + internal + ".")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 validation error detected: Value null at 'content' failed to satisfy constraint: Member must not be null",
                "content was missing. Member must\n        not be null.",
                "The header x-amz-chime-bearer names arn:aws:chime:us-east-1:111122223333:app-instance/a/user/a@example.com.",
                "Conditions hold: StringEquals aws:username = [alice].",
                "ListChannels of channel/general with Privacy PRIVATE (not NULL, nullable or Optional)"
            })
    void leavesPlainTextsAlone(String text) {
        assertThat(PlainText.internalIn(text)).isEmpty();
    }

    @Test
    void namesWhatItFound() {
        assertThat(PlainText.internalIn("of " + new Example("alice", 1))).contains("Example[name=");
    }
}
