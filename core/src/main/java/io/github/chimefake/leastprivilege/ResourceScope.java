package io.github.chimefake.leastprivilege;

/**
 * The scope to which a policy generalizes the resources that calls used.
 *
 * @since 0.1
 */
public enum ResourceScope {
    /** Each user, bot, channel and flow by its own ARN. */
    EXACT,
    /** Every resource of the same kind in the app instance: {@code app-instance/I/channel/*}. The default. */
    APP_INSTANCE,
    /** Every resource of the same kind in the account and region, in any app instance: {@code app-instance/*}{@code /channel/*}. */
    ANY_APP_INSTANCE
}
