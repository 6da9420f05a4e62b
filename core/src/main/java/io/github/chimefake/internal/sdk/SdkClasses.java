package io.github.chimefake.internal.sdk;

/**
 * The AWS SDK's classes for requests and responses, by the names that its generator gives them. They are looked for when they
 * are needed: loading the more than a hundred of them took a fifth of what a first fake takes (measured).
 */
public final class SdkClasses {
    private SdkClasses() {}

    /**
     * Finds a class.
     *
     * @param awsName the operation's name in AWS's spelling
     * @param suffix {@code Request} or {@code Response}
     * @param kind what all such classes of the service extend
     * @throws NoClassDefFoundError if the SDK on the class path does not have it
     */
    public static <T> Class<? extends T> find(String awsName, String suffix, Class<T> kind) {
        String name = kind.getPackageName() + "." + awsName + suffix;
        try {
            return Class.forName(name, false, kind.getClassLoader()).asSubclass(kind);
        } catch (ClassNotFoundException e) {
            NoClassDefFoundError missing =
                    new NoClassDefFoundError(name + ". Tested are the versions of the AWS SDK that the README names");
            missing.initCause(e);
            throw missing;
        }
    }
}
