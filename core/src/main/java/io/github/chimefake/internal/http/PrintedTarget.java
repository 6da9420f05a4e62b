package io.github.chimefake.internal.http;

/** The path and query of a request, as texts for people contain them. */
public final class PrintedTarget {
    private PrintedTarget() {}

    /** Returns the target without the values of credentials in its query, and shortened if it is long. */
    public static String of(String target) {
        int question = target.indexOf('?');
        return Excerpt.of(
                question < 0
                        ? target
                        : target.substring(0, question) + Secrets.removedFrom(target.substring(question)));
    }

    /** Returns a text that may contain the target with an ellipsis instead of the query of the target. */
    public static String withoutQuery(String text, String target) {
        String printed = of(target);
        int question = printed.indexOf('?');
        return question < 0 ? text : text.replace(printed, printed.substring(0, question) + "?…");
    }
}
