/**
 * The directory: app instances, users, bots, and the tags of everything, as one immutable value. It holds no class of
 * the SDK, as the module of identity may be missing at run time.
 */
@NullMarked
package io.github.chimefake.internal.directory;

import org.jspecify.annotations.NullMarked;
