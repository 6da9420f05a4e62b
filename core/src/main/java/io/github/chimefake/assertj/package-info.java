/**
 * AssertJ assertions about what a fake received, how it responded, and what it has stored. Requires AssertJ, which is optional, on the
 * class path.
 */
@NullMarked
package io.github.chimefake.assertj;

import org.jspecify.annotations.NullMarked;
