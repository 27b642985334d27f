package org.nowrongdoor.exchange.row;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nowrongdoor.text.NameBasedUuid;

/** Ids for what comes without one: the same content under the same owner gets the same id every time.
 *  Nothing that tells where a place is may go into one: an id can be guessed back. */
public final class NamedId {

    private static final UUID NAMESPACE = UUID.fromString("6f1d7c0e-2f2a-5d0c-9a53-0c8a1f4be7d1");

    private NamedId() {}

    /** The id of some parts, in their order. */
    public static UUID of(String... parts) {
        // A zero after each part: "ab", "c" is not "a", "bc".
        var name = Arrays.stream(parts).map(part -> part + '\0').collect(Collectors.joining());
        return NameBasedUuid.of(NAMESPACE, name);
    }
}
