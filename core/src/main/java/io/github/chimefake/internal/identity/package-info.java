/**
 * The identity service and the directory that both services share: app instances, their users, bots and admins, and all
 * tags. The directory is one immutable {@link io.github.chimefake.internal.directory.Directory}; each operation is a
 * small class that returns a response and, if it writes, a new directory. The SDK's classes of the identity service may
 * be missing at run time, so the directory does not use them.
 */
@NullMarked
package io.github.chimefake.internal.identity;

import org.jspecify.annotations.NullMarked;
