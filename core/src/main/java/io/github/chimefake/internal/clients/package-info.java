/** The AWS clients that the fake provides, and their HTTP clients. */
@NullMarked
package io.github.chimefake.internal.clients;

import org.jspecify.annotations.NullMarked;
