/** The operations on app instances, their administrators and their retention settings. */
@NullMarked
package io.github.chimefake.internal.identity.appinstances;

import org.jspecify.annotations.NullMarked;
