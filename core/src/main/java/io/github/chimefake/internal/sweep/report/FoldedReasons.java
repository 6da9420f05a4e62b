package io.github.chimefake.internal.sweep.report;

import java.util.List;

/** What happened in the runs of one finding, in one text. */
final class FoldedReasons {
    private FoldedReasons() {}

    /** Returns the reason of the first run; if those of others differ from it only in their last word, with all of these words. */
    static String of(List<String> reasons) {
        String first = reasons.get(0);
        String beginning = first.substring(0, first.lastIndexOf(' ') + 1);
        boolean alike = !beginning.isEmpty()
                && reasons.stream()
                        .allMatch(
                                each -> each.lastIndexOf(' ') + 1 == beginning.length() && each.startsWith(beginning));
        return alike ? beginning + lastWords(reasons, beginning.length()) : first;
    }

    private static String lastWords(List<String> reasons, int from) {
        List<String> words =
                reasons.stream().map(each -> each.substring(from)).distinct().toList();
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
