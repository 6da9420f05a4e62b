/** A program that runs the fake for clients in any language. */
@NullMarked
package io.github.chimefake.examples;

import org.jspecify.annotations.NullMarked;
