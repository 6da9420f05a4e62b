/** Permission rules: which calls a test allows or denies. */
@NullMarked
package io.github.chimefake.internal.access.permissions;

import org.jspecify.annotations.NullMarked;
