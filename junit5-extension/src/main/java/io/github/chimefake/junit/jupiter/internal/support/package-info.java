/** What Jupiter and the JUnit Platform keep for an extension, and what they do not offer: typed values, running nodes, values of fields. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.support;

import org.jspecify.annotations.NullMarked;
