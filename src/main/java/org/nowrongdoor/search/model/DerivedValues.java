package org.nowrongdoor.search.model;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What is made of a stored service once and used again for as long as the service is kept. Never anything that
 *  a caller who asks has part in. */
public final class DerivedValues {

    /** Under which one thing is kept. */
    @SuppressWarnings("UnusedTypeParameter")
    public // it tells what is kept
    static final class Key<T> {}

    private final Map<Key<?>, Object> made = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    public // a key is never used for another type
    <T> T get(Key<T> key, Supplier<T> make) {
        var known = made.get(key);
        return (T) (known != null ? known : Objects.requireNonNull(made.computeIfAbsent(key, fresh -> make.get())));
    }
}
