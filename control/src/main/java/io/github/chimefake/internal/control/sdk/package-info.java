/** The JSON of the service, read into the SDK's classes and written from them. */
@NullMarked
package io.github.chimefake.internal.control.sdk;

import org.jspecify.annotations.NullMarked;
