package io.github.chimefake.benchmarks;

/** A part of the page: measures something and writes down what came out. */
interface Section {
    void measure(Form form, Page page);
}
