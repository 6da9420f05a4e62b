/**
 * Reads and checks the public API of a module in its compiled classes. {@code junit5-extension} compiles this package into its tests,
 * too.
 */
@NullMarked
package io.github.chimefake.publicapi;

import org.jspecify.annotations.NullMarked;
