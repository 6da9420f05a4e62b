package io.github.chimefake.internal.sweep.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

/** What of a value is compared. */
class CanonicalValueTest {
    @SuppressWarnings("ArrayRecordComponent") // Values of the code under test have such components.
    private record Room(String name, String[] members, Optional<Room> parent) {}

    private static final class WithoutText {}

    private static String text(Object value) {
        return CanonicalValue.of(value).text();
    }

    @Test
    void whatAValueContainsIsCompared() {
        assertThat(text(new int[] {1, 2})).isEqualTo("[1, 2]").isNotEqualTo(text(new int[] {1, 3}));
        assertThat(text(new Room(
                        "a", new String[] {"x"}, Optional.of(new Room("b", new String[] {}, Optional.empty())))))
                .isEqualTo(
                        "Room(name=a, members=[x], parent=Optional[Room(name=b, members=[], parent=Optional.empty)])");
        assertThat(text(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo("[a, b]");
        assertThat(text(Map.of("k", new byte[] {7}))).isEqualTo("{k=[7]}");
        assertThat(text(Arrays.asList("a", null))).isEqualTo("[a, null]");
    }

    @Test
    void whatDiffersInEachRunIsNotCompared() {
        assertThat(text(List.of(UUID.randomUUID().toString(), Instant.now()))).isEqualTo("[<id>, <instant>]");
        assertThat(text(Channel.builder()
                        .name("n")
                        .createdTimestamp(Instant.now())
                        .build()))
                .isEqualTo("Channel(CreatedTimestamp=<instant>, Name=n)");
    }

    @Test
    void anObjectWithoutATextIsComparedByItsType() {
        CanonicalValue value = CanonicalValue.of(List.of(new WithoutText(), "a"));

        assertThat(value.text()).isEqualTo("[WithoutText, a]");
        assertThat(value.opaque()).containsExactly("WithoutText");
    }

    @Test
    void whatContainsItselfOrCannotBeReadEnds() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Object failing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        };

        assertThat(text(list)).isEqualTo("[…]");
        assertThat(text(failing)).isEmpty();
    }

    @Test
    void theDigestOfARequestIsThatOfItsContent() {
        SendChannelMessageRequest request = SendChannelMessageRequest.builder()
                .content("a")
                .clientRequestToken("1")
                .build();

        assertThat(digest(request))
                .isEqualTo(digest(request.toBuilder().clientRequestToken("2").build()));
        assertThat(digest(request))
                .isNotEqualTo(digest(request.toBuilder().content("b").build()));
        assertThat(text(Tag.builder().key("k").value("v").build())).isEqualTo("Tag(Key=k, Value=v)");
    }

    private static String digest(SendChannelMessageRequest request) {
        return RequestContent.of(request).digest();
    }
}
