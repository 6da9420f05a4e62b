/** The rules that annotations declare. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.rules;

import org.jspecify.annotations.NullMarked;
