/** What the extension prints and writes to files. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.report;

import org.jspecify.annotations.NullMarked;
