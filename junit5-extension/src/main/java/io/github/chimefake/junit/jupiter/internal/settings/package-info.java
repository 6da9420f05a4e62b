/** What annotations, fields and configuration parameters declare: the settings and the name of each fake. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.settings;

import org.jspecify.annotations.NullMarked;
