/** AssertJ assertions about what a fake has seen. Needs AssertJ, which is optional, on the class path. */
@NullMarked
package io.github.chimefake.assertj;

import org.jspecify.annotations.NullMarked;
