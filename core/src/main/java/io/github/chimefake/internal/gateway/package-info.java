/** The processing steps (gates) of a request in order, and what surrounds them: binding, encoding and the journal. */
@NullMarked
package io.github.chimefake.internal.gateway;

import org.jspecify.annotations.NullMarked;
