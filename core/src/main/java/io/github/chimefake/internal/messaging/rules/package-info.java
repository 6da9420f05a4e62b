/** Checks of requests: the bearer, its roles in a channel, the role matrix, and the resources in a request. */
@NullMarked
package io.github.chimefake.internal.messaging.rules;

import org.jspecify.annotations.NullMarked;
