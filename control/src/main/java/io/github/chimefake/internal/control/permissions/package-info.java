/** Permission rules, policies and used permissions as data. */
@NullMarked
package io.github.chimefake.internal.control.permissions;

import org.jspecify.annotations.NullMarked;
