package io.github.chimefake.access;

import io.github.chimefake.call.Arn;
import io.github.chimefake.call.ChimeCaller;
import java.util.Locale;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The access keys that the fake knows, each with the principal behind it. */
public final class Callers {
    private final String account;
    private PMap<String, ChimeCaller> byAccessKey = HashTreePMap.empty();

    /** The callers at one moment, to go back to. */
    public static final class Snapshot {
        private final PMap<String, ChimeCaller> byAccessKey;

        private Snapshot(PMap<String, ChimeCaller> byAccessKey) {
            this.byAccessKey = byAccessKey;
        }
    }

    /** No callers yet. */
    public Callers(String account) {
        this.account = account;
    }

    /**
     * Registers a caller with keys of its own.
     *
     * @param principal an ARN, or the resource of one in this account: {@code user/build}, {@code role/chat} or
     *     {@code assumed-role/chat-backend}
     */
    public synchronized ChimeCaller register(String principal) {
        int number = byAccessKey.size() + 1;
        ChimeCaller caller = new ChimeCaller(
                principalArn(principal),
                String.format(Locale.ROOT, "AKIACHIMEFAKE%07d", number),
                Optional.of(String.format(Locale.ROOT, "secret-of-no-account-%019d", number)),
                Optional.empty());
        byAccessKey = byAccessKey.plus(caller.accessKeyId(), caller);
        return caller;
    }

    private String principalArn(String principal) {
        if (Arn.tryParse(principal).isPresent()) {
            return principal;
        }
        String[] parts = principal.split("/", -1);
        return switch (parts[0]) {
            case "assumed-role" -> "arn:aws:sts::" + account + ":" + principal + (parts.length == 2 ? "/session" : "");
            case "user", "role" -> "arn:aws:iam::" + account + ":" + principal;
            default ->
                throw new IllegalArgumentException("\"" + principal + "\" is no principal. Expected an ARN, or"
                        + " \"user/NAME\", \"role/NAME\" or \"assumed-role/ROLE[/SESSION]\" in account " + account);
        };
    }

    /** The registered caller with this access key. */
    public synchronized Optional<ChimeCaller> find(String accessKeyId) {
        return Optional.ofNullable(byAccessKey.get(accessKeyId));
    }

    /** A caller with this access key: the registered one, or one of which no more than the key is known. */
    ChimeCaller findOrAssume(String accessKeyId) {
        return find(accessKeyId)
                .orElseGet(() -> new ChimeCaller(
                        "arn:aws:iam::" + account + ":user/" + accessKeyId,
                        accessKeyId,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The callers as they are now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(byAccessKey);
    }

    /** Goes back to the callers of the snapshot. */
    public synchronized void restore(Snapshot snapshot) {
        byAccessKey = snapshot.byAccessKey;
    }
}
