/**
 * The directory: app instances, users, bots and all tags as one immutable value. It uses no classes of the SDK, because
 * the identity module may be missing at run time.
 */
@NullMarked
package io.github.chimefake.internal.directory;

import org.jspecify.annotations.NullMarked;
