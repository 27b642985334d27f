package org.nowrongdoor.taxonomy;

import java.util.UUID;
import org.nowrongdoor.text.NameBasedUuid;

/** Ids of our own terms: made from the code, so that every installation gives a term the same one. */
public final class TermIds {

    private static final UUID NAMESPACE = UUID.fromString("6f1f9a3c-0d5e-5b7a-9c41-7a54e1d0c0de");

    /** The vocabulary itself. */
    public static final UUID TAXONOMY = of("");

    private TermIds() {}

    /** The id of the term with a code. */
    public static UUID of(String code) {
        return NameBasedUuid.of(NAMESPACE, code);
    }
}
