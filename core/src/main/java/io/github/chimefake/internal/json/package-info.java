/**
 * JSON, read strictly and written compactly: immutable values, no duplicate names, no trailing text, bounded depth, and a
 * position in every complaint.
 */
@NullMarked
package io.github.chimefake.internal.json;

import org.jspecify.annotations.NullMarked;
