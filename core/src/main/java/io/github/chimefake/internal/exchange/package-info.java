/** The HTTP request and response, the call that a request is bound to, and its result. */
@NullMarked
package io.github.chimefake.internal.exchange;

import org.jspecify.annotations.NullMarked;
