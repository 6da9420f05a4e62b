package io.github.chimefake.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    /** Each row: the received name, and the one with the fewest edits. */
    @ParameterizedTest
    @CsvSource({"SendMessage, SendMessages", "listchannels, ListChannels", "abcdef, abcxxf", "r, q"})
    void isTheOneWithTheFewestEdits(String received, String nearest) {
        assertThat(NearestName.of(received, List.of("SendMessages", "ListChannels", "abcxxf", "q")))
                .isEqualTo(nearest);
    }

    /** Each row: the received name, and the one that it leaves words or letters of out. */
    @ParameterizedTest
    @CsvSource({
        "SendMesage, SendChannelMessage",
        "sendmessage, SendChannelMessage",
        "GetDomains, GetDomain",
        "Get, GetDomain"
    })
    void leavesWordsOut(String received, String nearest) {
        assertThat(NearestName.of(received, List.of("GetDomain", "SendChannelMessage")))
                .isEqualTo(nearest);
    }

    /** Each row: the received name, and the similar one, if there is one. */
    @ParameterizedTest
    @CsvSource({"SendMesage, SendChannelMessage", "GetDomian, GetDomain", "Frobnicate,", "S,"})
    void isEmptyIfMoreThanHalfDiffers(String received, String similar) {
        assertThat(NearestName.similarTo(received, List.of("GetDomain", "SendChannelMessage")))
                .isEqualTo(Optional.ofNullable(similar));
    }

    @Test
    void isANearerNameRatherThanALongerOne() {
        assertThat(NearestName.similarTo("bob", List.of("bobbie", "rob"))).contains("rob");
    }

    @Test
    void isTheSameName() {
        assertThat(NearestName.of("a", List.of("ab", "a"))).isEqualTo("a");
    }

    @Test
    void isTheFirstInOrderOfSeveral() {
        assertThat(NearestName.of("x", List.of("c", "b"))).isEqualTo("b");
    }
}
