/**
 * The identity service, and the one directory that both services stand on: app instances, their users, bots and admins,
 * and the tags of everything. All of it is one immutable {@link io.github.chimefake.internal.directory.Directory}; each operation
 * is one small class that makes an answer, and maybe a new directory, from a directory and a call. The SDK's classes of
 * the identity service may be missing at run time, so the directory itself holds none of them.
 */
@NullMarked
package io.github.chimefake.internal.identity;

import org.jspecify.annotations.NullMarked;
