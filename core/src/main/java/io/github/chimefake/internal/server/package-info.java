/** A fake as a whole: what it is started with, what it holds, and the pool of servers. */
@NullMarked
package io.github.chimefake.internal.server;

import org.jspecify.annotations.NullMarked;
