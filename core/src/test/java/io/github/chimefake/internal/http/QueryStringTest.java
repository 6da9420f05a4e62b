package io.github.chimefake.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.internal.http.QueryString.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryStringTest {
    @Test
    void readsParametersInTheOrderReceived() throws BrokenEscapeException {
        QueryString query = QueryString.parse("b=1+2&&a&%61=x=y&a=");

        assertThat(query.parameters())
                .containsExactly(
                        new Parameter("b", "1 2"),
                        new Parameter("a", ""),
                        new Parameter("a", "x=y"),
                        new Parameter("a", ""));
        assertThat(query.values("a")).containsExactly("", "x=y", "");
        assertThat(query.value("b")).contains("1 2");
        assertThat(query.value("A")).isEmpty();
    }

    @Test
    void sortsByNameAndThenByValueAsSentOrEncodedAnew() throws BrokenEscapeException {
        QueryString query = QueryString.parse("c=%7E!&a-b=2&a=+&a=%2B&b");

        assertThat(query.canonical()).isEqualTo("a=%20&a=%2B&a-b=2&b=&c=~%21");
        assertThat(query.sortedAsSent()).isEqualTo("a=%2B&a=+&a-b=2&b=&c=%7E!");
        assertThat(query.without("a").canonical()).isEqualTo("a-b=2&b=&c=~%21");
    }

    @Test
    void knowsTheEncodingOfJavaScript() throws BrokenEscapeException {
        assertThat(QueryString.parse("a=%3A%20~!'()*&b=%21%2A").isEncodedAsByJavaScript())
                .isTrue();
        for (String other : List.of("a=:", "a=%3a", "a=+", "a=%61", "a%2f=1")) {
            assertThat(QueryString.parse(other).isEncodedAsByJavaScript())
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void anEmptyQueryHasNoParameters() throws BrokenEscapeException {
        assertThat(QueryString.parse("")).isEqualTo(QueryString.EMPTY);
        assertThat(QueryString.EMPTY.canonical()).isEmpty();
        assertThat(QueryString.EMPTY.sortedAsSent()).isEmpty();
        assertThat(QueryString.EMPTY.parameters()).isEmpty();
    }

    @Test
    void refusesABrokenEscapeInANameOrAValue() {
        assertThatExceptionOfType(BrokenEscapeException.class).isThrownBy(() -> QueryString.parse("%z=1"));
        assertThatExceptionOfType(BrokenEscapeException.class).isThrownBy(() -> QueryString.parse("a=%C3"));
    }
}
