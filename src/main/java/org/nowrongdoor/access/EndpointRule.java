package org.nowrongdoor.access;

import java.util.List;
import java.util.Set;
import org.nowrongdoor.access.caller.Scope;

/** Who may use one endpoint.
 *  @param path its template; how a placeholder is called does not matter
 *  @param anyOf the scopes of which one is enough; empty for an endpoint that is open
 *  @param opening what is open, and to whom
 *  @param isShared whether it changes what all organisations share: then the key must be of none */
public record EndpointRule(String method, String path, Opening opening, Set<Scope> anyOf, boolean isShared) {

    /** How far an endpoint is open. */
    public enum Opening {
        /** Anyone may read; browsers of any site too. */
        READ,
        /** Anyone may act, but not with a key for embedding. */
        ACT,
        /** Only with a key that has a scope. */
        KEYED
    }

    static EndpointRule read(String method, String path) {
        return new EndpointRule(method, path, Opening.READ, Set.of(), false);
    }

    static EndpointRule act(String method, String path) {
        return new EndpointRule(method, path, Opening.ACT, Set.of(), false);
    }

    static EndpointRule keyed(String method, String path, Scope... anyOf) {
        return new EndpointRule(method, path, Opening.KEYED, Set.of(anyOf), false);
    }

    static EndpointRule shared(String method, String path, Scope... anyOf) {
        return new EndpointRule(method, path, Opening.KEYED, Set.of(anyOf), true);
    }

    /** The path with bare placeholders: {@code /services/{}}. */
    String shape() {
        return shape(path);
    }

    static String shape(String template) {
        return template.replaceAll("\\{[^}]*}", "{}");
    }

    /** Whether the last placeholder may hold slashes. */
    boolean isDeep() {
        return path.endsWith(":.+}");
    }

    /** The path, cut at its slashes. */
    List<String> steps() {
        return List.of(shape().split("/", -1));
    }
}
