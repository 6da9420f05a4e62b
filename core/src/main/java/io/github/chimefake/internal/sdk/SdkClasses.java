package io.github.chimefake.internal.sdk;

/**
 * Finds the AWS SDK's request and response classes by the names that its code generator uses. Classes are loaded on
 * demand, because loading more than a hundred of them took a fifth of the time of a first start (measured).
 */
public final class SdkClasses {
    private SdkClasses() {}

    /**
     * Returns a class.
     *
     * @param awsName the name of the operation as spelled by AWS
     * @param suffix {@code Request} or {@code Response}
     * @param kind the base class of all such classes of the service
     * @throws NoClassDefFoundError if the SDK on the class path does not have the class
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
