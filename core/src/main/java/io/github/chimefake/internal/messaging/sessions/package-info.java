/** The operation that says where messaging sessions connect to. */
@NullMarked
package io.github.chimefake.internal.messaging.sessions;

import org.jspecify.annotations.NullMarked;
