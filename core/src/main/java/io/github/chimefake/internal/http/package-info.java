/** Parts of HTTP: percent-encoding, query strings and header names. */
@NullMarked
package io.github.chimefake.internal.http;

import org.jspecify.annotations.NullMarked;
