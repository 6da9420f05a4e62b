/** AssertJ assertions about what a fake received and how it responded. Requires AssertJ, which is optional, on the class path. */
@NullMarked
package io.github.chimefake.assertj;

import org.jspecify.annotations.NullMarked;
