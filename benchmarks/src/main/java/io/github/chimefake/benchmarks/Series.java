package io.github.chimefake.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Several measurements of one thing.
 *
 * @param values one or more, in the order measured
 */
record Series(List<Double> values) {
    Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** This series, each value divided by the one of the other that was measured beside it. */
    Series dividedBy(Series other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return new Series(ratios);
    }

    /** This series, each value less the one of the other that was measured beside it. */
    Series minus(Series other) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            differences.add(values.get(i) - other.values.get(i));
        }
        return new Series(differences);
    }

    /** The medians of so many groups of successive values, or of all values if there are fewer. */
    Series mediansOf(int groups) {
        int size = Math.max(1, values.size() / groups);
        List<Double> medians = new ArrayList<>();
        for (int start = 0; start + size <= values.size(); start += size) {
            medians.add(new Series(values.subList(start, start + size)).median());
        }
        return new Series(medians);
    }

    Series times(double factor) {
        return new Series(values.stream().map(value -> value * factor).toList());
    }

    /** Median and range, for example {@code 12.5 [11.9..14.0]}. */
    @Override
    public String toString() {
        return number(median()) + " [" + number(min()) + ".." + number(max()) + "]";
    }

    static String number(double value) {
        String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
