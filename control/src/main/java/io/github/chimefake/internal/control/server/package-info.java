/** HTTP: who may call the control API, which route serves a request, and how it is read and written. */
@NullMarked
package io.github.chimefake.internal.control.server;

import org.jspecify.annotations.NullMarked;
