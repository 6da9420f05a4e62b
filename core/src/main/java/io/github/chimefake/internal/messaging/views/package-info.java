/** Conversion of the state to the SDK's classes for responses. */
@NullMarked
package io.github.chimefake.internal.messaging.views;

import org.jspecify.annotations.NullMarked;
