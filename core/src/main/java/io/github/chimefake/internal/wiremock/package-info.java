/**
 * The only package that uses WireMock types: maps its requests to HTTP calls of the fake, and responses of the fake to
 * its response definitions.
 */
@NullMarked
package io.github.chimefake.internal.wiremock;

import org.jspecify.annotations.NullMarked;
