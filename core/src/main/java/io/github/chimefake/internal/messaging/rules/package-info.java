/** Who may do what: the bearer, its roles in a channel, the role matrix, and what a request may name. */
@NullMarked
package io.github.chimefake.internal.messaging.rules;

import org.jspecify.annotations.NullMarked;
