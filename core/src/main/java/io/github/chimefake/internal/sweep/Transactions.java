package io.github.chimefake.internal.sweep;

/** Transactions of Spring, which belong to a thread. */
final class Transactions {
    private static final String MANAGER = "org.springframework.transaction.support.TransactionSynchronizationManager";

    private Transactions() {}

    /** Returns whether the current thread has one, so that code must run on this thread. */
    static boolean isActiveHere() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Boolean.TRUE.equals(Class.forName(MANAGER, false, loader)
                    .getMethod("isActualTransactionActive")
                    .invoke(null));
        } catch (ReflectiveOperationException | LinkageError none) {
            return false;
        }
    }
}
