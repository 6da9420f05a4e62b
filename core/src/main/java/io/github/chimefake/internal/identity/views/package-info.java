/** Conversion of the directory to the SDK's classes for responses. */
@NullMarked
package io.github.chimefake.internal.identity.views;

import org.jspecify.annotations.NullMarked;
