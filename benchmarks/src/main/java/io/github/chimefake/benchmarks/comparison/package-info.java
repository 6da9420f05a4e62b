/** The same failures in tests with the fake, with stubs of WireMock written by hand, and with mocks of Mockito: how many lines each takes. */
@NullMarked
package io.github.chimefake.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
