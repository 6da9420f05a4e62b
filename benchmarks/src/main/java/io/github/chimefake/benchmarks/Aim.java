package io.github.chimefake.benchmarks;

/**
 * What a figure ought to be, and what it was.
 *
 * @param name of what
 * @param measured the figure; its median is held against the bound
 * @param unit of both; empty for a ratio
 * @param least whether the bound is the least, and not the most, that the figure may be
 */
record Aim(String name, Series measured, String unit, double bound, boolean least) {
    static Aim atMost(double bound, String name, Series measured) {
        return new Aim(name, measured, "", bound, false);
    }

    static Aim atMost(double bound, String unit, String name, Series measured) {
        return new Aim(name, measured, unit, bound, false);
    }

    static Aim atLeast(double bound, String name, Series measured) {
        return new Aim(name, measured, "", bound, true);
    }

    boolean isMet() {
        return least ? measured.median() >= bound : measured.median() <= bound;
    }

    String toRow() {
        return "| " + name + " | " + (least ? "at least " : "at most ") + withUnit(Series.number(bound)) + " | "
                + withUnit(measured.toString()) + " | " + (isMet() ? "met" : "**not met**") + " |";
    }

    private String withUnit(String figure) {
        return unit.isEmpty() ? figure : figure + " " + unit;
    }
}
