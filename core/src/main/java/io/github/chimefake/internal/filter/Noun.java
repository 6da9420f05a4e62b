package io.github.chimefake.internal.filter;

/** What a schedule counts, in the words of the methods that a test calls. */
public enum Noun {
    /** For example {@code nthCall(2)}. */
    CALL("call", "Call"),
    /** For example {@code nthConnect(2)}. */
    CONNECT("connect", "Connect"),
    /** For example {@code nthEvent(2)}. */
    EVENT("event", "Event");

    private final String word;
    private final String capitalized;

    Noun(String word, String capitalized) {
        this.word = word;
        this.capitalized = capitalized;
    }

    /** Returns it as the end of the name of a method, for example {@code Connect}. */
    String capitalized() {
        return capitalized;
    }

    /** Returns the name of the method that selects the next ones, for example {@code connects}. */
    String plural() {
        return word + "s";
    }
}
