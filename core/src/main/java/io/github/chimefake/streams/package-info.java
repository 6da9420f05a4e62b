/** Streams: the records of an app instance's streaming configurations, delivered to a file or a URL. */
@NullMarked
package io.github.chimefake.streams;

import org.jspecify.annotations.NullMarked;
