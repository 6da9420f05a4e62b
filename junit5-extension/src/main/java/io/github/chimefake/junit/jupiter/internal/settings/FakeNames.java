package io.github.chimefake.junit.jupiter.internal.settings;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The names of fakes, and which of several an annotation means. The fake without a name has the name {@code ""}. */
public final class FakeNames {
    private FakeNames() {}

    /**
     * Returns the name.
     *
     * @param where what has the name
     * @throws ExtensionConfigurationException if it is blank, but not empty
     */
    public static String requireValid(String name, String where) {
        if (name.isBlank() && !name.isEmpty()) {
            throw new ExtensionConfigurationException(
                    where + " has a blank name. Give it a name, for example \"eu\", or leave the name out");
        }
        return name;
    }

    /** Returns whether a name chooses one of these fakes: by its name; without a name, the one without a name, or the only one. */
    public static boolean choose(String name, String candidate, Collection<String> all) {
        return name.equals(candidate) || (name.isEmpty() && !all.contains("") && all.size() == 1);
    }

    /**
     * Returns why a name chooses none of these fakes, and what to do.
     *
     * @param where what has the name, for example {@code @DenyCalls on class ChatTest}
     * @param member how it would name a fake, for example {@code fake = "eu"}, with {@code eu} for the name
     * @param place where a fake of this name could be declared, for example {@code the class}
     */
    public static String explain(String where, String name, Collection<String> all, String member, String place) {
        List<String> named =
                all.stream().filter(each -> !each.isEmpty()).sorted().toList();
        if (name.isEmpty()) {
            return where + " names no fake, but there are several, each with a name: " + list(named)
                    + ". Name one of them, for example " + member.replace("eu", named.get(0))
                    + ", or leave out the name of one @ChimeMessagingFake";
        }
        String valid = named.isEmpty()
                ? "there is only one fake here, which has no name. Leave out the name"
                : "the fakes here are " + list(named) + (all.contains("") ? " and one without a name" : "")
                        + ". Use one of these names";
        return where + " names the fake \"" + name + "\", but " + valid
                + ", or declare the fake with @ChimeMessagingFake(name = \"" + name + "\") on " + place;
    }

    private static String list(Collection<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
