package io.github.chimefake.internal.sweep.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.state.ChimeState;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What of a state is compared. */
class CanonicalStateTest {
    private static CanonicalState of(String json) {
        return CanonicalState.of((ChimeState) Proxy.newProxyInstance(
                ChimeState.class.getClassLoader(),
                new Class<?>[] {ChimeState.class},
                (proxy, method, args) -> json.replace('\'', '"')));
    }

    private static CanonicalState channel(String rest) {
        return of("{'channels':[{'name':'general'," + rest + "}]}");
    }

    @Test
    void listsWithinObjectsOfAThingAreCompared() {
        CanonicalState one = channel("'flow':{'kind':'a','processors':[{'name':'p'},{'name':'q'}]}");

        assertThat(one).isNotEqualTo(channel("'flow':{'kind':'a','processors':[{'name':'p'}]}"));
        assertThat(one).isNotEqualTo(channel("'flow':{'kind':'a','processors':[{'name':'p'},{'name':'r'}]}"));
        assertThat(one).isEqualTo(channel("'flow':{'processors':[{'name':'q'},{'name':'p'}],'kind':'a'}"));
    }

    @Test
    void listsInListsAreCompared() {
        assertThat(channel("'rows':[['a','b'],['c']]")).isNotEqualTo(channel("'rows':[['a','b'],['d']]"));
        assertThat(channel("'rows':[{'cells':[{'name':'x','tags':['t']}]}]"))
                .isNotEqualTo(channel("'rows':[{'cells':[{'name':'x','tags':['u']}]}]"));
    }
}
