/** Which parameters are the fake's, and advice where Jupiter cannot resolve one of these. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.parameters;

import org.jspecify.annotations.NullMarked;
