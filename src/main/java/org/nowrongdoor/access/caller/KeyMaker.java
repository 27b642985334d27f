package org.nowrongdoor.access.caller;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose hand a key comes from. What a key makes comes from that key's hand, and so does what takes its place.
 *  @param isOperators whether the operator made it for an organisation: all of those have one maker
 *  @param hand the first key of the line below the operator, or the actor of a token */
public record KeyMaker(boolean isOperators, String hand) {

    private static final String MARK = Caller.OPERATOR + "/";

    /** The maker of a new key.
     *  @param creator the caller who makes it
     *  @param creatorsMaker null for one who has none, such as the house itself */
    public static KeyMaker of(String creator, @Nullable String creatorsMaker, UUID id, @Nullable UUID organizationId) {
        return creator.equals(Caller.OPERATOR)
                ? new KeyMaker(organizationId != null, id.toString())
                : new KeyMaker(false, read(Objects.requireNonNullElse(creatorsMaker, creator)).hand);
    }

    /** A maker as it is stored. */
    public static KeyMaker read(String text) {
        return text.startsWith(MARK) ? new KeyMaker(true, text.substring(MARK.length())) : new KeyMaker(false, text);
    }

    /** As it is listed. */
    public String shown() {
        return isOperators ? Caller.OPERATOR : hand;
    }

    /** As it is stored, and kept with what the key proposes. */
    @Override
    public String toString() {
        return isOperators ? MARK + hand : hand;
    }
}
