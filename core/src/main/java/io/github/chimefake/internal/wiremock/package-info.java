/** The only room that knows WireMock: its requests into ours, our answers into its. Free to change between releases. */
@NullMarked
package io.github.chimefake.internal.wiremock;

import org.jspecify.annotations.NullMarked;
