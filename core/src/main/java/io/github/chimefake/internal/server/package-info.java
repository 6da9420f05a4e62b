/** The fake: its settings, its contents, and the pool of servers. */
@NullMarked
package io.github.chimefake.internal.server;

import org.jspecify.annotations.NullMarked;
