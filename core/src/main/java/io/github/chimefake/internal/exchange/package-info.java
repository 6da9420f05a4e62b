/** A call on its way through the fake: the HTTP request, the call that it is bound to, and how it is answered. */
@NullMarked
package io.github.chimefake.internal.exchange;

import org.jspecify.annotations.NullMarked;
