/** The state in the SDK's own classes, as responses have it. */
@NullMarked
package io.github.chimefake.internal.messaging.views;

import org.jspecify.annotations.NullMarked;
