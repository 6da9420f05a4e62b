package io.github.chimefake.internal.control.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Registration;
import io.github.chimefake.sessions.ConnectFaultSelection;
import io.github.chimefake.sessions.EventFaultSelection;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SocketEffectsTest {
    @Test
    void everyEffectOfJavaIsThereUnderItsName() {
        assertThat(ConnectFaultSentence.EFFECTS.forms().keySet()).isEqualTo(effects(ConnectFaultSelection.class));
        assertThat(EventFaultSentence.EFFECTS.forms().keySet()).isEqualTo(effects(EventFaultSelection.class));
    }

    private static Set<String> effects(Class<?> selection) {
        return Stream.of(selection.getMethods())
                .filter(method -> Registration.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName)
                .collect(toSet());
    }
}
