package io.github.chimefake.internal.common;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * A page of a list to be returned. A token contains the key of the previous page's last item, so that items which are
 * added or removed in between do not repeat or hide others. It is valid for the same list only: the same operation on
 * the same resource.
 *
 * @param scope identifies the list that a token is valid for
 * @param size the maximum number of items
 * @param after the key of the previous page's last item; empty for the first page
 */
public record Paging(String scope, int size, Optional<String> after) {
    /** The maximum of the model. That it is also the default is an assumption. */
    private static final int DEFAULT_SIZE = 50;

    private static final int CHECKSUM_LENGTH = 8;

    /**
     * One page.
     *
     * @param items the items
     * @param nextToken the token for the next page; null for the last page, because the SDK's builders expect null
     */
    public record Page<T>(List<T> items, @Nullable String nextToken) {
        public <U> List<U> map(Function<T, U> view) {
            return items.stream().map(view).toList();
        }
    }

    /**
     * Reads {@code MaxResults} and {@code NextToken} of a request.
     *
     * @param scope which list of the operation
     * @throws ServiceErrorException 400 if the token was not created for this list
     */
    public static Paging of(
            Operation operation, ListScope scope, @Nullable Integer maxResults, @Nullable String nextToken) {
        String list = operation + scope.text();
        Optional<String> token = Optional.ofNullable(nextToken).filter(text -> !text.isEmpty());
        return new Paging(list, maxResults == null ? DEFAULT_SIZE : maxResults, token.map(text -> decode(text, list)));
    }

    /** Returns the page of a map that has the order of the list. */
    public <T> Page<T> page(TreePMap<String, T> all) {
        return page(all, text -> text);
    }

    /** Returns the page of a map that has the order of the list, with ARNs of one kind as keys. */
    public <A extends Arn, T> Page<T> page(TreePMap<A, T> all, Class<A> kind) {
        return page(all, text -> arn(text, kind));
    }

    private <K, T> Page<T> page(TreePMap<K, T> all, Function<String, K> read) {
        TreePMap<K, T> rest =
                after.map(key -> all.tailMap(read.apply(key), false)).orElse(all);
        Page<Map.Entry<K, T>> page =
                page(rest.entrySet().iterator(), entry -> entry.getKey().toString());
        return new Page<>(page.map(Map.Entry::getValue), page.nextToken());
    }

    private <A extends Arn> A arn(String text, Class<A> kind) {
        Arn arn = Arn.of(text);
        if (!kind.isInstance(arn)) {
            throw invalidToken();
        }
        return kind.cast(arn);
    }

    /** Returns the elements after {@link #after} of a set that has the order of the list. */
    public <A extends Arn> TreePSet<A> rest(TreePSet<A> all, Class<A> kind) {
        return after.map(key -> all.tailSet(arn(key, kind), false)).orElse(all);
    }

    /** Returns the page of a set that has the order of the list. */
    public <A extends Arn> Page<A> page(TreePSet<A> all, Class<A> kind) {
        return page(rest(all, kind).iterator(), Arn::text);
    }

    /** Returns the page of the items, which must start after {@link #after}. */
    public <T> Page<T> page(Iterator<T> items, Function<T, String> key) {
        List<T> page = new ArrayList<>();
        while (page.size() < size && items.hasNext()) {
            page.add(items.next());
        }
        return new Page<>(page, items.hasNext() ? encode(key.apply(page.get(page.size() - 1))) : null);
    }

    public ServiceErrorException invalidToken() {
        return invalidToken(scope);
    }

    private String encode(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(scope, key) + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token, String scope) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.length() > CHECKSUM_LENGTH) {
                String key = text.substring(CHECKSUM_LENGTH);
                if (text.startsWith(checksum(scope, key))) {
                    return key;
                }
            }
            throw invalidToken(scope);
        } catch (IllegalArgumentException notBase64) {
            throw invalidToken(scope);
        }
    }

    private static String checksum(String scope, String key) {
        CRC32 checksum = new CRC32();
        checksum.update((scope + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", checksum.getValue());
    }

    private static ServiceErrorException invalidToken(String scope) {
        return new ServiceError(
                        Layer.VALIDATION,
                        ChimeError.BAD_REQUEST,
                        "The NextToken is invalid.",
                        "The NextToken was not made for this list: " + scope
                                + ". Pass the NextToken of the previous page"
                                + " unchanged, with the same other parameters, or leave it out for the first page.",
                        Provenance.ASSUMED)
                .asException();
    }
}
