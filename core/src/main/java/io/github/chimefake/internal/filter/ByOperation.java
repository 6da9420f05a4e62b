package io.github.chimefake.internal.filter;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.filter.Registrations.Registered;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registrations by the operation that they concern, so that those for other operations cost a call nothing. Each list is
 * made for the first call of its operation.
 *
 * @param <D> the type of the definitions
 */
final class ByOperation<D extends Registrations.Definition> {
    private final List<Registered<D>> all;
    private final Map<Operation, List<Registered<D>>> lists = new ConcurrentHashMap<>();

    /** Creates an index of an immutable list. */
    ByOperation(List<Registered<D>> all) {
        this.all = all;
    }

    /** Returns the registrations that concern the operation, in the order of registration. */
    List<Registered<D>> get(Operation operation) {
        return all.isEmpty() ? all : lists.computeIfAbsent(operation, this::select);
    }

    private List<Registered<D>> select(Operation operation) {
        return all.stream()
                .filter(each -> each.definition().concerns(operation))
                .toList();
    }
}
