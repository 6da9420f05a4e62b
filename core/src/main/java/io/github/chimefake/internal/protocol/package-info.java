/**
 * The wire protocol, REST with JSON bodies: which operation a request means, what it says, whether it keeps the service
 * model's constraints, and how an answer is written.
 */
@NullMarked
package io.github.chimefake.internal.protocol;

import org.jspecify.annotations.NullMarked;
