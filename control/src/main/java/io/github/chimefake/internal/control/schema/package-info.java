/** What JSON a request or response may contain: checked when it is received, and written into the OpenAPI document. */
@NullMarked
package io.github.chimefake.internal.control.schema;

import org.jspecify.annotations.NullMarked;
