/** The directory in the SDK's own classes, as responses have it. */
@NullMarked
package io.github.chimefake.internal.identity.views;

import org.jspecify.annotations.NullMarked;
