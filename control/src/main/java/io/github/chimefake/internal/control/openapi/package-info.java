/** The OpenAPI document of the control API, written from its routes. */
@NullMarked
package io.github.chimefake.internal.control.openapi;

import org.jspecify.annotations.NullMarked;
