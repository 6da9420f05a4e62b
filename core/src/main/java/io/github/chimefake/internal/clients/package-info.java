/** Ready AWS clients, and the HTTP clients under them. */
@NullMarked
package io.github.chimefake.internal.clients;

import org.jspecify.annotations.NullMarked;
