package io.github.chimefake.internal.exchange;

import java.util.function.UnaryOperator;

/**
 * A change of the encoded response by a fault.
 *
 * @param description for the journal, for example {@code body truncated}
 * @param change returns the changed response
 */
public record ResponseChange(String description, UnaryOperator<HttpResponse> change) {}
