package io.github.chimefake.junit.jupiter;

import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The ports that fields declare: of the fakes of one field that exist at the same time, only the first has the port. */
final class DeclaredPorts {
    private final Set<AnnotatedElement> taken = ConcurrentHashMap.newKeySet();

    /** Returns the ports of the run. */
    static DeclaredPorts in(ExtensionContext context) {
        return Fakes.store(context.getRoot())
                .getOrComputeIfAbsent(DeclaredPorts.class, key -> new DeclaredPorts(), DeclaredPorts.class);
    }

    /** Returns the port of another fake of this declaration; 0, for a free one, if a fake has the declared one. */
    int take(FakeDeclaration declaration) {
        int port = declaration.settings().port();
        return port != 0 && taken.add(declaration.element()) ? port : 0;
    }

    /** Makes the port available for another fake of this declaration. */
    void giveBack(FakeDeclaration declaration) {
        taken.remove(declaration.element());
    }
}
