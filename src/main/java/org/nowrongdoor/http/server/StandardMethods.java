package org.nowrongdoor.http.server;

import java.util.Set;

/** The methods that the standards name. What else stands in their place is a caller's own word, and goes on as
 *  {@link #OTHER}: no label, log or answer repeats it.
 *  @see "RFC 9110, 9; RFC 5789" */
public final class StandardMethods {

    public static final Set<String> NAMES =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    public static final String OTHER = "OTHER";

    private StandardMethods() {}
}
