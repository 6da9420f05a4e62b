/**
 * The wire protocol, REST with JSON bodies: finds the operation of a request, decodes the request, checks the
 * constraints of the service model, and encodes the response.
 */
@NullMarked
package io.github.chimefake.internal.protocol;

import org.jspecify.annotations.NullMarked;
