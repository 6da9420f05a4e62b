package io.github.chimefake.leftovers;

import java.util.List;
import java.util.Map;

/** Plays every scene, and says of each what it left behind. */
final class LeftoversProgram {
    /** What stands behind the name of a scene that left nothing. */
    static final String NOTHING = "nothing";

    private LeftoversProgram() {}

    public static void main(String... args) throws Exception {
        // What stays once in a JVM, whatever is closed, is the SDK's.
        new Scenes().all().get("start and stop").play();
        for (Map.Entry<String, Scenes.Scene> named : new Scenes().all().entrySet()) {
            Scenes scenes = new Scenes();
            Leftovers leftovers = new Leftovers();
            String result;
            try {
                scenes.all().get(named.getKey()).play();
                List<String> left = leftovers.find(scenes.ports());
                result = left.isEmpty() ? NOTHING : left.toString();
            } catch (Exception | AssertionError failure) {
                failure.printStackTrace();
                result = failure.toString();
            }
            System.out.println(named.getKey() + ": " + result);
        }
        System.exit(0);
    }
}
