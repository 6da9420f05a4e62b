/** The failures that each operation can meet in production, as values that a test injects. */
@NullMarked
package io.github.chimefake.failures;

import org.jspecify.annotations.NullMarked;
