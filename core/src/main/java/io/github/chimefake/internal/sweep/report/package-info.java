/** The report as text and JSON. */
@NullMarked
package io.github.chimefake.internal.sweep.report;

import org.jspecify.annotations.NullMarked;
